import type { Passage } from '../article';
import { evidenceOf } from './evidence-of';
import { exactPlaces } from './exact-places';
import { closest, type Like, pairsOf, placesWorthALook } from './like-places';
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
  const wordsIn = (quote: string): Words =>
    wordsOf(plain === small ? quote.toLowerCase() : quote, 0, quote.length, spellings);
  const read = (quote: string): readonly number[] => wordsIn(quote).spellings;
  const placesOf = ({ exact }: AnchorToMove): readonly Passage[] =>
    exactPlaces({ text, words, pairs }, exact, wordsIn(exact));
  return {
    findExact: (quote) => findExact(text, quote, placesOf(quote)),
    findLike: (quote) => {
      const sought = read(quote.exact);
      const places = placesWorthALook(
        sought,
        read(quote.prefix).slice(-contextWords),
        read(quote.suffix).slice(0, contextWords),
        pairs,
      );
      const like = places.flatMap((place) => closest(sought, words, place, plain) ?? []);
      return best(
        [...placesOf(quote).map((place) => ({ ...place, likeness: 1 })), ...like].map((place) =>
          weighed(text, quote, place),
        ),
      );
    },
  };
}

/** So many words of the context on each side help to find the place. */
const contextWords = 4;

function findExact(text: string, quote: AnchorToMove, [place, other]: readonly Passage[]) {
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
