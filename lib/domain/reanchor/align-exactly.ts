/**
 * Which word of a new stretch each word of an old one became: `to` holds its index there, -1 where there is none, and
 * rises. A word is `pinned` when nothing else could have been meant: it, or a run of four around it, stands once
 * in both sides of the stretch that is left between the pins around it.
 */
export type WordAlignment = { readonly to: Int32Array; readonly pinned: Uint8Array };

/** Words still to be aligned; `step` says which size of run comes next, `depth` how often it was divided. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
  readonly step: number;
  readonly depth: number;
};

/** Runs of four, two and one word, by number: equal numbers are equal runs. */
export type Grams = { readonly size: number; readonly before: Float64Array; readonly after: Float64Array };

/**
 * A longest common subsequence of a small stretch; among the longest one with the fewest breaks. Its words are pinned
 * where they stand once on both sides.
 */
export function alignExactly(stretch: Stretch, grams: Grams, alignment: WordAlignment): void {
  const { from, to, newFrom, newTo } = stretch;
  const rows = to - from;
  const columns = newTo - newFrom;
  const width = columns + 1;
  // the best from here on, and the best when these two words are paired; behind the end stands a pair
  const best = new Int32Array((rows + 1) * width);
  const paired = new Int32Array((rows + 1) * width).fill(-1);
  paired[rows * width + columns] = 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      let most = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      if (grams.before[from + row] === grams.after[newFrom + column]) {
        const beside = paired[at + width + 1] ?? -1;
        const both = pairWorth + Math.max(best[at + width + 1] ?? 0, beside < 0 ? 0 : beside + 1);
        paired[at] = both;
        if (both > most) most = both;
      }
      best[at] = most;
    }
  }
  trace(stretch, best, paired, alignment);
  pinSingles(stretch, grams, alignment);
}

/** One pair weighs more than all the breaks that could be saved. */
const pairWorth = 100_000;

function trace(stretch: Stretch, best: Int32Array, paired: Int32Array, { to }: WordAlignment): void {
  const rows = stretch.to - stretch.from;
  const columns = stretch.newTo - stretch.newFrom;
  const width = columns + 1;
  let row = 0;
  let column = 0;
  let isBeside = true;
  while (row < rows && column < columns) {
    const at = row * width + column;
    const pair = paired[at] ?? -1;
    if (pair >= 0 && pair + (isBeside ? 1 : 0) >= (best[at] ?? 0)) {
      to[stretch.from + row] = stretch.newFrom + column;
      row += 1;
      column += 1;
      isBeside = true;
      continue;
    }
    isBeside = false;
    if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) row += 1;
    else column += 1;
  }
}

function pinSingles(stretch: Stretch, grams: Grams, { to, pinned }: WordAlignment): void {
  const times = new Map<number, number>();
  const count = (words: Float64Array, from: number, end: number, step: number): void => {
    for (let at = from; at < end; at += 1)
      times.set(words[at] ?? -1, (times.get(words[at] ?? -1) ?? 0) + step);
  };
  // one old and one new make 1 000 001, and nothing else does in a stretch this small
  count(grams.before, stretch.from, stretch.to, 1);
  count(grams.after, stretch.newFrom, stretch.newTo, 1_000_000);
  for (let at = stretch.from; at < stretch.to; at += 1) {
    if ((to[at] ?? -1) >= 0 && times.get(grams.before[at] ?? -1) === 1_000_001) pinned[at] = 1;
  }
}
