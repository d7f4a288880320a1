import { alignExactly, type Grams, type Stretch, type WordAlignment } from './align-exactly';
import { longestRising } from './longest-rising';
import type { Words } from './words-of';

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
