import type { Passage } from '../article';
import type { Alignment } from './align-texts';
import { evidenceOf } from './evidence-of';
import { isOnce } from './is-once';
import { firstEndingAfter, type Run, runAround } from './runs';

/**
 * Whether a passage inside a run can be nowhere else. The run says enough about its place, nothing much like the passage
 * is left over, and pins of the same run hold it on both sides, or a long one holds the whole of it; else its text stands
 * once between the nearest pins of both texts, and none of its words are left over around there.
 */
export function isOnlyPlace(
  before: string,
  after: string,
  { runs, pins, twins }: Alignment,
  run: Run,
  passage: Passage,
): boolean {
  if (!isStrong(before, after, run)) return false;
  const [beside, newBeside] = stretchesBeside(before, after, runs, run);
  const within = { start: run.start, end: run.start + run.length };
  if (twins.hasNearTwin(passage, within) || twins.hasLikeIn(passage, beside, newBeside)) return false;
  const around = runAround(pins, passage);
  if (around !== undefined && evidenceOf(before, around.start, around.start + around.length) >= 1)
    return true;
  const onLeft = pins[firstEndingAfter(pins, passage.start) - 1];
  const onRight = pins[firstStartingAt(pins, passage.end)];
  const isHeldLeft = onLeft !== undefined && onLeft.start >= run.start;
  const isHeldRight = onRight !== undefined && onRight.start < run.start + run.length;
  if (isHeldLeft && isHeldRight) return true;
  const words = before.slice(passage.start, passage.end);
  const region = {
    start: onLeft === undefined ? 0 : onLeft.start + onLeft.length,
    end: onRight?.start ?? before.length,
  };
  const newRegion = {
    start: onLeft === undefined ? 0 : onLeft.newStart + onLeft.length,
    end: onRight?.newStart ?? after.length,
  };
  return (
    isOnce(before, words, region.start, region.end) &&
    isOnce(after, words, newRegion.start, newRegion.end) &&
    !twins.hasWordsIn(passage, joined(region, beside), joined(newRegion, newBeside))
  );
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
  return isLine && isOnce(before, words) && isOnce(after, words);
}

/** White space around a run belongs to it: an edge is a line feed, the end of the text, or lies behind one. */
function isLineEdge(text: string, offset: number): boolean {
  const unit = text[offset];
  return unit === undefined || unit === '\n' || text[offset + 1] === '\n' || text[offset - 1] === '\n';
}

const joined = (one: Passage, other: Passage): Passage => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

/** Both texts from the end of the run before a run to the beginning of the one behind it. */
function stretchesBeside(
  before: string,
  after: string,
  runs: readonly Run[],
  run: Run,
): readonly [Passage, Passage] {
  const index = firstEndingAfter(runs, run.start);
  const previous = runs[index - 1];
  const next = runs[index + 1];
  return [
    {
      start: previous === undefined ? 0 : previous.start + previous.length,
      end: next?.start ?? before.length,
    },
    {
      start: previous === undefined ? 0 : previous.newStart + previous.length,
      end: next?.newStart ?? after.length,
    },
  ];
}

/** The index of the first run that begins at an offset of the old text or behind it. */
function firstStartingAt(runs: readonly Run[], offset: number): number {
  let index = firstEndingAfter(runs, offset);
  while ((runs[index]?.start ?? offset) < offset) index += 1;
  return index;
}
