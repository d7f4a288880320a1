import type { Passage } from '../article';
import { evidenceOf } from './evidence-of';
import { type AnchorToMove, type Candidate, mostCandidates } from './reanchored';
import { type Spellings, type Words, wordsOf } from './words-of';

/** Looks for a quote in a text by its words and its context. */
export type QuoteIndex = {
  /** The one place where the quote stands letter by letter, when its length or its context leaves no doubt. */
  readonly findExact: (quote: AnchorToMove) => (Passage & { readonly certainty: number }) | undefined;
  /** Places like the quote, the best first, at most `mostCandidates`. */
  readonly findLike: (quote: AnchorToMove) => readonly Candidate[];
};

/**
 * An index of a text's word pairs, made once: a pair of the quote names the few places that are worth a closer look,
 * so that the cost of a look-up does not grow with the text.
 */
export function indexQuotes(text: string): QuoteIndex {
  const spellings: Spellings = new Map();
  const small = text.toLowerCase();
  // lower case may have other lengths ("İ"): then words are compared as they are written
  const plain = small.length === text.length ? small : text;
  const words = wordsOf(plain, 0, plain.length, spellings);
  const pairs = pairsOf(words.spellings);
  const read = (quote: string): readonly number[] =>
    wordsOf(plain === small ? quote.toLowerCase() : quote, 0, quote.length, spellings).spellings;
  return {
    findExact: (quote) => findExact(text, quote),
    findLike: (quote) => {
      const sought = read(quote.exact);
      const places = placesWorthALook(
        sought,
        read(quote.prefix).slice(-contextWords),
        read(quote.suffix).slice(0, contextWords),
        pairs,
      );
      const like = places.flatMap((place) => closest(sought, words, place, plain) ?? []);
      return best([...exactPlaces(text, quote), ...like].map((place) => weighed(text, quote, place)));
    },
  };
}

type Like = Passage & { readonly likeness: number };

const contextWords = 4;
/** A pair that stands at more places than this says nothing. */
const mostPlaces = 50;
/** So many places of one quote are looked at closely. */
const mostLooks = 6;
/** Of a long quote its first words are compared. */
const mostWords = 60;

const pairKey = (first: number, second: number): number => first * 4_194_304 + second;

function pairsOf(spellings: readonly number[]): ReadonlyMap<number, readonly number[]> {
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
function placesWorthALook(
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
function closest(quote: readonly number[], words: Words, place: number, text: string): Like | undefined {
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

/** Where the quote stands letter by letter; a quote that stands everywhere has no more than some. */
function exactPlaces(text: string, { exact }: AnchorToMove): readonly Like[] {
  const places: Like[] = [];
  if (exact === '') return places;
  for (let start = text.indexOf(exact); start !== -1 && places.length < mostExact; ) {
    const end = start + exact.length;
    if (!isInWord(text, start) && !isInWord(text, end)) places.push({ start, end, likeness: 1 });
    start = text.indexOf(exact, start + 1);
  }
  return places;
}

const mostExact = 40;

function isInWord(text: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[offset - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[offset] ?? '');
}

function findExact(text: string, quote: AnchorToMove): Candidate | undefined {
  const [place, other] = exactPlaces(text, quote);
  if (place === undefined || other !== undefined) return undefined;
  const context = contextShared(text, quote, place);
  const evidence =
    evidenceOf(quote.exact, 0, quote.exact.length) +
    evidenceOf(text, place.start - context.before, place.start) +
    evidenceOf(text, place.end, place.end + context.after);
  const { start, end } = place;
  return evidence >= enough ? { start, end, certainty: Math.min(0.99, 0.6 + evidence / 5) } : undefined;
}

/** Eight words of quote and context together are no chance likeness. */
const enough = 1.6;

/** How many characters of the context stand on both sides of a place. */
function contextShared(text: string, { prefix, suffix }: AnchorToMove, { start, end }: Passage) {
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1;
  return { before, after };
}

/** The same words count more the more they say; words that are only like them never outweigh a quote of five. */
function weighed(text: string, quote: AnchorToMove, { start, end, likeness }: Like): Candidate {
  const { before, after } = contextShared(text, quote, { start, end });
  const context = (before + after) / Math.max(1, quote.prefix.length + quote.suffix.length);
  const { exact } = quote;
  const words =
    text.slice(start, end) === exact
      ? 0.5 + 0.3 * Math.min(1, evidenceOf(exact, 0, exact.length))
      : 0.6 * likeness;
  return { start, end, certainty: Math.round((words + 0.15 * context) * 100) / 100 };
}

/** The best first, each place once, none that is hardly like the quote. */
export function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const one of [...candidates].sort((a, b) => b.certainty - a.certainty || a.start - b.start)) {
    if (chosen.length === mostCandidates || one.certainty < 0.3) break;
    if (chosen.every(({ start, end }) => one.start >= end || one.end <= start)) chosen.push(one);
  }
  return chosen;
}
