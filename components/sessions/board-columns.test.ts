import { expect, it } from 'vitest';
import { checkStatuses, freshCheck } from '@/lib/domain/check';
import { claim, idOf } from '@/lib/domain/testing/desk';
import { boardColumns, claimAt, claimsByColumn } from './board-columns';

const claims = checkStatuses.map((status, index) => ({
  ...claim({ ...freshCheck, status }),
  id: idOf(200 + index),
}));
const columns = claimsByColumn([
  ...claims,
  { ...claim(), mark: 'opinion' },
  { ...claim(), repeatsId: idOf(200) },
]);

it('has one place for each status, and none for what is not checked', () => {
  expect(
    boardColumns
      .flatMap((name) => columns[name])
      .map(({ check }) => check.status)
      .sort(),
  ).toEqual([...checkStatuses].sort());
});

it('is walked through by arrows, past empty columns and never over an edge', () => {
  const few = { ...columns, working: [], waiting: [] };
  const first = few.todo[0]?.id;
  expect(claimAt(few, undefined, 'down')).toBe(first);
  expect(claimAt(few, first, 'up')).toBe(first);
  expect(claimAt(few, first, 'left')).toBe(first);
  expect(claimAt(few, first, 'down')).toBe(few.todo[1]?.id);
  expect(claimAt(few, few.todo[2]?.id, 'right')).toBe(few.proposed[1]?.id);
  expect(claimAt(few, few.done[0]?.id, 'right')).toBe(few.done[0]?.id);
  expect(claimAt({ ...few, todo: [], proposed: [], trouble: [], done: [] }, first, 'down')).toBeUndefined();
});
