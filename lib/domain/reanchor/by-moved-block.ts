import { placed, touched } from './answers';
import { evidenceOf } from './evidence-of';
import { isOnce } from './is-once';
import type { Ladder } from './ladder';
import { type PlaceInRuns, piecesOf } from './place-in-runs';
import type { AnchorToMove, Placed } from './reanchored';
import { type Run, runAround, shifted } from './runs';

/** A passage inside a block that stands elsewhere now, or most of whose words do. */
export function byMovedBlock(ladder: Ladder, anchor: AnchorToMove, found: PlaceInRuns): Placed | undefined {
  const { before, after } = ladder;
  const inOrder = found.kind === 'parts' ? found.kept : 0;
  if (found.kind === 'whole') return undefined;
  const block = runAround(ladder.moved(), anchor);
  if (block !== undefined) {
    const isClear = inOrder * 3 < anchor.exact.length && isUnmistakable(before, after, block);
    if (!isClear) return undefined;
    return placed(ladder, anchor, 'moved', shifted(anchor, block), 'alignment', 0.95, ['moved']);
  }
  const pieces = piecesOf(before, ladder.moved(), anchor);
  const kept = pieces.reduce((sum, { length }) => sum + length, 0);
  if (kept <= inOrder) return undefined;
  const start = Math.min(...pieces.map(({ newStart }) => newStart));
  const end = Math.max(...pieces.map(({ newStart, length }) => newStart + length));
  if (end - start > 2 * anchor.exact.length + 40) return undefined;
  return touched(ladder, anchor, { start, end, kept }, true);
}

/** A block of eight words and more that stands once in both texts. */
function isUnmistakable(before: string, after: string, { start, length }: Run): boolean {
  const words = before.slice(start, start + length);
  return evidenceOf(before, start, start + length) >= 1.6 && isOnce(before, words) && isOnce(after, words);
}
