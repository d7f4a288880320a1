import type { Passage } from '@/lib/domain/article';

/** Passages sorted by start, with the furthest end of each half, so that a question costs the answers plus log n. */
export type IntervalIndex<T extends Passage> = {
  /** By start, the longer first. */
  readonly items: readonly T[];
  /** Those that share at least one character with a passage, in order. */
  overlapping(passage: Passage): T[];
};

/** Builds the index; empty passages are never found. Sorting is cheap where the items come in text order. */
export function createIntervalIndex<T extends Passage>(unordered: readonly T[]): IntervalIndex<T> {
  const items = [...unordered].sort((a, b) => a.start - b.start || b.end - a.end);
  const furthest = new Float64Array(items.length);
  measure(items, furthest, 0, items.length);
  return {
    items,
    overlapping(passage) {
      const found: T[] = [];
      if (passage.start < passage.end) collect(items, furthest, 0, items.length, passage, found);
      return found;
    },
  };
}

/** The sorted array is its own balanced tree: the middle of a stretch is its root. Returns the furthest end in it. */
function measure(items: readonly Passage[], furthest: Float64Array, low: number, high: number): number {
  if (low >= high) return Number.NEGATIVE_INFINITY;
  const middle = (low + high) >>> 1;
  const end = Math.max(
    items[middle]?.end ?? Number.NEGATIVE_INFINITY,
    measure(items, furthest, low, middle),
    measure(items, furthest, middle + 1, high),
  );
  furthest[middle] = end;
  return end;
}

function collect<T extends Passage>(
  items: readonly T[],
  furthest: Float64Array,
  low: number,
  high: number,
  passage: Passage,
  found: T[],
): void {
  if (low >= high) return;
  const middle = (low + high) >>> 1;
  const item = items[middle];
  const end = furthest[middle];
  if (item === undefined || end === undefined || end <= passage.start) return;
  collect(items, furthest, low, middle, passage, found);
  if (item.start >= passage.end) return;
  if (item.end > passage.start && item.start < item.end) found.push(item);
  collect(items, furthest, middle + 1, high, passage, found);
}
