import type { Annotation } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import { isChecked } from '@/lib/domain/laws/check-laws';

/** The columns of a session's board, in the order of the work. */
export const boardColumns = ['todo', 'working', 'waiting', 'proposed', 'trouble', 'done'] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** In which column a claim stands: every status has one. */
export const columnOf: Readonly<Record<CheckStatus, BoardColumn>> = {
  unchecked: 'todo',
  assigned: 'todo',
  reopened: 'todo',
  in_progress: 'working',
  awaiting_source: 'waiting',
  awaiting_author: 'waiting',
  awaiting_reply: 'waiting',
  proposed: 'proposed',
  second_check: 'proposed',
  disputed: 'trouble',
  stale: 'trouble',
  orphaned: 'trouble',
  signed_off: 'done',
};

/** The claims by column, in the order of the text. */
export function claimsByColumn(
  annotations: readonly Annotation[],
): Readonly<Record<BoardColumn, readonly Annotation[]>> {
  const columns: Record<BoardColumn, Annotation[]> = {
    todo: [],
    working: [],
    waiting: [],
    proposed: [],
    trouble: [],
    done: [],
  };
  for (const annotation of annotations)
    if (isChecked(annotation)) columns[columnOf[annotation.check.status]].push(annotation);
  return columns;
}

/** The claim that a step from another one leads to; the nearest row of the next column that has any. */
export function claimAt(
  columns: Readonly<Record<BoardColumn, readonly Annotation[]>>,
  from: string | undefined,
  step: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const filled = boardColumns.map((name) => columns[name]).filter((list) => list.length > 0);
  const column = filled.findIndex((list) => list.some(({ id }) => id === from));
  if (column === -1) return filled[0]?.[0]?.id;
  const row = filled[column]?.findIndex(({ id }) => id === from) ?? 0;
  const isAcross = step === 'left' || step === 'right';
  const by = step === 'up' || step === 'left' ? -1 : 1;
  const list = filled[isAcross ? clamp(column + by, filled.length) : column] ?? [];
  return list[clamp(isAcross ? row : row + by, list.length)]?.id;
}

const clamp = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);
