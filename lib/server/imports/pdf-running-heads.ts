import 'server-only';
import type { PdfLine } from './pdf-lines';

/** The lines of one page without heads, feet and page number; `label` is the number printed on it. */
export type BodyPage = { readonly lines: readonly PdfLine[]; readonly label: number };

/**
 * Takes running heads, feet and page numbers off the pages: what stands at the edge of several pages in the same words,
 * numbers aside. The printed numbers are the pages' own where they count on from page to page, else pages count from 1.
 */
export function withoutRunningHeads(
  pages: readonly { readonly height: number; readonly lines: readonly PdfLine[] }[],
): {
  readonly pages: readonly BodyPage[];
  readonly dropped: readonly string[];
} {
  const edges = pages.map(({ lines, height }) => lines.filter((line) => isAtEdge(line, lines, height)));
  const seen = new Map<string, number>();
  for (const lines of edges)
    for (const key of new Set(lines.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean =>
    (seen.get(keyOf(line)) ?? 0) >= (pages.length <= 3 ? 2 : 3) ||
    (pages.length > 1 && numberOf(line) !== undefined);
  const found = edges.map((lines) => lines.filter(isRunning));
  // Where everything stands at an edge, as on slides, it is all there is to read.
  const isAll = pages.every(({ lines }, at) => lines.length === found[at]?.length);
  const running = isAll ? found.map(() => []) : found;
  const printed = running.map((lines) => lines.map(numberOf).find((number) => number !== undefined));
  const first = printed[0] ?? 1;
  const counts = printed.every((number, at) => number === undefined || number === first + at);
  return {
    pages: pages.map(({ lines }, at) => ({
      lines: lines.filter((line) => running[at]?.includes(line) !== true),
      label: (counts && first >= 1 ? first : 1) + at,
    })),
    dropped: running.flat().map(({ text }) => text),
  };
}

/** How much of a page is edge, above and below. */
const edgeShare = 0.12;

/** Among the two outermost lines above or below, and near the edge of the page. */
function isAtEdge(line: PdfLine, lines: readonly PdfLine[], height: number): boolean {
  const above = lines.filter(({ y }) => y > line.y + 1).length;
  const below = lines.filter(({ y }) => y < line.y - 1).length;
  const isHigh = line.y > height * (1 - edgeShare) && above < 3;
  const isLow = line.y < height * edgeShare && below < 3;
  return isHigh || isLow;
}

/** Only short lines count their pages; a long one is running when it says the very same. */
const keyOf = ({ text, y }: PdfLine): string =>
  `${Math.round(y / 8)} ${(text.length <= longestCounting ? text.replace(/\d+/g, '#') : text).toLowerCase()}`;

const longestCounting = 60;

/** The page number that a line consists of: `7`, `– 7 –`, `Page 7 of 12`, `7/12`. */
function numberOf({ text }: PdfLine): number | undefined {
  const found =
    /^(?:[-–—|•\s]*|(?:page|seite|p\.|s\.|página|pagina)\s*)(\d{1,5})(?:[-–—|•\s]*|\s*(?:of|von|de|di|\/)\s*\d{1,5})$/i.exec(
      text,
    )?.[1];
  return found === undefined ? undefined : Number(found);
}
