import type { Gap } from './align-texts';
import { evidenceOf } from './evidence-of';
import { addRun, firstEndingAfter, type Run } from './runs';

/**
 * Blocks that stand in both texts but in another order, in the order of the old one: runs of four words and more that
 * are once among the words which the alignment leaves over, on both sides. Stretches of the alignment that are too
 * short to say anything count as left over.
 */
export function movedRuns(
  before: string,
  after: string,
  gaps: readonly Gap[],
  runs: readonly Run[],
): readonly Run[] {
  const [old, renewed] = looseWords(before, gaps, runs);
  const keys = new Map<string, { at: number; newAt: number }>();
  for (const [at, key] of fours(old)) {
    const known = keys.get(key);
    if (known === undefined) keys.set(key, { at, newAt: -1 });
    else known.at = -1;
  }
  for (const [newAt, key] of fours(renewed)) {
    const known = keys.get(key);
    if (known !== undefined) known.newAt = known.newAt === -1 ? newAt : -2;
  }
  const found: Run[] = [];
  let reach = 0;
  for (const { at, newAt } of keys.values()) {
    if (at < reach || newAt < 0) continue;
    let from = 0;
    while (at + from > reach && isSame(old, at + from - 1, renewed, newAt + from - 1)) from -= 1;
    let to = 4;
    while (isSame(old, at + to, renewed, newAt + to)) to += 1;
    for (let word = from; word < to; word += 1)
      addRun(found, wordRun(old[at + word], renewed[newAt + word]), before, after);
    reach = at + to;
  }
  return found;
}

/** A word that is left over; `null` between two of them that do not stand side by side. */
type LooseWord = { readonly start: number; readonly end: number; readonly spelling: number } | null;

function looseWords(
  before: string,
  gaps: readonly Gap[],
  runs: readonly Run[],
): readonly [LooseWord[], LooseWord[]] {
  const old: LooseWord[] = [];
  const renewed: LooseWord[] = [];
  const isWeak = weakIn(before, runs);
  for (const gap of gaps) {
    const isTaken = new Uint8Array(gap.after.starts.length);
    for (const [index, to] of gap.to.entries()) {
      if (to < 0 || isWeak(gap.before.starts[index] ?? 0)) old.push(wordAt(gap.before, index));
      else {
        old.push(null);
        isTaken[to] = 1;
      }
    }
    for (const [index, taken] of isTaken.entries())
      renewed.push(taken === 1 ? null : wordAt(gap.after, index));
    old.push(null);
    renewed.push(null);
  }
  return [old, renewed];
}

/** Asks whether the run around an offset is too short to be more than chance. */
function weakIn(before: string, runs: readonly Run[]): (offset: number) => boolean {
  const known = new Map<number, boolean>();
  return (offset) => {
    const index = firstEndingAfter(runs, offset);
    const run = runs[index];
    if (run === undefined) return true;
    const isWeak = known.get(index) ?? evidenceOf(before, run.start, run.start + run.length) < 1;
    known.set(index, isWeak);
    return isWeak;
  };
}

const wordAt = ({ starts, ends, spellings }: Gap['before'], index: number): LooseWord => ({
  start: starts[index] ?? 0,
  end: ends[index] ?? 0,
  spelling: spellings[index] ?? -1,
});

function* fours(words: readonly LooseWord[]): Generator<[number, string]> {
  for (let at = 0; at + 4 <= words.length; at += 1) {
    const [one, two, three, four] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
    if (one && two && three && four)
      yield [at, `${one.spelling} ${two.spelling} ${three.spelling} ${four.spelling}`];
  }
}

function isSame(
  old: readonly LooseWord[],
  at: number,
  renewed: readonly LooseWord[],
  newAt: number,
): boolean {
  const word = old[at];
  return word != null && word.spelling === renewed[newAt]?.spelling;
}

const wordRun = (word: LooseWord | undefined, renewed: LooseWord | undefined): Run => ({
  start: word?.start ?? 0,
  newStart: renewed?.start ?? 0,
  length: (word?.end ?? 0) - (word?.start ?? 0),
});
