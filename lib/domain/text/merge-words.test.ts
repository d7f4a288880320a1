import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainToRichText, type RichText, richTextToPlain } from '../rich-text';
import { mergeRichText, mergeWords } from './merge-words';

describe('merging two wordings', () => {
  it.each([
    ['only I', 'a b c', 'a x c', 'a b c', 'a x c'],
    ['only they', 'a b c', 'a b c', 'a y c', 'a y c'],
    [
      'both, in different places',
      'The port cost 412 million.',
      'The new port cost 412 million.',
      'The port cost 412 million crowns.',
      'The new port cost 412 million crowns.',
    ],
    ['both, the same', 'a b c', 'a x c', 'a x c', 'a x c'],
    [
      'both, differently at one place',
      'It cost 412 million.',
      'It cost 421 million.',
      'It cost 500 million.',
      'It cost 421 500 million.',
    ],
    ['one deletes what the other changes', 'a b c', 'a c', 'a y c', 'a y c'],
    ['both from nothing', '', 'mine', 'theirs', 'mine theirs'],
  ])('where %s changed it', (_who, base, mine, theirs, merged) => {
    expect(mergeWords({ base, mine, theirs }).replace(/ +/g, ' ')).toBe(merged);
  });

  const words = fc.array(fc.constantFrom('port', 'quay', 'cost', 'ten', 'crowns', '.', 'é', '港'), {
    maxLength: 14,
  });
  const wording = words.map((list) => list.join(' '));

  it('loses no word that either side has typed', () => {
    fc.assert(
      fc.property(wording, wording, wording, (base, mine, theirs) => {
        const merged = countsOf(mergeWords({ base, mine, theirs }));
        const before = countsOf(base);
        for (const side of [countsOf(mine), countsOf(theirs)])
          for (const [word, count] of side) {
            // More of a word than before was typed: at least so many more must stand.
            const typed = Math.max(0, count - (before.get(word) ?? 0));
            if (typed > 0) expect(merged.get(word) ?? 0).toBeGreaterThanOrEqual(typed);
          }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the one side where the other has changed nothing', () => {
    fc.assert(
      fc.property(wording, wording, (base, changed) => {
        expect(mergeWords({ base, mine: changed, theirs: base })).toBe(changed);
        expect(mergeWords({ base, mine: base, theirs: changed })).toBe(changed);
      }),
    );
  });

  it('keeps links and lists, and loses no word of a note', () => {
    const paragraphs = fc.array(
      words.map((list) => list.join(' ')),
      { minLength: 1, maxLength: 5 },
    );
    const note = paragraphs.map((list) => plainToRichText(list.join('\n')));
    fc.assert(
      fc.property(note, note, note, (base, mine, theirs) => {
        const merged = countsOf(richTextToPlain(mergeRichText({ base, mine, theirs })));
        const before = countsOf(richTextToPlain(base));
        for (const side of [mine, theirs])
          for (const [word, count] of countsOf(richTextToPlain(side))) {
            const typed = Math.max(0, count - (before.get(word) ?? 0));
            if (typed > 0) expect(merged.get(word) ?? 0).toBeGreaterThanOrEqual(typed);
          }
      }),
      { numRuns: 1_000 },
    );
    const link = { type: 'link', attrs: { href: 'https://port.example' } } as const;
    const linked: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The budget', marks: [link] }] }],
    };
    const base = plainToRichText('The budget');
    const merged = mergeRichText({ base, mine: linked, theirs: plainToRichText('The budget of 2021') });
    expect(merged.content).toEqual([...linked.content, ...plainToRichText('The budget of 2021').content]);
  });
});

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/).filter((one) => one !== ''))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
