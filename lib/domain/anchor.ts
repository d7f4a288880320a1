import type { Passage } from './article';
import { DomainError } from './errors';

/** How a passage is found again. Offsets are UTF-16 code units in the canonical text of `revisionId`. */
export type Anchor = Passage & {
  readonly revisionId: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state: AnchorState;
  /** What changed in the passage since it was marked; `null` when nothing did. */
  readonly drift: string | null;
  /** How the passage was placed: `given` by a person or a program, else the rung that found it. */
  readonly method: string;
  /** 0 to 1. */
  readonly certainty: number;
  /** The words as a person last looked at them, while what became of them waits for a person; absent when nothing waits. */
  readonly before?: string | undefined;
};

export const anchorStates = ['exact', 'moved', 'touched', 'orphaned'] as const;
export type AnchorState = (typeof anchorStates)[number];

/** The method of an anchor whose changed words a person has accepted as they stand. */
export const acceptedByHand = 'accepted';

/** Characters of context kept on each side of a quote (architecture: anchors). */
export const contextLength = 32;

/**
 * The anchor of a passage that somebody points at in a revision's text.
 * Throws INVALID when the passage is outside the text, empty, only white space or cuts a character in two.
 */
export function anchorAt(revision: { readonly id: string; readonly text: string }, passage: Passage): Anchor {
  const { text } = revision;
  const { start, end } = passage;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new DomainError('INVALID', 'The passage lies outside the text of this revision.');
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new DomainError('INVALID', 'The passage begins or ends in the middle of a character.');
  }
  const exact = text.slice(start, end);
  if (exact.trim() === '') throw new DomainError('INVALID', 'The passage has no text, only white space.');
  return {
    revisionId: revision.id,
    start,
    end,
    exact,
    prefix: text.slice(wholeCharacter(text, Math.max(0, start - contextLength), 1), start),
    suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + contextLength), -1)),
    state: 'exact',
    drift: null,
    method: 'given',
    certainty: 1,
  };
}

/**
 * The anchor of words that came from elsewhere and stand nowhere in this text: orphaned from the beginning, found by
 * their quote and context once they do. Its offsets say nothing but how long the quote is.
 */
export function orphanedAnchor(revision: { readonly id: string }, { exact, prefix, suffix }: Quote): Anchor {
  return {
    revisionId: revision.id,
    start: 0,
    end: exact.length,
    exact,
    prefix: prefix.slice(wholeEnd(prefix)),
    suffix: suffix.slice(0, wholeCharacter(suffix, Math.min(suffix.length, contextLength), -1)),
    state: 'orphaned',
    drift: 'deleted',
    method: 'given',
    certainty: 1,
  };
}

/** Where the last `contextLength` characters of a text begin. */
const wholeEnd = (text: string): number => wholeCharacter(text, Math.max(0, text.length - contextLength), 1);

/** A quote with the text before and after it, as the W3C TextQuoteSelector has them; context may be empty. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/**
 * The one place where a quote stands in a text, its context respected.
 * Throws INVALID when it does not stand there, or stands there more than once and the context does not decide.
 */
export function locateQuote(text: string, quote: Quote): Passage {
  const places: Passage[] = [];
  for (let start = text.indexOf(quote.exact); start !== -1; start = text.indexOf(quote.exact, start + 1)) {
    const end = start + quote.exact.length;
    if (text.slice(0, start).endsWith(quote.prefix) && text.startsWith(quote.suffix, end))
      places.push({ start, end });
    if (places.length > 1) break;
  }
  const [place] = places;
  if (place === undefined) {
    throw new DomainError('INVALID', 'These words do not stand in the current revision of the article.');
  }
  if (places.length > 1) {
    throw new DomainError(
      'INVALID',
      'These words stand in the article more than once: give the text before or after them.',
    );
  }
  return place;
}

/** Whether an offset falls between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

/** Moves an offset out of a surrogate pair, by one unit in the direction given. */
function wholeCharacter(text: string, offset: number, direction: 1 | -1): number {
  return splitsPair(text, offset) ? offset + direction : offset;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
