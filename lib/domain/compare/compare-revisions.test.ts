import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRevisions } from './compare-revisions';

const before = `Town votes on hall

The council met on Tuesday evening in the old town hall.

Profits rose 12 percent in the year to March.

Nobody from the union was in the room when the vote was taken late at night.`;

const show = (old: string, renewed: string) =>
  compareRevisions(old, renewed).map((row) => ({
    kind: row.kind,
    pieces: row.pieces.map(
      (piece) =>
        `${piece.kind}: ${piece.before === null ? renewed.slice(piece.after.start, piece.after.end) : old.slice(piece.before.start, piece.before.end)}`,
    ),
  }));

describe('Comparing two revisions', () => {
  it('has nothing to say about the same text', () => {
    expect(compareRevisions(before, before).map(({ kind, drifts }) => [kind, drifts])).toEqual([
      ['same', []],
      ['same', []],
      ['same', []],
      ['same', []],
    ]);
  });

  it('shows changed words inside a line', () => {
    expect(show(before, before.replace('12 percent', '21 percent'))[2]).toEqual({
      kind: 'changed',
      pieces: ['kept: Profits rose ', 'removed: 12', 'added: 21', 'kept:  percent in the year to March.'],
    });
  });

  it('shows a line that is gone and one that is new', () => {
    const after = before.replace('Profits rose 12 percent in the year to March.', 'It rained.');
    expect(show(before, after).map(({ kind }) => kind)).toEqual(['same', 'same', 'removed', 'added', 'same']);
  });

  it('says of a line that moved where it is now', () => {
    const [head, ...rest] = before.split('\n\n');
    const after = [head, ...rest.slice(1), rest[0]].join('\n\n');
    const [removed, added] = compareRevisions(before, after).filter(({ elsewhere }) => elsewhere !== null);
    expect(removed).toMatchObject({ kind: 'removed', drifts: ['moved'], elsewhere: added?.after });
    expect(added).toMatchObject({ kind: 'added', drifts: ['moved'], elsewhere: removed?.before });
  });

  it('holds every line of both texts once, in order, and its pieces make up the line', () => {
    const line = fc.array(fc.constantFrom('ada', 'ben', 'cy', '12', 'a.', '漢', '👩‍🚀'), { maxLength: 9 });
    const text = fc
      .array(line, { maxLength: 7 })
      .map((lines) => lines.map((words) => words.join(' ')).join('\n'));
    fc.assert(
      fc.property(text, text, (old, renewed) => {
        const rows = compareRevisions(old, renewed);
        const inked = (whole: string) => whole.split('\n').filter((one) => one.trim() !== '');
        const side = (whole: string, name: 'before' | 'after') =>
          rows.flatMap((row) => (row[name] === null ? [] : [whole.slice(row[name].start, row[name].end)]));
        expect(side(old, 'before')).toEqual(inked(old));
        expect(side(renewed, 'after')).toEqual(inked(renewed));
        const pieces = (whole: string, name: 'before' | 'after') =>
          rows.flatMap((row) =>
            row[name] === null
              ? []
              : [
                  row.pieces
                    .map((one) => (one[name] === null ? '' : whole.slice(one[name].start, one[name].end)))
                    .join(''),
                ],
          );
        expect(pieces(old, 'before')).toEqual(inked(old));
        expect(pieces(renewed, 'after')).toEqual(inked(renewed));
      }),
    );
  });
});
