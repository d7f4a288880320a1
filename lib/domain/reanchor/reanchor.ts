import { orphaned, placed, touched } from './answers';
import { byMovedBlock } from './by-moved-block';
import { inPlace, isBelievable, leftBySteps } from './by-steps';
import { type Ladder, ladderOf } from './ladder';
import { type PlaceInRuns, placeInRuns } from './place-in-runs';
import type { AnchorToMove, Candidate, Reanchored, TextChange } from './reanchored';
import { runAround, shifted } from './runs';

/**
 * What became of each passage, in the order given. The ladder: positions mapped through the known steps; else a word
 * alignment of both texts, with blocks that moved; else the quote with its context; else orphaned. No rung is believed
 * unchecked: steps that do not lead from text to text are dropped, and a passage whose place could be another is
 * orphaned with candidates. Pure; the same input gives the same answer.
 */
export function reanchor(change: TextChange, anchors: readonly AnchorToMove[]): readonly Reanchored[] {
  return anchors.map(reanchoring(change));
}

/** The same for passages that come one by one: both texts are read once. */
export function reanchoring(change: TextChange): (anchor: AnchorToMove) => Reanchored {
  const ladder = ladderOf(change);
  return (anchor) => climb(ladder, anchor);
}

function climb(ladder: Ladder, anchor: AnchorToMove): Reanchored {
  const { before, after, known, alignment } = ladder;
  const isThere = anchor.state !== 'orphaned' && before.slice(anchor.start, anchor.end) === anchor.exact;
  if (!isThere) return byQuote(ladder, anchor);
  const untouched = known === undefined ? undefined : runAround(known.runs, anchor);
  if (untouched !== undefined)
    return placed(ladder, anchor, 'exact', shifted(anchor, untouched), 'steps', 1, ['unchanged']);
  const left = leftBySteps(ladder, anchor);
  if (left !== undefined && left.kept * 2 >= anchor.exact.length) return inPlace(ladder, anchor, left);
  const found = placeInRuns(before, after, alignment, anchor);
  if (found.kind === 'whole' && found.isCertain && isBelievable(ladder, anchor, left))
    return placed(ladder, anchor, 'exact', found, 'alignment', 0.99, ['unchanged']);
  return (
    byMovedBlock(ladder, anchor, found) ??
    (found.kind === 'parts' ? touched(ladder, anchor, found) : undefined) ??
    orphaned(ladder, anchor, inPlaceOf(anchor, found))
  );
}

/** A passage that the old text does not hold: found again where its words stand once, or not at all. */
function byQuote(ladder: Ladder, anchor: AnchorToMove): Reanchored {
  const place = ladder.quotes().findExact(anchor);
  return place === undefined
    ? orphaned(ladder, anchor, [])
    : placed(ladder, anchor, 'moved', place, 'quote', place.certainty, ['moved']);
}

/** Where the alignment would have put a passage that it is not sure of, or what came instead of it. */
function inPlaceOf({ exact }: AnchorToMove, { kind, start, end }: PlaceInRuns): readonly Candidate[] {
  const isLike = start < end && end - start <= 2 * exact.length + 40;
  return isLike ? [{ start, end, certainty: kind === 'whole' ? 0.85 : 0.6 }] : [];
}
