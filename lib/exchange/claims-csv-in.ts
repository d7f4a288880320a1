import { parse } from 'csv-parse/sync';
import { DomainError } from '@/lib/domain/errors';
import type { UnreadThing } from './back-in';

/** The columns of a claim that a spreadsheet can change, in the order in which a row's version tells of them. */
export const changeableColumns = [
  'Mark',
  'Passage',
  'Claimant',
  'Claimed on',
  'Claim types',
  'Notes',
  'Flag',
  'Outcome',
  'Verdict',
  'Suggested wording',
  'Rationale',
] as const;
export type ChangeableColumn = (typeof changeableColumns)[number];

/** The columns of the table of claims that can come back; all others are worked out by Galley. */
export const csvColumns = [
  'Id',
  ...changeableColumns,
  'Start',
  'End',
  /** What the row said when it was exported (`row-version`). */
  'Version',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** What Galley works out by itself: what a table says there is not asked. */
const workedOut: readonly string[] = [
  'Label',
  'Number',
  'Status',
  'Verdict means',
  'Evidence',
  'Open queries',
  'Marked by',
  'Marked at',
  'Proposed by',
  'Proposed at',
  'Confirmed by',
  'Signed off by',
  'Signed off at',
  'Anchor',
  'Address',
];

/** A row with its number in the table, the heading being row 1; a column that is not in the table is absent. */
export type CsvRow = {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<CsvColumn, string>>>;
};

export type CsvTable = {
  readonly rows: readonly CsvRow[];
  readonly unread: readonly UnreadThing[];
  /** Headings that mean nothing to Galley. */
  readonly unknown: readonly string[];
};

/**
 * Reads a table of claims as a spreadsheet gives it back: commas, semicolons or tabs, with or without a byte order mark
 * or Excel's line `sep=`; what the export put before a cell so that no spreadsheet takes it for a formula is taken off.
 * Throws INVALID when it is no such table.
 */
export function readClaimsCsv(text: string): CsvTable {
  const { words, delimiter } = withoutSeparatorLine(text.replace(/^\ufeff/, ''));
  const records = recordsOf(words, delimiter ?? delimiterOf(words));
  const [heading = [], ...rest] = records;
  const names = heading.map((name) => unguarded(name).trim());
  const columns = names.map((name) => csvColumns.find((known) => isSame(known, name)));
  refuseOtherTables(names, columns);
  const rows: CsvRow[] = [];
  const unread: UnreadThing[] = [];
  for (const [index, record] of rest.entries()) {
    const number = index + 2;
    if (record.every((cell) => cell.trim() === '')) continue;
    if (record.length > heading.length && record.slice(heading.length).some((cell) => cell.trim() !== ''))
      unread.push({ number, words: record.join(' ').slice(0, 300), why: tooManyCells });
    else rows.push({ number, cells: cellsOf(record, columns) });
  }
  const unknown = names.filter(
    (name, index) =>
      columns[index] === undefined && name !== '' && !workedOut.some((own) => isSame(own, name)),
  );
  return { rows, unread, unknown };
}

const tooManyCells =
  'This row has more cells than the heading: a comma or semicolon in it is not in quotation marks.';

const maxRows = 20_000;

function recordsOf(words: string, delimiter: string): readonly string[][] {
  let records: string[][];
  try {
    records = parse(words, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    });
  } catch {
    throw new DomainError(
      'INVALID',
      'This table cannot be read: a quotation mark in it is opened and not closed. Save it as CSV anew.',
    );
  }
  if (records.length > maxRows)
    throw new DomainError('TOO_LARGE', `A table has at most ${maxRows} rows. Bring it in in parts.`);
  return records;
}

/** Excel's own first line, which names the separator. */
function withoutSeparatorLine(text: string): { words: string; delimiter: string | undefined } {
  const found = /^"?sep=(.)"?\r?\n/i.exec(text);
  return { words: text.slice(found?.[0].length ?? 0), delimiter: found?.[1] };
}

/** The separator that makes most headings out of the first line. */
function delimiterOf(words: string): string {
  const line = words.slice(0, words.search(/\r?\n|$/));
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function refuseOtherTables(names: readonly string[], columns: readonly (CsvColumn | undefined)[]): void {
  if (names.some((name) => isSame('Stance', name)) && names.some((name) => isSame('Tier', name)))
    throw new DomainError('INVALID', 'This is the table of evidence. Only the table of claims comes back.');
  if (!columns.includes('Id') && !columns.includes('Passage'))
    throw new DomainError(
      'INVALID',
      'Galley cannot bring this file back in: it is neither annotations as JSON nor a table of claims with a column “Id” or “Passage”.',
    );
  const twice = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new DomainError('INVALID', `The column “${twice}” stands in this table twice. Keep one of them.`);
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function cellsOf(record: readonly string[], columns: readonly (CsvColumn | undefined)[]): CsvRow['cells'] {
  const cells: Partial<Record<CsvColumn, string>> = {};
  for (const [index, column] of columns.entries()) {
    if (column !== undefined) cells[column] = unguarded(record[index] ?? '').replace(/\r\n?/g, '\n');
  }
  return cells;
}

/** A cell without the apostrophe that `safeCell` puts before what begins like a formula. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
