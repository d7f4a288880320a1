import type { Passage } from '../article';
import type { Words } from './words-of';

/** A place that is more or less like a quote, from 0 to 1. */
export type Like = Passage & { readonly likeness: number };

/** A pair that stands at more places than this says nothing. */
export const mostPlaces = 50;
/** So many places of one quote are looked at closely. */
const mostLooks = 6;
/** Of a long quote its first words are compared. */
const mostWords = 60;

/** Two spellings that stand beside each other, as one number. */
export const pairKey = (first: number, second: number): number => first * 4_194_304 + second;

/** Where each pair of words stands, up to one place more than says anything. */
export function pairsOf(spellings: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const pairs = new Map<number, number[]>();
  for (const [index, spelling] of spellings.entries()) {
    const next = spellings[index + 1];
    if (next === undefined) break;
    const places = pairs.get(pairKey(spelling, next));
    if (places === undefined) pairs.set(pairKey(spelling, next), [index]);
    else if (places.length <= mostPlaces) places.push(index);
  }
  return pairs;
}

/** Word indices where the quote may begin, those first for which most pairs speak. */
export function placesWorthALook(
  quote: readonly number[],
  prefix: readonly number[],
  suffix: readonly number[],
  pairs: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const votes = new Map<number, number>();
  const all = [...prefix, ...quote.slice(0, mostWords), ...(quote.length <= mostWords ? suffix : [])];
  for (const [index, word] of all.entries()) {
    const next = all[index + 1];
    const places = next === undefined ? undefined : pairs.get(pairKey(word, next));
    if (places === undefined || places.length > mostPlaces) continue;
    for (const place of places) {
      const start = Math.max(0, place - index + prefix.length);
      votes.set(start, (votes.get(start) ?? 0) + 1 / places.length);
    }
  }
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || a - b).map(([start]) => start);
  const chosen: number[] = [];
  for (const start of ranked) {
    if (chosen.length === mostLooks) break;
    if (chosen.every((other) => Math.abs(other - start) > quote.length / 2)) chosen.push(start);
  }
  return chosen;
}

/**
 * The stretch around a place that has most of the quote's words in order, and as many words more as the quote has at its
 * edges: they may have come instead of these.
 */
export function closest(
  quote: readonly number[],
  words: Words,
  place: number,
  text: string,
): Like | undefined {
  const sought = quote.slice(0, mostWords);
  const from = Math.max(0, place - Math.ceil(sought.length / 2) - 2);
  const to = Math.min(words.spellings.length, place + Math.ceil(sought.length * 1.5) + 3);
  const matched = commonWords(sought, words.spellings, from, to);
  const head = matched[0];
  const tail = matched.at(-1);
  if (head === undefined || tail === undefined) return undefined;
  const likeness = (2 * matched.length) / (sought.length + tail.at - head.at + 1);
  const first = grown(words, head.at, -head.quoted, text);
  const last = grown(words, tail.at, sought.length - 1 - tail.quoted, text);
  return { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0, likeness };
}

/** A word some words on or back, in the same line. */
function grown({ starts, ends }: Words, at: number, by: number, text: string): number {
  const wanted = Math.max(0, Math.min(starts.length - 1, at + by));
  const [low, high] = [Math.min(at, wanted), Math.max(at, wanted)];
  return text.slice(ends[low], starts[high]).includes('\n') ? at : wanted;
}

type Match = { readonly quoted: number; readonly at: number };

/** A longest common subsequence of the quote and a stretch of the text. */
function commonWords(
  quote: readonly number[],
  words: readonly number[],
  from: number,
  to: number,
): readonly Match[] {
  const width = to - from + 1;
  const best = new Int16Array((quote.length + 1) * width);
  for (let row = quote.length - 1; row >= 0; row -= 1) {
    for (let column = width - 2; column >= 0; column -= 1) {
      const at = row * width + column;
      best[at] =
        quote[row] === words[from + column]
          ? 1 + (best[at + width + 1] ?? 0)
          : Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
    }
  }
  const found: Match[] = [];
  for (let row = 0, column = 0; row < quote.length && column < width - 1; ) {
    const at = row * width + column;
    if (quote[row] === words[from + column]) {
      found.push({ quoted: row, at: from + column });
      row += 1;
      column += 1;
    } else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return found;
}
