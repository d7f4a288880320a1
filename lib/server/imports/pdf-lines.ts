import 'server-only';
import type { PdfFigure, PdfPage, PdfWord } from './pdf-words';

/** A stretch of one line without a wide gap; `raised` are the characters set small and high, as footnote numbers are. */
export type PdfLine = {
  readonly parts: readonly { readonly text: string; readonly isRaised: boolean }[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
  /** The pieces that stand on one baseline far apart, from first to last, where there are several. */
  readonly cells?: readonly PdfLine[];
  /** It stands for a picture. */
  readonly isFigure?: boolean;
};

/** Gaps wider than this many letter heights part columns and cells. */
const wideGap = 1.2;
/** Gaps wider than this are spaces that the file does not spell out. */
const spaceGap = 0.16;

/**
 * The words of a page as lines, top to bottom and in the direction of writing; words far apart are lines of their own.
 * The descriptions of pictures are lines below the words before them. A page that is written from right to left is
 * mirrored: then its first column, too, is the one with the smallest `x`.
 */
export function linesOf({ words, figures, width, height }: PdfPage): PdfLine[] {
  const lines = rowsOf(words).flatMap(splitRow);
  const isMirrored = lines.filter((line) => line.isRightToLeft).length > lines.length / 2;
  const all = [...lines, ...figures.map((figure) => figureLine(figure, height))];
  return isMirrored ? all.map((line) => ({ ...line, x: width - line.end, end: width - line.x })) : all;
}

function figureLine({ alt, after }: PdfFigure, height: number): PdfLine {
  const text = `[Image: ${alt}]`;
  const { x, y, size, font } = after ?? { x: 0, y: height, size: 1, font: '' };
  return {
    parts: [{ text, isRaised: false }],
    text,
    x,
    end: x + size,
    y: y - size * 0.6,
    size,
    font,
    isRightToLeft: false,
    isFigure: true,
  };
}

/** Words on the same baseline, a little raised or lowered ones included. */
function rowsOf(words: readonly PdfWord[]): PdfWord[][] {
  const rows: PdfWord[][] = [];
  for (const word of [...words].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1);
    const base = row?.find(({ size }) => size === Math.max(...row.map((other) => other.size)));
    const isSame = base !== undefined && Math.abs(base.y - word.y) < Math.max(base.size, word.size) * 0.45;
    if (row !== undefined && isSame) row.push(word);
    else rows.push([word]);
  }
  return rows;
}

function splitRow(row: readonly PdfWord[]): PdfLine[] {
  const ordered = [...row].sort((one, other) => one.x - other.x);
  const lines: PdfWord[][] = [];
  for (const word of ordered) {
    const last = lines.at(-1)?.at(-1);
    const isFar = last === undefined || word.x - last.end > wideGap * Math.max(last.size, word.size);
    if (isFar) lines.push([word]);
    else lines.at(-1)?.push(word);
  }
  return lines.map(lineOf);
}

function lineOf(words: readonly PdfWord[]): PdfLine {
  const size = mainSize(words);
  const base = words.find((word) => word.size === size)?.y ?? words[0]?.y ?? 0;
  const isRightToLeft = words.filter((word) => word.isRightToLeft).length > words.length / 2;
  const read = isRightToLeft ? [...words].reverse() : words;
  const parts: { text: string; isRaised: boolean }[] = [];
  read.forEach((word, at) => {
    const before = read[at - 1];
    const isRaised = word.size < size * 0.85 && word.y > base + size * 0.15;
    const text = before !== undefined && needsSpace(before, word) ? ` ${word.text}` : word.text;
    const last = parts.at(-1);
    if (last !== undefined && last.isRaised === isRaised) last.text += text;
    else parts.push({ text, isRaised });
  });
  return {
    parts,
    text: parts
      .map(({ text }) => text)
      .join('')
      .trim(),
    x: Math.min(...words.map((word) => word.x)),
    end: Math.max(...words.map((word) => word.end)),
    y: base,
    size,
    font: words[0]?.font ?? '',
    isRightToLeft,
  };
}

/** The size of most characters of a line. */
function mainSize(words: readonly PdfWord[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of words) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

const wordless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]$/u;
const wordlessStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function needsSpace(before: PdfWord, word: PdfWord): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(word.text)) return false;
  if (wordless.test(before.text) && wordlessStart.test(word.text)) return false;
  const gap = word.x >= before.end ? word.x - before.end : before.x - word.end;
  return gap > spaceGap * Math.max(before.size, word.size);
}
