import type { Passage } from '../article';
import type { Alignment } from './align-texts';
import { isOnlyPlace } from './is-only-place';
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
    const isCertain = isOnlyPlace(before, after, alignment, run, passage);
    return { ...shifted(passage, run), kind: 'whole', isCertain };
  }
  const parts = partsInRuns(before, after, runs, passage);
  return parts === undefined
    ? { ...gapAround(after, runs, passage), kind: 'none' }
    : { ...parts, kind: 'parts' };
}

/** The hull of what runs hold of a passage, with what came instead of its edges, and how many characters are kept. */
export function partsInRuns(
  before: string,
  after: string,
  runs: readonly Run[],
  passage: Passage,
): (Passage & { readonly kept: number }) | undefined {
  const pieces = piecesOf(before, runs, passage);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const kept = pieces.reduce((sum, { length }) => sum + length, 0);
  const hull = { start: first.newStart, end: last.newStart + last.length };
  const inner = { start: first.start, end: last.start + last.length };
  return { ...withReplacedEdges(before, after, runs, passage, inner, hull), kept };
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
