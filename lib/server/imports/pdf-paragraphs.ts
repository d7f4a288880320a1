import 'server-only';
import type { PdfColumn } from './pdf-columns';
import type { PdfLine } from './pdf-lines';
import { findTables, type PdfRow } from './pdf-tables';

/** A paragraph as its lines; `page` is that of its first line, `size` that of its letters. */
export type PdfParagraph = {
  readonly lines: readonly PdfLine[];
  readonly page: number;
  readonly size: number;
  /** A table instead of a paragraph. */
  readonly rows?: readonly PdfRow[];
  /** The description of a picture. */
  readonly isFigure?: boolean;
};

type Placed = { readonly line: PdfLine; readonly column: PdfColumn; readonly page: number };

/** Joins lines into paragraphs, also across columns and pages, where the text runs on. */
export function paragraphsOf(
  columns: readonly { readonly column: PdfColumn; readonly page: number }[],
): PdfParagraph[] {
  const leading = usualLeading(columns.map(({ column }) => column));
  const paragraphs: (PdfParagraph & { readonly lines: PdfLine[] })[] = [];
  let before: Placed | undefined;
  for (const { column, page } of columns) {
    for (const part of findTables(column.lines)) {
      if ('rows' in part) {
        const { lines, rows } = part;
        paragraphs.push({ lines: [...lines], page, size: lines[0]?.size ?? 0, rows });
        before = undefined;
        continue;
      }
      const { line } = part;
      if (line.isFigure === true) {
        paragraphs.push({ lines: [line], page, size: line.size, isFigure: true });
        before = undefined;
        continue;
      }
      const placed = { line, column, page };
      const last = paragraphs.at(-1);
      if (last !== undefined && before !== undefined && runsOn(before, placed, leading))
        last.lines.push(line);
      else paragraphs.push({ lines: [line], page, size: line.size });
      before = placed;
    }
  }
  return paragraphs;
}

function runsOn(before: Placed, next: Placed, leading: number): boolean {
  const [one, other] = [before.line, next.line];
  if (Math.abs(one.size - other.size) > one.size * 0.06 || startsItem(other.text)) return false;
  const isIndented = other.x > next.column.x + other.size * 0.8 && one.x <= before.column.x + one.size * 0.8;
  if (before.column !== next.column) {
    // Over a column's or a page's foot only the words tell whether the sentence goes on.
    return !endsSentence(one.text) && !isIndented && !/^\p{Lu}/u.test(other.text)
      ? true
      : isFull(before) && !endsSentence(one.text) && !isIndented;
  }
  const gap = one.y - other.y;
  if (gap > Math.max(leading * 1.35, other.size * 1.9) || gap <= 0) return false;
  if (isIndented && !isHanging(before, next)) return false;
  return isFull(before) || !endsSentence(one.text);
}

/** A hanging paragraph: the first line stands out and the others are set in. */
const isHanging = (before: Placed, next: Placed): boolean =>
  startsItem(before.line.text) || before.line.x < next.line.x - next.line.size * 4;

const isFull = ({ line, column }: Placed): boolean => line.end > column.end - (column.end - column.x) * 0.12;

const endsSentence = (text: string): boolean => /[.!?:…。！？]["'”’»)\]\d]*$/u.test(text);

/** A list's marker, or a footnote's number before its words. */
export const startsItem = (text: string): boolean => /^(?:[•‣◦▪–*]\s|\(?\d{1,3}[.)]\s|[a-z]\)\s)/u.test(text);

/** The most frequent distance between two lines of a column. */
function usualLeading(columns: readonly PdfColumn[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of columns) {
    lines.forEach((line, at) => {
      const next = lines[at + 1];
      if (next === undefined || Math.abs(next.size - line.size) > 0.5) return;
      const gap = Math.round((line.y - next.y) * 2) / 2;
      if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    });
  }
  return [...counts].reduce((most, found) => (found[1] > most[1] ? found : most), [0, 0])[0];
}
