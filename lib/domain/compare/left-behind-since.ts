import type { RevisionSource } from '../revised';
import type { LeftBehind } from './left-behind';

/** A fact that was left behind, and the number of the revision that did it. */
export type LeftBehindSince = LeftBehind & { readonly since: number };

/** So many earlier revisions are compared with the present one, */
export const mostCompared = 24;
/** as long as they hold no more than so many characters together. */
const mostCharacters = 3_000_000;

/**
 * Numbers of the earlier revisions that the present text is compared with, latest first; `earlier` comes latest first and
 * ends with the first text. One to whose end the next only added says nothing of its own. Of too many, the latest and the
 * very first are compared. `length` is that of the present text.
 */
export function revisionsToCompare(
  earlier: readonly { readonly number: number; readonly source: RevisionSource }[],
  length: number,
): readonly number[] {
  const numbers = earlier
    .filter((_, index) => earlier[index - 1]?.source !== 'appended')
    .map(({ number }) => number);
  const most = Math.min(mostCompared, Math.max(2, Math.floor(mostCharacters / Math.max(1, length))));
  return numbers.length <= most ? numbers : [...numbers.slice(0, most - 1), ...numbers.slice(-1)];
}

/** What was known and what comparing with an earlier revision adds; the same change is told once, by the latest. */
export function withEarlier(
  known: readonly LeftBehindSince[],
  found: readonly LeftBehind[],
  since: number,
): readonly LeftBehindSince[] {
  const told = new Set(known.map(placesOf));
  const more = found.filter((one) => !told.has(placesOf(one))).map((one) => ({ ...one, since }));
  return [...known, ...more].sort((a, b) => a.changed.start - b.changed.start);
}

const placesOf = ({ changed, still }: LeftBehind): string => `${changed.start} ${still[0]?.start}`;
