import { describe, expect, it } from 'vitest';
import { compareRevisions } from '@/lib/domain/compare/compare-revisions';
import { annotationOn, buildState, id } from '@/lib/workbench/testing/build-state';
import { parseCompareQuery, withChoice } from './compare-query';
import { countByDrift, isChange, itemsOf, withAnnotations } from './compare-rows';

const { revision } = buildState();
const filler = Array.from(
  { length: 9 },
  (_, n) => `Nothing changes in the paragraph with the number ${n}, as before.`,
);
const before = [revision.text, ...filler].join('\n\n');
const after = before.replace('412 million', '500 million').replace('Nobody can be surprised. ', '');
const moneyClaim = annotationOn('412 million', { id: id(10) });
const lostOpinion = annotationOn('Nobody can be surprised.', { id: id(11), mark: 'opinion' });
const annotations = [
  { ...moneyClaim, anchor: { ...moneyClaim.anchor, exact: '500 million', state: 'touched' as const } },
  { ...lostOpinion, anchor: { ...lostOpinion.anchor, state: 'orphaned' as const } },
];
const lines = compareRevisions(before, after);
const earlier = { id: revision.id, text: before };
const rows = withAnnotations(lines, annotations, earlier);

describe('the rows of a comparison', () => {
  it('have the annotations on their words, and those that went with them', () => {
    const changes = rows.filter(isChange);
    expect(changes.map(({ here, lost }) => [here.map(({ id }) => id), lost.map(({ id }) => id)])).toEqual([
      [[id(10)], []],
      [[], [id(11)]],
    ]);
  });

  it('have one that was lost in between where its quote stood', () => {
    const later = annotations.map((one) => ({ ...one, anchor: { ...one.anchor, revisionId: id(950) } }));
    const lost = withAnnotations(lines, later, earlier).flatMap((row) => row.lost.map((one) => one.id));
    expect(lost).toEqual([id(11)]);
    expect(
      withAnnotations(lines, later, { id: id(951), text: 'Another text.' }).flatMap((row) => row.lost),
    ).toEqual([]);
  });

  it('are folded where nothing changes, but for one beside a change', () => {
    const items = itemsOf(rows, undefined);
    expect(items.map((item) => (item.kind === 'fold' ? item.rows.length : isChange(item.row)))).toEqual([
      true,
      true,
      false,
      8,
    ]);
  });

  it('are counted by what changed, and shown by kind', () => {
    const [kind] = [...countByDrift(rows).keys()];
    const shown = itemsOf(rows, kind)
      .flatMap((item) => (item.kind === 'row' ? [item.row] : []))
      .filter(isChange);
    expect(shown).toHaveLength(countByDrift(rows).get(kind ?? 'moved') ?? 0);
    expect(itemsOf(rows, 'split').filter((item) => item.kind === 'row' && isChange(item.row))).toEqual([]);
  });
});

describe('the address of a comparison', () => {
  it('says which revisions, form and kind', () => {
    expect(parseCompareQuery({ from: '1', to: '3', view: 'inline', only: 'number' })).toEqual({
      ...{ from: 1, to: 3, view: 'inline', only: 'number' },
    });
    expect(parseCompareQuery({ from: 'x', view: 'y', only: 'z' })).toEqual({
      ...{ from: 0, to: undefined, view: 'side', only: undefined },
    });
  });

  it('keeps the rest when another form or kind is chosen', () => {
    expect(withChoice('?from=1&to=2', { view: 'inline', only: 'date' })).toBe(
      '?from=1&to=2&view=inline&only=date',
    );
    expect(withChoice('?from=1&only=date', { view: 'side', only: undefined })).toBe('?from=1&view=side');
  });
});
