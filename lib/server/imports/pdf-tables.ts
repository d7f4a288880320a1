import 'server-only';
import type { PdfLine } from './pdf-lines';

/** A cell: the lines of its words, and how many columns it reaches over. */
export type PdfCell = { readonly lines: readonly PdfLine[]; readonly span: number };
/** The cells of a row from the first column to the last. */
export type PdfRow = { readonly cells: readonly PdfCell[]; readonly isHeader: boolean };

/** A line of running text, or a table that takes the place of its lines. */
export type LineOrTable =
  | { readonly line: PdfLine }
  | { readonly rows: readonly PdfRow[]; readonly lines: readonly PdfLine[] };

/**
 * Finds the tables among the lines of a column, top to bottom: rows that follow each other, whose pieces stand below each
 * other in columns that empty strips part. Where columns are not evident the lines stay lines; nothing is lost.
 */
export function findTables(lines: readonly PdfLine[]): LineOrTable[] {
  const found: LineOrTable[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = runAt(lines, at);
    const rows = run.length < leastRows ? undefined : tableOf(run);
    if (rows === undefined) {
      const line = lines[at];
      if (line !== undefined) found.push({ line });
      at += 1;
    } else {
      found.push({ rows, lines: run });
      at += run.length;
    }
  }
  return found;
}

const leastRows = 2;
/** Lines further apart than so many letter heights are not of one table. */
const widestGap = 3.2;
/** Two columns with a longer cell than this are a list of terms or a talk, whose lines are read as they stand. */
const longestPair = 60;

const cellsOf = (line: PdfLine): readonly PdfLine[] => line.cells ?? [line];
const isRow = (line: PdfLine | undefined): boolean => line !== undefined && cellsOf(line).length >= 2;

/** From a row on, the lines that may belong to one table with it; the last of them is a row or the rest of one. */
function runAt(lines: readonly PdfLine[], start: number): readonly PdfLine[] {
  if (!isRow(lines[start])) return [];
  let end = start + 1;
  let last = start;
  while (end < lines.length && isNear(lines[end - 1], lines[end])) {
    if (isRow(lines[end])) last = end;
    else if (end - last > 2) break;
    end += 1;
  }
  return lines.slice(start, last + 1);
}

const isNear = (one: PdfLine | undefined, other: PdfLine | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  other.isFigure !== true &&
  one.y - other.y > 0 &&
  one.y - other.y <= widestGap * Math.max(one.size, other.size);

type Strip = { readonly x: number; readonly end: number };

function tableOf(run: readonly PdfLine[]): PdfRow[] | undefined {
  const columns = columnsOf(run);
  if (columns === undefined) return undefined;
  const placed = run.map((line) => cellsOf(line).map((piece) => ({ piece, ...reach(piece, columns) })));
  // A piece across the table in the middle of it is text that parts two tables, or no table at all.
  const isBroken = placed.some((row, at) => at > 0 && row.length === 1 && (row[0]?.span ?? 1) > 1);
  const hasClash = placed.some((row) =>
    row.some(({ first }, at) => at > 0 && first < (row[at - 1]?.first ?? 0) + (row[at - 1]?.span ?? 1)),
  );
  if (isBroken || hasClash) return undefined;
  const gap = usualGap(run, placed);
  const rows: (PdfCell | undefined)[][] = [];
  placed.forEach((row, at) => {
    const before = run[at - 1];
    const isRest =
      before !== undefined &&
      row[0] !== undefined &&
      row[0].first > 0 &&
      before.y - (run[at]?.y ?? 0) < gap * 0.85;
    const target =
      (isRest ? rows.at(-1) : undefined) ?? new Array<PdfCell | undefined>(columns.length).fill(undefined);
    if (!isRest) rows.push(target);
    for (const { piece, first, span } of row) {
      const known = target[first];
      target[first] = { lines: [...(known?.lines ?? []), piece], span: known?.span ?? span };
    }
  });
  return rows.map((row, at) => ({ cells: filled(row), isHeader: at === 0 && hasOwnLook(run) }));
}

/** The columns that the rows with most cells have in common; undefined where no empty strips part them. */
function columnsOf(run: readonly PdfLine[]): readonly Strip[] | undefined {
  const most = Math.max(...run.map((line) => cellsOf(line).length));
  const fullest = run.filter((line) => cellsOf(line).length === most);
  if (fullest.length < leastRows) return undefined;
  const columns = mergedStrips(fullest.flatMap(cellsOf));
  if (columns.length !== most) return undefined;
  const firsts = fullest.map((line) => cellsOf(line)[0]?.text.trim() ?? '');
  if (firsts.every((text) => marker.test(text))) return undefined;
  const cells = fullest.flatMap(cellsOf);
  return most === 2 && cells.some(({ text }) => text.length > longestPair) ? undefined : columns;
}

/** A number or a dot in the margin belongs to a list. */
const marker = /^(?:\(?\d{1,3}[.)]|[•‣◦▪–—*-]|[a-z][.)])$/u;

/** Stretches of the width that pieces cover, run together where they overlap. */
function mergedStrips(pieces: readonly PdfLine[]): Strip[] {
  const strips: { x: number; end: number }[] = [];
  for (const { x, end } of [...pieces].sort((one, other) => one.x - other.x)) {
    const last = strips.at(-1);
    if (last !== undefined && x < last.end) last.end = Math.max(last.end, end);
    else strips.push({ x, end });
  }
  return strips;
}

/** The first column that a piece stands in, and how many it reaches over; beside all of them it is in the nearest. */
function reach(piece: PdfLine, columns: readonly Strip[]): { readonly first: number; readonly span: number } {
  const over = columns.flatMap(({ x, end }, at) => (piece.x < end && piece.end > x ? [at] : []));
  const first = over[0];
  if (first !== undefined) return { first, span: over.length };
  const distances = columns.map(({ x, end }) => Math.min(Math.abs(piece.x - end), Math.abs(piece.end - x)));
  return { first: distances.indexOf(Math.min(...distances)), span: 1 };
}

/** The most frequent distance of lines that both begin in the first column. */
function usualGap(
  run: readonly PdfLine[],
  placed: readonly (readonly { readonly first: number }[])[],
): number {
  const gaps = run.flatMap((line, at) => {
    const before = run[at - 1];
    return before !== undefined && placed[at]?.[0]?.first === 0 ? [before.y - line.y] : [];
  });
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
}

/** The row with an empty cell for each column that nothing stands in. */
function filled(row: readonly (PdfCell | undefined)[]): PdfCell[] {
  const cells: PdfCell[] = [];
  for (let column = 0; column < row.length; ) {
    const cell = row[column] ?? { lines: [], span: 1 };
    cells.push(cell);
    column += cell.span;
  }
  return cells;
}

/** The first row is set in letters of its own: it names the columns. */
function hasOwnLook(run: readonly PdfLine[]): boolean {
  const [first, ...rest] = run.filter(isRow);
  const font = first === undefined ? undefined : cellsOf(first)[0]?.font;
  return rest.length > 0 && rest.every((line) => cellsOf(line)[0]?.font !== font);
}
