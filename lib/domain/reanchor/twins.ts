import type { Passage } from '../article';
import type { Gap } from './align-texts';
import { type Spellings, type Words, wordsOf } from './words-of';

/**
 * Words of two texts that an alignment leaves over. Where a passage, or much of it with what stands around it, comes
 * again among them, nobody can tell which of the two was meant: somebody may have copied it and changed the first.
 */
export type Twins = {
  /** Whether much of a passage with what surrounds it inside a stretch that both texts have stands a second time, wherever. */
  readonly hasNearTwin: (passage: Passage, within: Passage) => boolean;
  /** Whether much of a passage by itself stands in these stretches of the old and the new text. */
  readonly hasLikeIn: (passage: Passage, old: Passage, renewed: Passage) => boolean;
  /** Whether half of its words do, or, where it has one or two, a word made of them. */
  readonly hasWordsIn: (passage: Passage, old: Passage, renewed: Passage) => boolean;
};

/** Reads what an alignment leaves over; `spellings` are those of its words. */
export function twinsIn(before: string, after: string, gaps: readonly Gap[], spellings: Spellings): Twins {
  const old = leftOver(gaps.map(({ before: words, to }) => [words, (index) => (to[index] ?? -1) < 0]));
  const renewed = leftOver(
    gaps.map(({ after: words, to }) => {
      const taken = new Set(to);
      return [words, (index) => !taken.has(index)];
    }),
  );
  return {
    hasNearTwin: (passage, within) => {
      const around = wordsAround(before, passage, within, spellings);
      return isMuchOf(around, old.pairs) || isMuchOf(around, renewed.pairs);
    },
    hasLikeIn: (passage, stretch, newStretch) => {
      const { spellings: own } = wordsOf(before, passage.start, passage.end, spellings);
      return (
        isMuchOf(own, pairsIn(wordsIn(old, stretch))) || isMuchOf(own, pairsIn(wordsIn(renewed, newStretch)))
      );
    },
    hasWordsIn: (passage, stretch, newStretch) => {
      const own = wordsOf(before, passage.start, passage.end, spellings);
      return (
        isAmong(own, before, wordsIn(old, stretch), before) ||
        isAmong(own, before, wordsIn(renewed, newStretch), after)
      );
    },
  };
}

/** Words with the pairs of those that stand side by side. */
type LeftOver = Words & { readonly pairs: ReadonlySet<number> };

function leftOver(lists: readonly (readonly [Words, (index: number) => boolean])[]): LeftOver {
  const starts: number[] = [];
  const ends: number[] = [];
  const spellings: number[] = [];
  const pairs = new Set<number>();
  for (const [words, isLeft] of lists) {
    let previous = -1;
    for (const [index, spelling] of words.spellings.entries()) {
      if (!isLeft(index)) {
        previous = -1;
        continue;
      }
      starts.push(words.starts[index] ?? 0);
      ends.push(words.ends[index] ?? 0);
      spellings.push(spelling);
      if (previous >= 0) pairs.add(pairOf(previous, spelling));
      previous = spelling;
    }
  }
  return { starts, ends, spellings, pairs };
}

const pairOf = (first: number, second: number): number => first * 4_194_304 + second;

/** A passage with up to four words on each side of it. */
function wordsAround(
  text: string,
  { start, end }: Passage,
  within: Passage,
  spellings: Spellings,
): readonly number[] {
  const from = Math.max(within.start, start - reach);
  const words = wordsOf(text, from, Math.min(within.end, end + reach), spellings);
  const first = words.ends.findIndex((one) => one > start);
  const next = words.starts.findIndex((one) => one >= end);
  return words.spellings.slice(Math.max(0, first - 4), (next === -1 ? words.spellings.length : next) + 4);
}

/** Four words are seldom longer. */
const reach = 60;

/** Half of the pairs of some words, and at least two; `pairs` are undefined when they are too many to say anything. */
function isMuchOf(words: readonly number[], pairs: ReadonlySet<number> | undefined): boolean {
  if (pairs === undefined) return true;
  if (pairs.size === 0) return false;
  const own = new Set(words.slice(1).map((word, index) => pairOf(words[index] ?? -1, word)));
  let found = 0;
  for (const pair of own) if (pairs.has(pair)) found += 1;
  return found >= 2 && found * 2 >= own.size;
}

/** So many words left over in one place: what stands among them says nothing. */
const mostLeft = 3_000;

/** The words between two offsets; undefined when they are too many to say anything. */
function wordsIn(rest: LeftOver, { start, end }: Passage): Words | undefined {
  const from = firstAtLeast(rest.starts, start);
  const to = Math.max(from, firstAtLeast(rest.starts, end));
  if (to - from > mostLeft) return undefined;
  return {
    starts: rest.starts.slice(from, to),
    ends: rest.ends.slice(from, to),
    spellings: rest.spellings.slice(from, to),
  };
}

function pairsIn(words: Words | undefined): ReadonlySet<number> | undefined {
  return (
    words && new Set(words.spellings.map((word, index) => pairOf(word, words.spellings[index + 1] ?? -1)))
  );
}

function isAmong(own: Words, before: string, rest: Words | undefined, text: string): boolean {
  if (rest === undefined) return true;
  const there = new Set(rest.spellings);
  const shared = own.spellings.filter((word) => there.has(word)).length;
  if (shared > 0 && shared * 2 >= own.spellings.length) return true;
  if (own.spellings.length > 2) return false;
  const parts = own.starts.map((start, index) => before.slice(start, own.ends[index]));
  return rest.starts.some((start, index) =>
    parts.some((part) => text.slice(start, rest.ends[index]).includes(part)),
  );
}

function firstAtLeast(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
