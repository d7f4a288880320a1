import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growPassage, refine, snapToWords, trimPassage } from './passage';
import { splitSentences } from './sentences';

/** The passage between two bars in a text; the bars are taken out. */
function barred(text: string): { text: string; passage: { start: number; end: number } } {
  const start = text.indexOf('|');
  const end = text.indexOf('|', start + 1) - 1;
  return { text: text.replaceAll('|', ''), passage: { start, end } };
}

function bars(text: string, passage: { start: number; end: number } | null): string | null {
  if (passage === null) return null;
  return `${text.slice(0, passage.start)}|${text.slice(passage.start, passage.end)}|${text.slice(passage.end)}`;
}

describe('trimPassage', () => {
  it.each([
    ['one| two |three', 'one |two| three'],
    ['one|\n\n two\u00a0|', 'one\n\n |two|\u00a0'],
    ['|one|', '|one|'],
    ['one|  \n|two', null],
  ])('%j becomes %j', (before, after) => {
    const { text, passage } = barred(before);
    expect(bars(text, trimPassage(text, passage))).toBe(after);
  });

  it('stays inside the text', () => {
    expect(trimPassage('abc', { start: -4, end: 99 })).toEqual({ start: 0, end: 3 });
    expect(trimPassage('abc', { start: 7, end: 9 })).toBeNull();
    expect(trimPassage('abc', { start: 2, end: 1 })).toBeNull();
  });
});

describe('snapToWords', () => {
  it.each([
    ['half of a word', 'the har|bour auth|ority said', 'en', 'the |harbour authority| said'],
    ['a number with its decimals', 'fell by 3.|1 perc|ent', 'en', 'fell by |3.1 percent|'],
    ['an apostrophe', 'he do|es|n’t know', 'en', 'he |doesn’t| know'],
    ['punctuation selected stays', 'he said |“yes”, and| left', 'en', 'he said |“yes”, and| left'],
    ['punctuation not selected stays out', 'he said “y|es|”, and', 'en', 'he said “|yes|”, and'],
    ['Chinese words', '|港|口管理局', 'zh', '|港口|管理局'],
    ['Arabic words', 'قال المت|حد|ث أمس', 'ar', 'قال |المتحدث| أمس'],
    ['a family of emoji is one character', 'x 👩‍|👩|‍👧 y', 'en', 'x |👩‍👩‍👧| y'],
    ['a letter with its accent', 'a cafe|\u0301| b', 'en', 'a |cafe\u0301| b'],
    ['a first line feed', '|\na|b', 'en', '\n|ab|'],
    ['only blank space', 'one| |two', 'en', null],
  ])('%s', (_name, before, language, after) => {
    const { text, passage } = barred(before);
    expect(bars(text, snapToWords(text, passage, language))).toBe(after);
  });

  it('covers what was selected, cuts no character and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(200), (text, a, b) => {
        const passage = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const trimmed = trimPassage(text, passage);
        const snapped = snapToWords(text, passage, null);
        if (trimmed === null || snapped === null) {
          expect(snapped).toBe(trimmed);
          return;
        }
        expect(snapped.start).toBeLessThanOrEqual(trimmed.start);
        expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end);
        expect(edges(text)).toContain(snapped.start);
        expect(edges(text)).toContain(snapped.end);
        expect(snapToWords(text, snapped, null)).toEqual(snapped);
      }),
    );
  });

  it('answers at once in a paragraph of 1 MB', () => {
    const text = 'word '.repeat(200_000);
    const before = process.cpuUsage();
    for (let at = 1; at < text.length; at += 10_000) snapToWords(text, { start: at, end: at + 2 }, 'en');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
  });
});

describe('growPassage', () => {
  const text =
    'A head\n\nDr. Roe spoke. He left early.\nA new line here. And more.\n  \n  1. An item. Twice.\n  2. Last';
  const sentences = splitSentences(text, 'en');
  const grow = (words: string, times: number): string => {
    const start = text.indexOf(words);
    let passage = { start, end: start + words.length };
    for (let time = 0; time < times; time += 1) passage = growPassage(text, sentences, passage);
    return text.slice(passage.start, passage.end);
  };

  it('takes the sentence, then the line, then the paragraph, then stays', () => {
    expect(grow('left', 1)).toBe('He left early.');
    expect(grow('left', 2)).toBe('Dr. Roe spoke. He left early.');
    expect(grow('left', 3)).toBe('Dr. Roe spoke. He left early.\nA new line here. And more.');
    expect(grow('left', 4)).toBe(grow('left', 3));
  });

  it('grows to all sentences that it touches', () => {
    expect(grow('spoke. He', 1)).toBe('Dr. Roe spoke. He left early.');
  });

  it('treats a line with blanks only as the end of a paragraph', () => {
    expect(grow('Twice', 9)).not.toContain('And more');
    expect(grow('new', 9)).not.toContain('item');
  });

  it('gives back what holds no text', () => {
    expect(growPassage(text, sentences, { start: 6, end: 8 })).toEqual({ start: 6, end: 8 });
  });

  it('never shrinks', () => {
    fc.assert(
      fc.property(anyText, fc.nat(100), fc.nat(100), (any, a, b) => {
        const passage = trimPassage(any, { start: Math.min(a, b), end: Math.max(a, b) });
        if (passage === null) return;
        const grown = growPassage(any, splitSentences(any, null), passage);
        expect(grown.start).toBeLessThanOrEqual(passage.start);
        expect(grown.end).toBeGreaterThanOrEqual(passage.end);
      }),
    );
  });
});

describe('refine', () => {
  it.each([
    ['one |two| three four', 'end', 1, 'one |two three| four'],
    ['one |two three,| four', 'end', -1, 'one |two| three, four'],
    ['one |two| three', 'end', -1, 'one |two| three'],
    ['one, |two| three', 'start', -1, '|one, two| three'],
    ['one |two three| four', 'start', 1, 'one two |three| four'],
    ['one |two| three', 'start', 1, 'one |two| three'],
    ['|one| two', 'start', -1, '|one| two'],
    ['one |two|.', 'end', 1, 'one |two|.'],
    ['one.\n\n|Two|', 'start', -1, '|one.\n\nTwo|'],
  ] as const)('%j %s %d becomes %j', (before, edge, direction, after) => {
    const { text, passage } = barred(before);
    expect(bars(text, refine(text, passage, edge, direction, 'en'))).toBe(after);
  });

  it('never becomes empty and moves only the edge that was named', () => {
    const edge = fc.constantFrom('start' as const, 'end' as const);
    const direction = fc.constantFrom(-1 as const, 1 as const);
    fc.assert(
      fc.property(anyText, fc.nat(100), fc.nat(100), edge, direction, (text, a, b, moved, towards) => {
        const passage = snapToWords(text, { start: Math.min(a, b), end: Math.max(a, b) }, null);
        if (passage === null) return;
        const refined = refine(text, passage, moved, towards, null);
        expect(refined.start).toBeLessThan(refined.end);
        expect(moved === 'end' ? refined.start : refined.end).toBe(
          moved === 'end' ? passage.start : passage.end,
        );
        expect(edges(text)).toContain(moved === 'end' ? refined.end : refined.start);
      }),
    );
  });
});

const anyText = fc
  .array(
    fc.constantFrom(
      'a',
      'Bc',
      ' ',
      '\n',
      '\n\n',
      '.',
      '“',
      '3.1',
      '👩‍👩‍👧',
      '🇩🇪',
      'e\u0301',
      '港口',
      'كتاب',
      '\u200b',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Offsets at which no visible character is cut. */
function edges(text: string): number[] {
  const starts = Array.from(new Intl.Segmenter().segment(text), ({ index }) => index);
  return [...starts, text.length];
}
