import type { EditStep } from './reanchored';
import type { Run } from './runs';
import { wordsOf } from './words-of';

/**
 * The stretches that known edit steps left alone, as whole words of both texts. A step that cuts or lengthens a word
 * ("5" to "15") changes all of it. Absent when the steps do not lead from one text to the other: then they are worth
 * nothing.
 */
export function runsOfSteps(
  before: string,
  after: string,
  steps: readonly EditStep[],
): RunsOfSteps | undefined {
  const pieces: Piece[] = [{ start: 0, text: before }];
  for (const step of steps) if (!apply(pieces, step)) return undefined;
  const runs: Run[] = [];
  let newStart = 0;
  for (const { start, text } of pieces) {
    if (!after.startsWith(text, newStart)) return undefined;
    if (start >= 0) runs.push({ start, newStart, length: text.length });
    newStart += text.length;
  }
  if (newStart !== after.length) return undefined;
  return { runs: runs.flatMap((run) => wholeWords(run, before, after)), pieces: runs };
}

/** What known steps left alone: `runs` of whole words, and `pieces` letter by letter. */
export type RunsOfSteps = { readonly runs: readonly Run[]; readonly pieces: readonly Run[] };

/** A stretch of the text as it becomes: kept from `start` of the old text, or inserted (-1). */
type Piece = { readonly start: number; readonly text: string };

/** Changes the pieces as a step says; false when it lies outside the text. */
function apply(pieces: Piece[], { from, to, inserted }: EditStep): boolean {
  const first = pieceAt(pieces, from, { index: 0, at: 0 });
  const last = first && from <= to ? pieceAt(pieces, to, first) : undefined;
  if (first === undefined || last === undefined) return false;
  const [head, tail] = [pieces[first.index], pieces[last.index]];
  const before = pieces[first.index - 1];
  const next: Piece[] = before === undefined ? [] : [before];
  if (head !== undefined) push(next, { start: head.start, text: head.text.slice(0, from - first.at) });
  push(next, { start: -1, text: inserted });
  if (tail !== undefined) {
    const cut = to - last.at;
    push(next, { start: tail.start < 0 ? -1 : tail.start + cut, text: tail.text.slice(cut) });
  }
  const after = pieces[last.index + 1];
  if (after !== undefined) push(next, after);
  const removed =
    last.index - first.index + 1 + (before === undefined ? 0 : 1) + (after === undefined ? 0 : 1);
  pieces.splice(first.index - (before === undefined ? 0 : 1), removed, ...next);
  return true;
}

type PieceAt = { readonly index: number; readonly at: number };

/** The first piece from a known one on that reaches an offset, and where it begins; absent beyond the text. */
function pieceAt(pieces: readonly Piece[], offset: number, from: PieceAt): PieceAt | undefined {
  let { index, at } = from;
  if (offset < at) return undefined;
  for (let piece = pieces[index]; piece !== undefined; piece = pieces[++index]) {
    if (at + piece.text.length >= offset) return { index, at };
    at += piece.text.length;
  }
  return offset === at && pieces.length === 0 ? { index: 0, at: 0 } : undefined;
}

/** Inserted stretches that meet are one; kept ones too when nothing was between them. */
function push(pieces: Piece[], piece: Piece): void {
  if (piece.text === '') return;
  const last = pieces.at(-1);
  const isNext =
    last !== undefined &&
    (piece.start < 0 ? last.start < 0 : last.start >= 0 && last.start + last.text.length === piece.start);
  if (isNext) pieces[pieces.length - 1] = { start: last.start, text: last.text + piece.text };
  else pieces.push(piece);
}

/** The run without what are only parts of words in either text at its edges. */
function wholeWords(run: Run, before: string, after: string): readonly Run[] {
  const shift = run.newStart - run.start;
  const from = settled(run.start, (offset) =>
    Math.max(wordCutAt(before, offset)?.end ?? offset, (wordCutAt(after, offset + shift)?.end ?? 0) - shift),
  );
  const to = settled(run.start + run.length, (offset) =>
    Math.min(
      wordCutAt(before, offset)?.start ?? offset,
      (wordCutAt(after, offset + shift)?.start ?? Number.POSITIVE_INFINITY) - shift,
    ),
  );
  return from < to ? [{ start: from, newStart: from + shift, length: to - from }] : [];
}

/** Moves an offset until it stays: the end of a word of one text may cut a word of the other. */
function settled(offset: number, move: (offset: number) => number): number {
  const next = move(offset);
  return next === offset ? offset : settled(next, move);
}

/** The word or visible character that an offset cuts in two. */
export function wordCutAt(text: string, offset: number): { start: number; end: number } | undefined {
  let from = offset;
  while (from > 0 && offset - from < longestWord && !/\s/.test(text[from - 1] ?? '')) from -= 1;
  const { starts, ends } = wordsOf(text, from, offset, new Map());
  const [start, end] = [starts.at(-1), ends.at(-1)];
  return start !== undefined && end !== undefined && start < offset && end > offset
    ? { start, end }
    : undefined;
}

/** How far back white space is looked for: a paragraph of a script without spaces may be long. */
const longestWord = 500;
