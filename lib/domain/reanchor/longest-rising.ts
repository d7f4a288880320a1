/**
 * The positions of a longest strictly rising run within a list, not necessarily side by side (Schensted 1961, patience
 * sorting), in n log n time.
 */
export function longestRising(values: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    const pile = firstAtLeast(tops, values, value);
    before.push(tops[pile - 1] ?? -1);
    tops[pile] = index;
  }
  const found: number[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) found.push(at);
  return found.reverse();
}

function firstAtLeast(tops: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
