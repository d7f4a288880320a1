import type { Offer } from './commands-context';

/**
 * The offers that some words find, the best first: each word must begin a word of name or hint, or stand inside the
 * name. Without words all of them, in their order.
 */
export function rankOffers(offers: readonly Offer[], query: string): readonly Offer[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return offers;
  return offers
    .map((offer, index) => ({ offer, index, score: scoreOf(offer, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ offer }) => offer);
}

/** Lower case, without accents, cut at what is no letter, digit or sign of its own. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[\s,;:·()]+/u)
    .filter((word) => word !== '');
}

function scoreOf({ name, hint = '' }: Offer, wanted: readonly string[]): number {
  const title = fold(name);
  const titleWords = wordsOf(name);
  const hintWords = wordsOf(hint);
  let score = title.startsWith(wanted.join(' ')) ? 3 : 0;
  for (const word of wanted) {
    if (titleWords.some((other) => other.startsWith(word))) score += 3;
    else if (title.includes(word)) score += 1;
    else if (hintWords.some((other) => other.startsWith(word))) score += 1;
    else return 0;
  }
  return score;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
