import bidiFactory from 'bidi-js';
import type { WritingDirection } from '@/lib/domain/direction';
import { hasRightToLeft, isRightToLeft } from '../text-direction';
import type { Face, Faces } from './faces';

/** How a stretch of words looks and where it leads. */
export type Look = {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** Above the line, in points. */
  readonly rise?: number | undefined;
  readonly fill?: string | undefined;
  /** Lines below the words, one under the other. */
  readonly under?: readonly Underline[] | undefined;
  readonly isStruck?: boolean | undefined;
  readonly href?: string | undefined;
  /** The name of a place in the same document. */
  readonly goTo?: string | undefined;
};
export type Underline = { readonly style: 'solid' | 'wavy' | 'double' | 'dotted'; readonly color: string };
export type StyledRun = { readonly text: string; readonly look: Look };

/** Words in one font and look at their place in a line, from the line's left edge. */
export type Fragment = {
  readonly text: string;
  /** The same in the pieces that were measured. */
  readonly words: readonly string[];
  readonly font: string;
  readonly look: Look;
  readonly x: number;
  readonly width: number;
  readonly isRightToLeft: boolean;
};

/** A line with its fragments in the order in which they are read, and how wide it is. */
export type LaidLine = { readonly fragments: readonly Fragment[]; readonly width: number };

export type Measure = (text: string, font: string, size: number) => number;
export type LayOut = {
  readonly faces: Pick<Faces, 'runsOf'>;
  readonly measure: Measure;
};

/** A paragraph of an article that runs in a direction, broken into lines of a width; each line is set in visual order (Unicode Standard Annex 9). */
export function layOut(
  runs: readonly StyledRun[],
  width: number,
  tools: LayOut,
  article: WritingDirection | null = null,
): readonly LaidLine[] {
  const words = runs.map(({ text }) => text).join('');
  const isMirrored = isRightToLeft(words, article);
  const pieces = runs.flatMap((run) => piecesOf(run, tools));
  const lines = breakLines(pieces, width, tools);
  const needsOrder = isMirrored || hasRightToLeft(words);
  return lines.map((line) => {
    const ordered = needsOrder
      ? inVisualOrder(line, isMirrored, tools)
      : line.map((piece, order) => ({ ...piece, order, isRightToLeft: false }));
    return placed(ordered, isMirrored ? width : undefined);
  });
}

type Piece = {
  readonly text: string;
  readonly font: string;
  readonly look: Look;
  readonly width: number;
  /** A line may end behind it. */
  readonly mayBreak: boolean;
  /** A line ends behind it. */
  readonly mustBreak: boolean;
};
type OrderedPiece = Omit<Piece, 'mayBreak' | 'mustBreak'> & {
  readonly isRightToLeft: boolean;
  /** Its place in reading order. */
  readonly order: number;
};

/** Words with the white space behind them; an East Asian character is a word, and closing signs stay with it. */
const tokens =
  /\n|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{Pe}\p{Pf}\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\u30fc]*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s])[^-–—/])*[-–—/]*[^\S\n]*/gu;

/** Scripts that are written without spaces between words. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const southEastAsian = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter('th', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The words of a stretch without spaces, where only a dictionary knows them; signs stay with the word before them. */
function wordsOf(token: string): readonly string[] {
  if (!southEastAsian.test(token)) return [token];
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(token)) {
    const last = found.length - 1;
    if (isWordLike === true || last < 0) found.push(segment);
    else found[last] += segment;
  }
  return found;
}

function piecesOf({ text, look }: StyledRun, { faces, measure }: LayOut): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const token of [...text.matchAll(tokens)].flatMap(([whole]) => wordsOf(whole))) {
    if (token === '') continue;
    if (token === '\n') {
      pieces.push({ text: '', font: '', look, width: 0, mayBreak: true, mustBreak: true });
      continue;
    }
    const runs = faces.runsOf(token.replaceAll('\t', ' '), look.face);
    const isEnd = /[\s\-–—/]$/u.test(token) || withoutSpaces.test(token);
    for (const [index, run] of runs.entries()) {
      const width = measure(run.text, run.font, look.size);
      pieces.push({ ...run, look, width, mayBreak: isEnd && index === runs.length - 1, mustBreak: false });
    }
  }
  return pieces;
}

function breakLines(pieces: readonly Piece[], width: number, tools: LayOut): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  let word: Piece[] = [];
  const endLine = (): void => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const endWord = (): void => {
    const length = word.reduce((sum, { width: own }) => sum + own, 0);
    const bare = length - trailingSpace(word[word.length - 1], tools);
    if (line.length > 0 && used + bare > width) endLine();
    for (const piece of bare > width ? word.flatMap((one) => chopped(one, width, tools)) : word) {
      if (line.length > 0 && used + piece.width > width && bare > width) endLine();
      line.push(piece);
      used += piece.width;
    }
    word = [];
  };
  for (const piece of pieces) {
    if (piece.mustBreak) {
      endWord();
      endLine();
      continue;
    }
    word.push(piece);
    if (piece.mayBreak) endWord();
  }
  endWord();
  if (line.length > 0 || lines.length === 0) endLine();
  return lines;
}

function trailingSpace(piece: Piece | undefined, { measure }: LayOut): number {
  if (piece === undefined) return 0;
  const bare = piece.text.trimEnd();
  return bare === piece.text ? 0 : piece.width - measure(bare, piece.font, piece.look.size);
}

/** A word that no line has room for, cut into stretches that fit. */
function chopped(piece: Piece, width: number, { measure }: LayOut): readonly Piece[] {
  const { text, font, look } = piece;
  const parts: Piece[] = [];
  let part = '';
  const end = (): void => {
    if (part !== '') parts.push({ ...piece, text: part, width: measure(part, font, look.size) });
    part = '';
  };
  for (const { segment: character } of graphemes.segment(text)) {
    if (part !== '' && measure(part + character, font, look.size) > width) end();
    part += character;
  }
  end();
  return parts;
}

const bidi = bidiFactory();

/** Splits a line where the direction changes and sets its parts from left to right (rules L2 and L4). */
function inVisualOrder(
  line: readonly Piece[],
  isMirrored: boolean,
  { measure }: LayOut,
): readonly OrderedPiece[] {
  const text = line.map((piece) => piece.text).join('');
  const { levels } = bidi.getEmbeddingLevels(text, isMirrored ? 'rtl' : 'ltr');
  const parts: (OrderedPiece & { readonly level: number })[] = [];
  let offset = 0;
  for (const piece of line) {
    let from = 0;
    for (let at = 1; at <= piece.text.length; at += 1) {
      const level = levels[offset + from] ?? 0;
      if (at < piece.text.length && levels[offset + at] === level) continue;
      const words = piece.text.slice(from, at);
      const isRight = level % 2 === 1;
      const shown = isRight ? mirrored(words) : words;
      parts.push({
        text: shown,
        font: piece.font,
        look: piece.look,
        width: measure(shown, piece.font, piece.look.size),
        isRightToLeft: isRight,
        order: parts.length,
        level,
      });
      from = at;
    }
    offset += piece.text.length;
  }
  return reordered(parts);
}

/** Brackets turn round; signs without a letter are set backwards here, because no font's shaping does it. */
function mirrored(words: string): string {
  const turned = [...words].map((sign) => bidi.getMirroredCharacter(sign) ?? sign);
  return hasRightToLeft(words) ? turned.join('') : turned.reverse().join('');
}

function reordered<T extends { readonly level: number }>(parts: readonly T[]): readonly T[] {
  const order = [...parts];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      if ((order[from]?.level ?? 0) < level) continue;
      let to = from;
      while (to + 1 < order.length && (order[to + 1]?.level ?? 0) >= level) to += 1;
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return order;
}

/** Neighbours of one look and direction become one fragment. A line from right to left ends at the right edge. */
function placed(pieces: readonly OrderedPiece[], rightEdge: number | undefined): LaidLine {
  type Merged = { -readonly [Key in keyof OrderedPiece]: OrderedPiece[Key] } & { readonly words: string[] };
  const merged: Merged[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    const isOne =
      last !== undefined &&
      !last.isRightToLeft &&
      !piece.isRightToLeft &&
      last.look === piece.look &&
      last.font === piece.font;
    if (isOne) {
      last.text += piece.text;
      last.words.push(piece.text);
      last.width += piece.width;
    } else merged.push({ ...piece, words: [piece.text] });
  }
  const width = merged.reduce((sum, piece) => sum + piece.width, 0);
  let x = rightEdge === undefined ? 0 : rightEdge - width;
  const fragments = merged.map((piece) => {
    const fragment = { ...piece, x };
    x += piece.width;
    return fragment;
  });
  // Read aloud and copied in the order in which they were written, wherever they stand in the line.
  return { fragments: fragments.sort((a, b) => a.order - b.order), width };
}
