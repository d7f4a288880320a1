import { longestRising } from './longest-rising';
import type { Words } from './words-of';

/**
 * Which word of a new stretch each word of an old one became: `to` holds its index there, -1 where there is none, and
 * rises. A word is `pinned` when nothing else could have been meant: it, or a run of four around it, stands once
 * in both sides of the stretch that is left between the pins around it.
 */
export type WordAlignment = { readonly to: Int32Array; readonly pinned: Uint8Array };

/**
 * Aligns two stretches of words: runs of four words that stand once on both sides first (patience diff, Cohen 2008),
 * then shorter runs where a stretch is still large, and in small stretches a longest common subsequence that prefers
 * words side by side. Time grows with the number of words times the logarithm, whatever they are.
 */
export function alignWords(before: Words, after: Words): WordAlignment {
  const alignment = {
    to: new Int32Array(before.spellings.length).fill(-1),
    pinned: new Uint8Array(before.spellings.length),
  };
  const grams = gramsOf(before.spellings, after.spellings);
  const open: Stretch[] = [
    { from: 0, to: before.spellings.length, newFrom: 0, newTo: after.spellings.length, step: 0, depth: 0 },
  ];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    open.push(...alignStretch(stretch, grams, alignment));
  }
  return alignment;
}

/** Words still to be aligned; `step` says which size of run comes next, `depth` how often it was divided. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
  readonly step: number;
  readonly depth: number;
};

/** Runs of four, two and one word, by number: equal numbers are equal runs. */
type Grams = { readonly size: number; readonly before: Float64Array; readonly after: Float64Array };

/** So many comparisons of one stretch are cheap enough for an exact answer. */
const smallStretch = 60_000;
/** Text that keeps dividing without end repeats itself: no division of it is certain. */
const deepest = 60;

function alignStretch(
  stretch: Stretch,
  grams: readonly Grams[],
  alignment: WordAlignment,
): readonly Stretch[] {
  const { from, to, newFrom, newTo, step, depth } = stretch;
  if (from >= to || newFrom >= newTo) return [];
  const cells = (to - from) * (newTo - newFrom);
  const run = grams[step];
  const single = grams.at(-1);
  if (single === undefined) return [];
  if (cells <= smallStretch) {
    alignExactly(stretch, single, alignment);
    return [];
  }
  if (run === undefined || depth > deepest) {
    alignEdges(stretch, single, alignment);
    return [];
  }
  const pairs = uniquePairs(stretch, run);
  if (pairs.length === 0) return [{ ...stretch, step: step + 1 }];
  return divide(stretch, pairs, run.size, alignment);
}

function gramsOf(before: readonly number[], after: readonly number[]): readonly Grams[] {
  const one = { size: 1, before: Float64Array.from(before), after: Float64Array.from(after) };
  const two = joined(one);
  return [joined(two), two, one];
}

/** Runs twice as long as those given: the run at a place with the one that follows it. */
function joined({ size, before, after }: Grams): Grams {
  const numbers = new Map<number, number>();
  const most = 1 + Math.max(largest(before), largest(after));
  const join = (runs: Float64Array): Float64Array =>
    runs.map((run, index) => {
      const next = runs[index + size];
      if (next === undefined || next < 0 || run < 0) return -1;
      const key = run * most + next;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    });
  return { size: size * 2, before: join(before), after: join(after) };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

type Pair = { readonly at: number; readonly newAt: number };

/** The runs that stand exactly once on both sides of a stretch, as far as they come in the same order. */
function uniquePairs(stretch: Stretch, { size, before, after }: Grams): readonly Pair[] {
  const found = new Map<number, { at: number; newAt: number }>();
  for (let at = stretch.from; at <= stretch.to - size; at += 1) {
    const key = before[at] ?? -1;
    const known = found.get(key);
    if (known === undefined) found.set(key, { at, newAt: -1 });
    else known.at = -1;
  }
  for (let newAt = stretch.newFrom; newAt <= stretch.newTo - size; newAt += 1) {
    const known = found.get(after[newAt] ?? -1);
    if (known !== undefined) known.newAt = known.newAt === -1 ? newAt : -2;
  }
  const pairs = [...found.values()].filter(({ at, newAt }) => at >= 0 && newAt >= 0);
  return longestRising(pairs.map(({ newAt }) => newAt)).flatMap((index) => pairs[index] ?? []);
}

/** Takes the pairs as pins and gives back the stretches between them. */
function divide(
  stretch: Stretch,
  pairs: readonly Pair[],
  size: number,
  { to, pinned }: WordAlignment,
): readonly Stretch[] {
  const rest: Stretch[] = [];
  let { from, newFrom } = stretch;
  for (const { at, newAt } of pairs) {
    const overlap = Math.max(0, from - at, newFrom - newAt);
    // runs that overlap an earlier pair must go on along the same line
    if (overlap > 0 && at - from !== newAt - newFrom) continue;
    if (overlap === 0)
      rest.push({ ...stretch, from, to: at, newFrom, newTo: newAt, depth: stretch.depth + 1 });
    for (let word = overlap; word < size; word += 1) {
      to[at + word] = newAt + word;
      pinned[at + word] = 1;
    }
    from = at + size;
    newFrom = newAt + size;
  }
  rest.push({ ...stretch, from, newFrom, depth: stretch.depth + 1 });
  return rest;
}

/** Only what both sides begin and end with: enough where a text repeats itself and nothing is certain. */
function alignEdges(stretch: Stretch, { before, after }: Grams, { to }: WordAlignment): void {
  let { from, newFrom, to: end, newTo: newEnd } = stretch;
  while (from < end && newFrom < newEnd && before[from] === after[newFrom]) {
    to[from] = newFrom;
    from += 1;
    newFrom += 1;
  }
  while (end > from && newEnd > newFrom && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
    to[end] = newEnd;
  }
}

/**
 * A longest common subsequence of a small stretch; among the longest one with the fewest breaks. Its words are pinned
 * where they stand once on both sides.
 */
function alignExactly(stretch: Stretch, grams: Grams, alignment: WordAlignment): void {
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
