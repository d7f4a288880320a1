import type { Annotation } from '@/lib/domain/annotation';
import { confirmersOf, openProposal } from '@/lib/domain/check';
import type { Evidence } from '@/lib/domain/evidence';
import { nameOf, type Report, type ReportEntry, readable } from '@/lib/domain/report/report';
import { openQueries } from '@/lib/domain/thread';
import type { ChangeableColumn } from './claims-csv-in';
import { entryLabel } from './entry-parts';
import { lazyList } from './json-pieces';
import { changeableCells, rowVersion } from './row-version';
import { xmlText } from './xml-text';

/** What a cell holds: words, a number, a day or an instant (both ISO 8601); null is an empty cell. */
export type Cell = string | number | null;
export type ColumnType = 'text' | 'number' | 'day' | 'instant';
export type Column<T> = {
  readonly title: string;
  readonly type: ColumnType;
  /** In characters. */
  readonly width: number;
  readonly cell: (row: T) => Cell;
};

/** A table with its columns in order and its rows as cells, each row made when it is asked for. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'cell'>[];
  readonly rows: Iterable<readonly Cell[]>;
  /** How many rows there are. */
  readonly count: number;
};

/** The tables that can be asked for by name. */
export const tableNames = ['claims', 'evidence'] as const;
export type TableName = (typeof tableNames)[number];

/** One row for each annotation of the report, claims and others; the column "Mark" tells them apart. */
export function claimsTable(report: Report): Table {
  return tableOf('Claims', claimColumns(report), report.entries);
}

/** One row for each piece of evidence, with the annotation that it is on. */
export function evidenceTable(report: Report): Table {
  const rows = report.entries.flatMap((entry) => entry.annotation.evidence.map((item) => ({ entry, item })));
  return tableOf('Evidence', evidenceColumns(report), rows);
}

/** The table of a name. */
export function tableOfName(name: TableName, report: Report): Table {
  return name === 'claims' ? claimsTable(report) : evidenceTable(report);
}

/**
 * Words that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it (OWASP, CSV
 * injection). Characters that XML 1.0 forbids are left out.
 */
export function safeCell(words: string): string {
  const clean = xmlText(words);
  return /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean;
}

function tableOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Table {
  return {
    name,
    columns: columns.map(({ title, type, width }) => ({ title, type, width })),
    rows: lazyList(rows, (row) =>
      columns.map(({ cell }) => {
        const value = cell(row);
        return typeof value === 'string' ? safeCell(value) : value;
      }),
    ),
    count: rows.length,
  };
}

function claimColumns(report: Report): readonly Column<ReportEntry>[] {
  const { people, address } = report;
  const text = (title: string, width: number, cell: (annotation: Annotation) => Cell) =>
    ({ title, type: 'text', width, cell: ({ annotation }: ReportEntry) => cell(annotation) }) as const;
  const own = (title: ChangeableColumn, width: number) =>
    text(title, width, (one) => changeableCells(one)[title]);
  const number = (title: string, cell: (entry: ReportEntry) => Cell) =>
    ({ title, type: 'number', width: 10, cell }) as const;
  const when = (title: string, type: 'day' | 'instant', cell: (annotation: Annotation) => Cell) =>
    ({ title, type, width: 20, cell: ({ annotation }: ReportEntry) => cell(annotation) }) as const;
  const proposed = ({ check }: Annotation) => openProposal(check);
  const by = (id: string | undefined): Cell => (id === undefined ? null : nameOf(people, id));
  return [
    { title: 'Label', type: 'text', width: 8, cell: entryLabel },
    number('Number', ({ number: own }) => own),
    own('Mark', 14),
    own('Passage', 60),
    text('Status', 16, ({ check }) => readable(check.status)),
    own('Outcome', 20),
    own('Verdict', 20),
    text('Verdict means', 20, (one) => wordOf(proposed(one)?.verdict?.internal)),
    own('Suggested wording', 50),
    own('Rationale', 50),
    own('Claimant', 24),
    when('Claimed on', 'day', (one) => changeableCells(one)['Claimed on']),
    own('Claim types', 24),
    own('Notes', 50),
    number('Evidence', ({ annotation }) => annotation.evidence.length),
    number('Open queries', ({ annotation }) => openQueries(annotation.threads).length),
    own('Flag', 30),
    text('Marked by', 20, ({ authorId }) => by(authorId)),
    when('Marked at', 'instant', ({ createdAt }) => createdAt),
    text('Proposed by', 20, (one) => by(proposed(one)?.byId)),
    when('Proposed at', 'instant', (one) => proposed(one)?.at ?? null),
    text(
      'Confirmed by',
      24,
      ({ check }) => [...confirmersOf(check)].map((id) => nameOf(people, id)).join(', ') || null,
    ),
    text('Signed off by', 20, ({ check }) => by(check.signOff?.byId)),
    when('Signed off at', 'instant', ({ check }) => check.signOff?.at ?? null),
    text('Anchor', 12, ({ anchor }) => readable(anchor.state)),
    number('Start', ({ annotation: { anchor } }) => (anchor.state === 'orphaned' ? null : anchor.start)),
    number('End', ({ annotation: { anchor } }) => (anchor.state === 'orphaned' ? null : anchor.end)),
    text('Address', 40, ({ id }) => `${address}?annotation=${id}`),
    text('Id', 36, ({ id }) => id),
    text('Version', 24, rowVersion),
  ];
}

type EvidenceRow = { readonly entry: ReportEntry; readonly item: Evidence };

function evidenceColumns({ people }: Report): readonly Column<EvidenceRow>[] {
  const text = (title: string, width: number, cell: (item: Evidence) => Cell): Column<EvidenceRow> => ({
    title,
    type: 'text',
    width,
    cell: ({ item }) => cell(item),
  });
  return [
    { title: 'Annotation', type: 'text', width: 12, cell: ({ entry }) => entryLabel(entry) },
    { title: 'Passage', type: 'text', width: 50, cell: ({ entry }) => entry.annotation.anchor.exact },
    text('Title', 40, ({ title }) => title),
    text('Type', 20, ({ type }) => readable(type)),
    text('Tier', 12, ({ tier }) => readable(tier)),
    text('Stance', 12, ({ stance }) => readable(stance)),
    text('Quote', 50, ({ quote }) => quote),
    text('Locator', 16, ({ locator }) => locator),
    text('Address', 40, ({ address }) => address),
    text('Archived address', 40, ({ archivedAddress }) => archivedAddress),
    { title: 'Accessed on', type: 'day', width: 14, cell: ({ item }) => item.accessedOn },
    text('Goes back to', 20, ({ independenceGroup }) => independenceGroup),
    text('Attribution', 18, ({ attribution }) => wordOf(attribution ?? undefined)),
    text('Reliability', 10, ({ reliability }) => reliability),
    { title: 'Credibility', type: 'number', width: 10, cell: ({ item }) => item.credibility },
    text('Confidential', 12, ({ isConfidential }) => (isConfidential ? 'Yes' : 'No')),
    text('File', 24, ({ file }) => file?.name ?? null),
    text('SHA-256 of the capture', 40, ({ captureHash }) => captureHash),
    text('Added by', 20, ({ authorId }) => nameOf(people, authorId)),
    { title: 'Added at', type: 'instant', width: 20, cell: ({ item }) => item.createdAt },
    text('Id', 36, ({ id }) => id),
  ];
}

const wordOf = (word: string | undefined): Cell => (word === undefined ? null : readable(word));
