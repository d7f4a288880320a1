import type { Passage } from '../article';
import { mostPlaces, pairKey } from './like-places';
import type { Words } from './words-of';

/** A text with its words and where each pair of them stands. */
type Paired = {
  readonly text: string;
  readonly words: Words;
  readonly pairs: ReadonlyMap<number, readonly number[]>;
};

/**
 * Where a quote stands letter by letter and in whole words, in order; a quote that stands everywhere has no more than
 * some. The rarest pair of words inside it names the places to look at, so that the text is not read for each quote.
 */
export function exactPlaces(paired: Paired, exact: string, quoted: Words): readonly Passage[] {
  const { text } = paired;
  const places: Passage[] = [];
  for (const start of startsOf(paired, exact, quoted)) {
    const end = start + exact.length;
    if (places.length === mostExact) break;
    if (!isInWord(text, start) && !isInWord(text, end)) places.push({ start, end });
  }
  return places;
}

const mostExact = 40;

function startsOf(paired: Paired, exact: string, quoted: Words): Iterable<number> {
  const { text, words, pairs } = paired;
  // Where a quote is cut out of a word, that reads otherwise here than in the text; between white space it cannot.
  const [from, to] = [exact.search(/\s/), exact.search(/\s\S*$/)];
  let rarest: { readonly at: number; readonly places: readonly number[] } | undefined;
  for (const [index, at] of quoted.starts.entries()) {
    const [one, next, end] = [quoted.spellings[index], quoted.spellings[index + 1], quoted.ends[index + 1]];
    if (one === undefined || next === undefined || end === undefined || from === -1 || end > to) break;
    if (at < from) continue;
    const places = pairs.get(pairKey(one, next)) ?? [];
    if (places.length <= mostPlaces && (rarest === undefined || places.length < rarest.places.length))
      rarest = { at, places };
  }
  if (rarest === undefined) return occurrences(text, exact);
  const { at, places } = rarest;
  return places
    .map((place) => (words.starts[place] ?? 0) - at)
    .filter((start) => start >= 0 && text.startsWith(exact, start));
}

function* occurrences(text: string, exact: string): Iterable<number> {
  if (exact === '') return;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) yield start;
}

function isInWord(text: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[offset - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[offset] ?? '');
}
