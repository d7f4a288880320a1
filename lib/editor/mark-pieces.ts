import type { Passage } from '@/lib/domain/article';
import type { BlockPlace } from './positions';

/** A stretch of one block that the same spans cover; `spans` from the longest (outermost) to the shortest. */
export type Piece<T extends Passage> = Passage & {
  readonly spans: readonly T[];
  /** Those of `spans` that begin with this piece, the outermost first. */
  readonly starting: readonly T[];
};

/**
 * Cuts a block where spans begin or end, where the text changes its formatting and at `cuts`, so that each piece
 * becomes exactly one element for each span on it. Hard breaks belong to no piece. Offsets as in the canonical text.
 */
export function piecesOf<T extends Passage>(
  block: BlockPlace,
  spans: readonly T[],
  cuts: readonly number[],
  beginsBefore: (span: T) => boolean,
): Piece<T>[] {
  const edges = new Set<number>(cuts);
  for (const { start, end } of spans) edges.add(start).add(end);
  const begun = new Set<T>(spans.filter(beginsBefore));
  const pieces: Piece<T>[] = [];
  for (const stretch of textStretches(block, edges)) {
    const covering = spans
      .filter((span) => span.start <= stretch.start && span.end >= stretch.end)
      .sort((a, b) => length(b) - length(a) || a.start - b.start);
    if (covering.length === 0) continue;
    const starting = covering.filter((span) => !begun.has(span));
    for (const span of starting) begun.add(span);
    pieces.push({ ...stretch, spans: covering, starting });
  }
  return pieces;
}

/** The text of a block between its edges, formatting changes and hard breaks. */
function textStretches(block: BlockPlace, edges: Set<number>): Passage[] {
  const stretches: Passage[] = [];
  const sorted = [...edges].sort((a, b) => a - b);
  block.node.forEach((child, childOffset) => {
    if (!child.isText) return;
    const end = block.start + childOffset + child.nodeSize;
    let start = block.start + childOffset;
    for (const edge of sorted) {
      if (edge <= start || edge >= end) continue;
      stretches.push({ start, end: edge });
      start = edge;
    }
    stretches.push({ start, end });
  });
  return stretches;
}

const length = ({ start, end }: Passage): number => end - start;
