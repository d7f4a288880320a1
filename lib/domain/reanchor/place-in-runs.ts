import type { Passage } from '../article';
import type { Alignment } from './align-texts';
import { evidenceOf } from './evidence-of';
import { firstEndingAfter, type Run, runAround, shifted } from './runs';

/**
 * What an alignment says of a passage. `whole`: all of it stands letter by letter, and whether nothing else could have
 * been meant; `parts`: `kept` characters of it, in a hull with all that stands between them and what came instead of
 * its edges; `none`: no word is left, and what stands in the gap now (nothing, when it is empty).
 */
export type PlaceInRuns = Passage &
  (
    | { readonly kind: 'whole'; readonly isCertain: boolean }
    | { readonly kind: 'parts'; readonly kept: number }
    | { readonly kind: 'none' }
  );

/** Looks a passage of the old text up in an alignment: logarithmic in its runs, linear in the passage. */
export function placeInRuns(
  before: string,
  after: string,
  alignment: Alignment,
  passage: Passage,
): PlaceInRuns {
  const { runs } = alignment;
  const run = runAround(runs, passage);
  if (run !== undefined) {
    const isCertain = isStrong(before, after, run) && isOnlyPlace(before, after, alignment, run, passage);
    return { ...shifted(passage, run), kind: 'whole', isCertain };
  }
  const pieces = piecesOf(before, runs, passage);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return { ...gapAround(after, runs, passage), kind: 'none' };
  const kept = pieces.reduce((sum, { length }) => sum + length, 0);
  const hull = { start: first.newStart, end: last.newStart + last.length };
  const lost = { start: first.start, end: last.start + last.length };
  return { ...withReplacedEdges(before, after, runs, passage, lost, hull), kind: 'parts', kept };
}

/** What of a passage lies in runs, without white space around it. */
export function piecesOf(before: string, runs: readonly Run[], { start, end }: Passage): readonly Run[] {
  const pieces: Run[] = [];
  for (let at = firstEndingAfter(runs, start); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.start >= end) break;
    const from = Math.max(start, run.start);
    const words = before.slice(from, Math.min(end, run.start + run.length));
    const blank = words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0)
      pieces.push({ start: from + blank, newStart: run.newStart + from + blank - run.start, length });
  }
  return pieces;
}

/**
 * The hull with what came instead of words at the edges of the passage: where these words, and none outside the
 * passage, were replaced. `inner` is the old stretch from the first kept word to the last.
 */
function withReplacedEdges(
  before: string,
  after: string,
  runs: readonly Run[],
  passage: Passage,
  inner: Passage,
  hull: Passage,
): Passage {
  const head = before.slice(passage.start, inner.start).trim();
  const tail = before.slice(inner.end, passage.end).trim();
  const previous = runs[firstEndingAfter(runs, inner.start) - 1];
  const next = runs[firstEndingAfter(runs, inner.end)];
  const from = previous === undefined ? 0 : previous.start + previous.length;
  const newFrom = previous === undefined ? 0 : previous.newStart + previous.length;
  const to = next?.start ?? before.length;
  const newTo = next?.newStart ?? after.length;
  const isOwn = (text: string): boolean => text.trim() === '';
  const isHead = head !== '' && isOwn(before.slice(from, passage.start));
  const isTail = tail !== '' && isOwn(before.slice(passage.end, to));
  const came = after.slice(newFrom, Math.max(newFrom, hull.start));
  const went = after.slice(hull.end, Math.max(hull.end, newTo));
  return {
    start: isHead && isLike(head, came) ? hull.start - came.trimStart().length : hull.start,
    end: isTail && isLike(tail, went) ? hull.end + went.trimEnd().length : hull.end,
  };
}

/** Whether new text is short enough to stand for what was lost, and no new paragraph. */
function isLike(lost: string, came: string): boolean {
  return came.length <= 2 * lost.length + 40 && !came.trim().includes('\n');
}

/** The new text between the words that are left on both sides of a passage. */
function gapAround(after: string, runs: readonly Run[], passage: Passage): Passage {
  const index = firstEndingAfter(runs, passage.start);
  const run = runs[index];
  // a run may hold white space of the passage: what it holds beyond that is beside the passage
  const isBefore = run !== undefined && run.start < passage.start;
  const previous = isBefore ? run : runs[index - 1];
  const next = runs[isBefore ? index + 1 : index];
  const from = previous === undefined ? 0 : previous.newStart + previous.length;
  const words = after.slice(from, Math.max(from, next?.newStart ?? after.length));
  const start = from + words.length - words.trimStart().length;
  return { start, end: Math.max(start, from + words.trimEnd().length) };
}

/** A run says enough about its place when it is long, or a whole line that stands once in both texts. */
function isStrong(before: string, after: string, { start, newStart, length }: Run): boolean {
  if (evidenceOf(before, start, start + length) >= 1) return true;
  const isLine =
    isLineEdge(before, start - 1) &&
    isLineEdge(before, start + length) &&
    isLineEdge(after, newStart - 1) &&
    isLineEdge(after, newStart + length);
  const words = before.slice(start, start + length).trim();
  return isLine && isOnce(before, words, 0, before.length) && isOnce(after, words, 0, after.length);
}

/** White space around a run belongs to it: an edge is a line feed, the end of the text, or lies behind one. */
function isLineEdge(text: string, offset: number): boolean {
  const unit = text[offset];
  return unit === undefined || unit === '\n' || text[offset + 1] === '\n' || text[offset - 1] === '\n';
}

/**
 * Whether a passage inside a run can be nowhere else: pins of the same run on both sides of it, or on it; or its text
 * stands once between the nearest pins of both texts.
 */
function isOnlyPlace(
  before: string,
  after: string,
  { pins }: Alignment,
  run: Run,
  passage: Passage,
): boolean {
  const beyond = firstEndingAfter(pins, passage.start);
  const onRight = pins[beyond];
  const onLeft = onRight !== undefined && onRight.start < passage.end ? onRight : pins[beyond - 1];
  const isHeldRight = onRight !== undefined && onRight.start < run.start + run.length;
  const isHeldLeft = onLeft !== undefined && onLeft.start >= run.start;
  if (isHeldLeft && isHeldRight) return true;
  const words = before.slice(passage.start, passage.end);
  const from = onLeft === undefined ? 0 : onLeft.start + onLeft.length;
  const newFrom = onLeft === undefined ? 0 : onLeft.newStart + onLeft.length;
  return (
    isOnce(before, words, from, onRight?.start ?? before.length) &&
    isOnce(after, words, newFrom, onRight?.newStart ?? after.length)
  );
}

function isOnce(text: string, words: string, from: number, to: number): boolean {
  const stretch = text.slice(from, Math.max(from, to));
  const found = stretch.indexOf(words);
  return found !== -1 && stretch.indexOf(words, found + 1) === -1;
}
