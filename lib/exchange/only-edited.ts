import type { Annotation } from '@/lib/domain/annotation';
import { type ChangeableColumn, type CsvRow, changeableColumns } from './claims-csv-in';
import { changeableCells, changesOfRow, tidy } from './row-version';

/** A row with those of its cells that somebody has edited in the table. */
export type EditedRow = CsvRow & {
  /** Something was changed here since, and not in the table. */
  readonly isOlder: boolean;
  /** What was changed in both, to something else. */
  readonly twice: readonly ChangeableColumn[];
};

/** Leaves out of a row what nobody has edited since it was exported; of a row that cannot tell, nothing. */
export function onlyEdited(row: CsvRow, here: Annotation): EditedRow {
  const changes = changesOfRow(row.cells, here);
  if (changes === undefined) return { ...row, isOlder: false, twice: [] };
  const { edited, changedHere } = changes;
  const now = changeableCells(here);
  const kept = Object.entries(row.cells).filter(
    ([name]) => !changeableColumns.some((column) => column === name && !edited.has(column)),
  );
  const isOther = (column: ChangeableColumn): boolean =>
    tidy(row.cells[column] ?? '') !== tidy(now[column] ?? '');
  return {
    number: row.number,
    cells: Object.fromEntries(kept),
    isOlder: [...changedHere].some((column) => row.cells[column] !== undefined && !edited.has(column)),
    twice: [...edited].filter((column) => changedHere.has(column) && isOther(column)),
  };
}
