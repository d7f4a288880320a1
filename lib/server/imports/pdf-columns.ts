import 'server-only';
import type { PdfLine } from './pdf-lines';

/** Lines in the order in which they are read, in runs that stand in the same column. */
export type PdfColumn = { readonly x: number; readonly end: number; readonly lines: readonly PdfLine[] };

/**
 * The reading order of a page: where an empty strip parts the lines into columns, the left one is read to its foot before
 * the right one; a line across the strip (a headline, a wide table) is read between what stands above and below it.
 */
export function readingOrder(lines: readonly PdfLine[]): PdfColumn[] {
  const strip = findStrip(lines);
  if (strip === undefined) return lines.length === 0 ? [] : [columnOf(lines)];
  const columns: PdfColumn[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  let across: PdfLine[] = [];
  const closeColumns = (): void => {
    columns.push(...readingOrder(left), ...readingOrder(right));
    left = [];
    right = [];
  };
  const closeAcross = (): void => {
    if (across.length > 0) columns.push(columnOf(across));
    across = [];
  };
  for (const line of topDown(lines)) {
    if (line.x < strip && line.end > strip) {
      closeColumns();
      across.push(line);
      continue;
    }
    closeAcross();
    if (line.end <= strip) left.push(line);
    else right.push(line);
  }
  closeColumns();
  closeAcross();
  return columns;
}

function columnOf(lines: readonly PdfLine[]): PdfColumn {
  return {
    x: Math.min(...lines.map(({ x }) => x)),
    end: Math.max(...lines.map(({ end }) => end)),
    lines: joinRows(topDown(lines)),
  };
}

const topDown = (lines: readonly PdfLine[]): PdfLine[] =>
  [...lines].sort((one, other) => other.y - one.y || one.x - other.x);

/** Pieces on one baseline that no column parts are one line: the cells of a table's row, a number and its item. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  return lines.reduce<PdfLine[]>((rows, line) => {
    const last = rows.at(-1);
    const isApart = last === undefined || Math.abs(last.y - line.y) > Math.max(last.size, line.size) * 0.3;
    if (isApart || last.isFigure === true || line.isFigure === true) {
      rows.push(line);
      return rows;
    }
    rows[rows.length - 1] = {
      ...last,
      parts: [...last.parts, { text: ' ', isRaised: false }, ...line.parts],
      text: `${last.text} ${line.text}`,
      end: Math.max(last.end, line.end),
      cells: [...(last.cells ?? [last]), line],
    };
    return rows;
  }, []);
}

/** On each side of a strip stand at least so many lines, and they share at least this much of their height. */
const leastLines = 4;
const leastOverlap = 0.5;
const mostAcross = 0.34;

/** The middle of the widest strip that parts the lines into columns; undefined where they stand in one. */
function findStrip(lines: readonly PdfLine[]): number | undefined {
  let best: { readonly at: number; readonly width: number; readonly across: number } | undefined;
  for (const start of new Set(lines.map(({ end }) => end))) {
    const right = lines.filter(({ x }) => x >= start - 0.5);
    const left = lines.filter(({ end }) => end <= start + 0.5);
    const across = lines.length - right.length - left.length;
    if (left.length < leastLines || right.length < leastLines || across > lines.length * mostAcross) continue;
    const edge = Math.min(...right.map(({ x }) => x));
    const size = Math.max(...lines.map((line) => line.size).slice(0, 1), 1);
    const width = edge - start;
    const isBetter =
      best === undefined || across < best.across || (across === best.across && width > best.width);
    if (width >= size * 0.8 && overlap(left, right) >= leastOverlap && areWide(left, right) && isBetter) {
      best = { at: start + width / 2, width, across };
    }
  }
  return best?.at;
}

/** Columns hold running text; a strip beside numbers or markers parts nothing. */
function areWide(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  const long = (lines: readonly PdfLine[]): boolean =>
    lines.filter(({ text }) => text.length >= 15).length >= lines.length * 0.5;
  return long(left) && long(right);
}

/** The share of the shorter side's height in which lines stand on both sides. */
function overlap(left: readonly PdfLine[], right: readonly PdfLine[]): number {
  const reach = (lines: readonly PdfLine[]) => ({
    top: Math.max(...lines.map(({ y, size }) => y + size)),
    foot: Math.min(...lines.map(({ y }) => y)),
  });
  const [one, other] = [reach(left), reach(right)];
  const shared = Math.min(one.top, other.top) - Math.max(one.foot, other.foot);
  return shared / Math.min(one.top - one.foot, other.top - other.foot);
}
