import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../testing/arbitraries';
import { madeReadable, readableChanges, withoutEdges } from './readable-changes';

/** Kept words plain, removed ones in [-…-], added ones in {+…+}. */
const shown = (before: string, after: string): string => {
  const { isWhole, changes } = readableChanges(before, after);
  const said = changes.map(({ kind, text }) =>
    kind === 'kept' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
  );
  return (isWhole ? 'whole: ' : '') + said.join('');
};

describe('a change of wording, as a reader follows it', () => {
  it.each([
    ['grew by 40 percent', 'grew by 41 percent', 'grew by [-40 -]{+41 +}percent'],
    ['The port grew.', 'The port shrank.', 'The port[- grew-]{+ shrank+}.'],
    ['a big red crane', 'a crane', 'a [-big red -]crane'],
    ['5.1 percent', '9.1 percent', '[-5.1 -]{+9.1 +}percent'],
    ['Nobody won’t go', 'Nobody will go', 'Nobody [-won’t -]{+will +}go'],
    ['the same', 'the same', 'the same'],
    ['cut it', '', '[-cut it-]'],
    ['', 'new', '{+new+}'],
    ['他在二〇二一年说', '他在二〇二二年说', '他在二〇二[-一-]{+二+}年说'],
    ['النمو بلغ أربعين في المئة', 'النمو بلغ ستين في المئة', 'النمو بلغ [-أربعين -]{+ستين +}في المئة'],
    ['the 👩‍🚀 left', 'the 👨‍🚀 left', 'the [-👩‍🚀 -]{+👨‍🚀 +}left'],
  ])('%s → %s', (before, after, said) => {
    expect(shown(before, after)).toBe(said);
  });

  it('joins changes between which only a little word stays', () => {
    expect(
      shown('The council had long expected the loss of jobs', 'The council never foresaw the end of jobs'),
    ).toBe('The council [-had long expected the loss -]{+never foresaw the end +}of jobs');
  });

  it('keeps two sentences apart that hardly share a word', () => {
    expect(
      shown(
        'The harbour grew faster than any other in the north last year',
        'Other ports lost a third of their trade, and the harbour with them',
      ),
    ).toBe(
      'whole: [-The harbour grew faster than any other in the north last year-]{+Other ports lost a third of their trade, and the harbour with them+}',
    );
  });

  it('never lets what goes and what comes run together where a space can stand between', () => {
    const sentence = fc
      .array(fc.constantFrom('port', 'grew', 'the', 'other', '12', 'of', 'crane.'), {
        minLength: 1,
        maxLength: 14,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const { isWhole, changes } = readableChanges(before, after);
        for (const [index, { kind, text }] of changes.entries()) {
          const next = changes[index + 1];
          const isTurn = !isWhole && kind === 'removed' && next?.kind === 'added';
          const isAlone = changes.length === 2;
          if (isTurn && !isAlone) expect(/\s$/u.test(text) || /^\s/u.test(next.text)).toBe(true);
        }
      }),
    );
  });

  it('loses nothing of either wording, however it is read', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { changes } = readableChanges(before, after);
        const joined = (without: string): string =>
          changes.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
        expect(joined('added')).toBe(before);
        expect(joined('removed')).toBe(after);
        expect(madeReadable(changes).changes).toEqual(changes);
      }),
    );
  });

  it('has white space at its edges that is not part of what went or came', () => {
    expect(withoutEdges(' 40 percent ')).toEqual([' ', '40 percent', ' ']);
    expect(withoutEdges('40')).toEqual(['', '40', '']);
    expect(withoutEdges('  ')).toEqual(['', '  ', '']);
  });

  it('is quick however much differs', () => {
    const text = (seed: number): string =>
      Array.from({ length: 20_000 }, (_, n) => `w${(n * seed) % 9_973}`).join(' ');
    expect(readableChanges(text(7), text(11)).isWhole).toBe(true);
  });
});
