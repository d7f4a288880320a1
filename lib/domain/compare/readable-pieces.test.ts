import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRevisions } from './compare-revisions';
import { readablePieces } from './readable-pieces';

const read = (before: string, after: string) =>
  compareRevisions(before, after).map(({ pieces, ...line }) => ({
    line,
    ...readablePieces(pieces, before, after),
  }));

it('sets two wordings of a line apart of which hardly a word stays', () => {
  const [line] = read(
    'The harbour of the town grew faster last year than any other one.',
    'What the town calls a harbour shrank, as its ministers had long known, faster than the sea. And more than any other in the north.',
  );
  expect(line).toMatchObject({ line: { kind: 'changed' }, isWhole: true });
  expect(line?.pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  expect(read('a 40 percent rise', 'a 41 percent rise')[0]?.isWhole).toBe(false);
});

it('makes up both lines again, piece by piece, each at its place', () => {
  const line = fc.array(fc.constantFrom('ada', 'ben', 'cy', '12', 'a.', '漢', '👩‍🚀'), { maxLength: 9 });
  const text = fc
    .array(line, { maxLength: 5 })
    .map((lines) => lines.map((words) => words.join(' ')).join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const { line, pieces } of read(before, after)) {
        const old = pieces.map((one) =>
          'before' in one ? before.slice(one.before.start, one.before.end) : '',
        );
        const now = pieces.map((one) => ('after' in one ? after.slice(one.after.start, one.after.end) : ''));
        expect(old.join('')).toBe(line.before ? before.slice(line.before.start, line.before.end) : '');
        expect(now.join('')).toBe(line.after ? after.slice(line.after.start, line.after.end) : '');
      }
    }),
  );
});
