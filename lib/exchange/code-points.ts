/**
 * Counts Unicode code points where Galley counts UTF-16 code units: the W3C Web Annotation model (section 4.2.5)
 * and the formats that follow it count the former. Made once per text, then each look-up is a binary search.
 */
export type CodePoints = {
  /** Code points before this UTF-16 offset. */
  readonly fromUtf16: (offset: number) => number;
  /** The UTF-16 offset that has this many code points before it. */
  readonly toUtf16: (count: number) => number;
};

/** Prepares the conversion for one text. Offsets outside the text are moved to its nearest end. */
export function codePointsOf(text: string): CodePoints {
  const lows: number[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const value = text.codePointAt(unit) ?? 0;
    if (value > 0xffff) {
      unit += 1;
      lows.push(unit);
    }
  }
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  return {
    fromUtf16: (offset) => clamp(offset) - countBelow(lows, clamp(offset)),
    toUtf16: (count) => clamp(count + countBelow(lows, count + 1, 1)),
  };
}

/** How many of the sorted values v, each lowered by `step` × its index, are below the limit. */
function countBelow(values: readonly number[], limit: number, step = 0): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) - step * middle < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
