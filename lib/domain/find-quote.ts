import { z } from 'zod';
import type { Passage } from './article';

const place = { start: z.int().min(0), end: z.int().min(0), words: z.string() };

/**
 * How a quote stands in a text: word for word, with words left out where it says so, with other words, or not at all.
 * `words` are those of the text, `start` and `end` where they stand in it (UTF-16 code units).
 */
export const quoteMatchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), ...place }),
  z.strictObject({ kind: z.literal('elided'), ...place }),
  z.strictObject({ kind: z.literal('altered'), ...place }),
  z.strictObject({ kind: z.literal('missing') }),
]);
export type QuoteMatch = Readonly<z.infer<typeof quoteMatchSchema>>;

/** Whether the quoted words stand there as they were quoted. */
export const stands = (match: QuoteMatch): boolean => match.kind === 'exact' || match.kind === 'elided';

/** Looks for a quote in a text. White space, kinds of quotation marks and dashes, and soft hyphens make no difference. */
export function findQuote(text: string, quote: string): QuoteMatch {
  const plain = plainText(text);
  const wanted = plainText(quote)
    .words.trim()
    .replace(/^["']+|["']+$/g, '')
    .trim();
  if (wanted === '') return { kind: 'missing' };
  const at = plain.words.indexOf(wanted);
  if (at !== -1) return { kind: 'exact', ...placeOf(text, plain, at, at + wanted.length) };
  const elided = findElided(plain.words, wanted);
  if (elided !== undefined) return { kind: 'elided', ...placeOf(text, plain, elided.start, elided.end) };
  const altered = findAltered(plain.words, wanted);
  if (altered !== undefined) return { kind: 'altered', ...placeOf(text, plain, altered.start, altered.end) };
  return { kind: 'missing' };
}

/** A text in which spelling alike means meaning alike; `from` says where each of its characters stands in the other. */
type Plain = { readonly words: string; readonly from: readonly number[] };

function plainText(text: string): Plain {
  const words: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = plainSign(text[at] ?? '');
    if (sign === '' || (sign === ' ' && words.at(-1) === ' ')) continue;
    for (const unit of sign) {
      words.push(unit);
      from.push(at);
    }
  }
  return { words: words.join(''), from };
}

function plainSign(sign: string): string {
  if (/\s/u.test(sign)) return ' ';
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(sign)) return '';
  if (/[“”„‟«»″]/u.test(sign)) return '"';
  if (/[‘’‚‛‹›′]/u.test(sign)) return "'";
  if (/[‐‑‒–—―−]/u.test(sign)) return '-';
  return sign === '…' ? '...' : sign;
}

function placeOf(text: string, { from }: Plain, start: number, end: number) {
  const first = from[start] ?? 0;
  const last = (from[end - 1] ?? first) + 1;
  return { start: first, end: last, words: text.slice(first, last) };
}

/** Where a quote says that words are left out, not more than this may be. */
const longestGap = 3_000;

function findElided(text: string, quote: string): Passage | undefined {
  const parts = quote
    .split(/\s*[[(]?\s*(?:\.\.\.|\. \. \.)\s*[\])]?\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, ...rest] = parts;
  if (first === undefined || (rest.length === 0 && first === quote)) return undefined;
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const isWhole = rest.every((part) => {
      const at = text.indexOf(part, end);
      if (at === -1 || at - end > longestGap) return false;
      end = at + part.length;
      return true;
    });
    if (isWhole) return { start, end };
  }
  return undefined;
}

/** Fewer words than this say too little to be recognised when they have changed. */
const fewestWords = 4;
const leastShared = 0.6;
const mostCandidates = 5;

type Word = Passage & { readonly key: string };

function findAltered(text: string, quote: string): Passage | undefined {
  const wanted = wordsOf(quote).map(({ key }) => key);
  if (wanted.length < fewestWords) return undefined;
  const words = wordsOf(text);
  let best: { readonly shared: number; readonly passage: Passage } | undefined;
  for (const begin of candidates(words, wanted)) {
    const near = words.slice(
      Math.max(0, begin - 3),
      begin + wanted.length + Math.ceil(wanted.length / 2) + 3,
    );
    const shared = sharedWords(
      wanted,
      near.map(({ key }) => key),
    );
    const first = near[shared[0] ?? -1];
    const last = near[shared.at(-1) ?? -1];
    if (first === undefined || last === undefined || shared.length < wanted.length * leastShared) continue;
    if (best === undefined || shared.length > best.shared)
      best = { shared: shared.length, passage: { start: first.start, end: last.end } };
  }
  return best?.passage;
}

function wordsOf(text: string): Word[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'.,-]*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}]/gu),
    ({ 0: word, index }) => ({
      key: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }),
  );
}

/** The places from which most words of the quote stand at their distance from its beginning. */
function candidates(words: readonly Word[], wanted: readonly string[]): number[] {
  const places = new Map<string, number[]>();
  wanted.forEach((key, at) => {
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  const width = Math.max(3, Math.floor(wanted.length / 3));
  const votes = new Map<number, number>();
  words.forEach(({ key }, at) => {
    for (const place of places.get(key) ?? []) {
      const bucket = Math.floor((at - place) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1 / (places.get(key)?.length ?? 1));
    }
  });
  return [...votes]
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostCandidates)
    .map(([bucket]) => Math.max(0, bucket * width));
}

/** Which of `near` are the longest run of words that both share in the same order (longest common subsequence). */
function sharedWords(wanted: readonly string[], near: readonly string[]): number[] {
  const width = near.length + 1;
  const lengths = new Uint16Array((wanted.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i -= 1)
    for (let j = near.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        wanted[i] === near[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const shared: number[] = [];
  for (let i = 0, j = 0; i < wanted.length && j < near.length; ) {
    if (wanted[i] === near[j]) {
      shared.push(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return shared;
}
