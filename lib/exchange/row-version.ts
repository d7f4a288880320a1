import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import { markNames, readable } from '@/lib/domain/report/report';
import { richTextToPlain } from '@/lib/domain/rich-text';
import { type ChangeableColumn, type CsvRow, changeableColumns } from './claims-csv-in';
import { possibleDays } from './table-day';
import { xmlText } from './xml-text';

/** What these cells of an annotation's row say; null is an empty cell. */
export function changeableCells(annotation: Annotation): Readonly<Record<ChangeableColumn, string | null>> {
  const { mark, anchor, claim, notes, flags, check } = annotation;
  const proposal = openProposal(check);
  return {
    Mark: markNames[mark],
    Passage: anchor.exact,
    Claimant: claim.claimant,
    'Claimed on': claim.claimedOn,
    'Claim types': claim.claimTypes.map(readable).join(', ') || null,
    Notes: notes.map(({ body }) => richTextToPlain(body)).join('\n\n') || null,
    Flag: flags.find(({ looked }) => looked === null)?.reason ?? null,
    Outcome: proposal === undefined ? null : readable(proposal.outcome),
    Verdict: proposal?.verdict?.label ?? null,
    'Suggested wording': proposal?.suggestedWording ?? null,
    Rationale: proposal?.rationale || null,
  };
}

/**
 * What a row said when it was exported, a short sum for each of its cells: the annotation's version, then the sums. With
 * it a cell that somebody has edited is told from one that is only older than the article.
 */
export function rowVersion(annotation: Annotation): string {
  const cells = changeableCells(annotation);
  return `${annotation.version}:${changeableColumns.map((column) => sumOf(cells[column] ?? '')).join('-')}`;
}

/** Which cells of a row were edited since it was exported, and which say something else here since then. */
export type RowChanges = {
  readonly edited: ReadonlySet<ChangeableColumn>;
  readonly changedHere: ReadonlySet<ChangeableColumn>;
};

/** The changes of a row; undefined where its version is missing or was changed, so that nothing can be told. */
export function changesOfRow(cells: CsvRow['cells'], here: Annotation): RowChanges | undefined {
  const sums = /^\d+:([0-9a-z]+(?:-[0-9a-z]+)*)$/.exec((cells.Version ?? '').trim())?.[1]?.split('-');
  if (sums?.length !== changeableColumns.length) return undefined;
  const now = changeableCells(here);
  const differs = (readings: readonly string[], index: number): boolean =>
    !readings.some((reading) => sumOf(reading) === sums[index]);
  return {
    edited: new Set(
      changeableColumns.filter(
        (column, index) => cells[column] !== undefined && differs(readingsOf(column, cells[column]), index),
      ),
    ),
    changedHere: new Set(changeableColumns.filter((column, index) => differs([now[column] ?? ''], index))),
  };
}

/** A cell as it was written, and for a day as a spreadsheet may have written it anew. */
function readingsOf(column: ChangeableColumn, cell: string): readonly string[] {
  return column === 'Claimed on' ? [cell, ...possibleDays(tidy(cell))] : [cell];
}

/** A cell without what spreadsheets change by themselves: spaces around it, line ends, forms of the same letter. */
export const tidy = (words: string): string => xmlText(words).replace(/\r\n?/g, '\n').normalize().trim();

/** A sum of a cell's words (FNV-1a, 32 bits), in letters and digits. */
function sumOf(words: string): string {
  let sum = 0x811c9dc5;
  for (const sign of new TextEncoder().encode(tidy(words))) sum = Math.imul(sum ^ sign, 0x01000193);
  return (sum >>> 0).toString(36);
}
