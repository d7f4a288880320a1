import type { Passage } from '../article';
import { placed, touched } from './answers';
import { evidenceOf } from './evidence-of';
import { isOnce } from './is-once';
import type { Ladder } from './ladder';
import { partsInRuns } from './place-in-runs';
import type { AnchorToMove, Placed } from './reanchored';
import { runAround } from './runs';
import { wordCutAt } from './runs-of-steps';

/** What known steps left of a passage, letter by letter, in its place and grown to whole words. */
export function leftBySteps({ before, after, known }: Ladder, anchor: Passage): Left | undefined {
  const parts = known === undefined ? undefined : partsInRuns(before, after, known.pieces, anchor);
  if (parts === undefined) return undefined;
  const start = wordCutAt(after, parts.start)?.start ?? parts.start;
  return { start, end: wordCutAt(after, parts.end)?.end ?? parts.end, kept: parts.kept };
}

/** What is left of a passage and how many characters of it. */
export type Left = Passage & { readonly kept: number };

/** Where the steps left enough of a passage: in its place, and the same where its very words were typed again. */
export function inPlace(ladder: Ladder, anchor: AnchorToMove, left: Left): Placed {
  return ladder.after.slice(left.start, left.end) === anchor.exact
    ? placed(ladder, anchor, 'exact', left, 'steps', 0.99, ['unchanged'])
    : touched(ladder, anchor, left);
}

/**
 * What the steps deleted may have been put back by them, as when somebody pastes the whole text anew: where its words
 * stand once in both texts, or come back with many others around them.
 */
export function isBelievable(
  { before, after, known, alignment }: Ladder,
  anchor: AnchorToMove,
  left: Left | undefined,
): boolean {
  if (known === undefined) return true;
  if (left !== undefined) return false;
  if (isOnce(before, anchor.exact) && isOnce(after, anchor.exact)) return true;
  const run = runAround(alignment.runs, anchor);
  return run !== undefined && evidenceOf(before, run.start, run.start + run.length) >= 2;
}
