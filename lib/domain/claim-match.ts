import type { Mark } from './annotation';
import type { CheckStatus, Outcome } from './check';
import type { Evidence } from './evidence';
import type { Instant } from './ids';
import type { Person } from './team';

/** At most so many similar claims are shown. */
export const mostMatches = 5;

/** An earlier claim of the team's archive that says much the same, as one person may see it. */
export type ClaimMatch = {
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly mark: Mark;
  readonly exact: string;
  readonly status: CheckStatus;
  /** Absent while there is none, and for whom it is still sealed (`isSealed`). */
  readonly outcome: Outcome | null;
  /** What the rating is called on the scale it was given on. */
  readonly verdict: string | null;
  readonly isSealed: boolean;
  /** When it was marked. */
  readonly createdAt: Instant;
  readonly evidence: readonly Evidence[];
  /** From 0 to 1. */
  readonly likeness: number;
};

/** Where evidence was copied from, as far as it is still there. */
export type EvidenceOrigin = {
  readonly evidenceId: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly author: Person;
};

/**
 * Words to find similar claims by, as groups of which one must be there whole: numbers and long words tell a claim
 * apart. Of five words or more three must agree, of two to four two. Words come as Postgres divides them.
 */
export function matchGroups(words: readonly string[]): readonly (readonly string[])[] {
  const telling = words
    .filter((word) => /\p{N}/u.test(word) || [...word].length >= 4)
    .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .slice(0, mostWords);
  const size = telling.length >= 5 ? 3 : Math.min(2, telling.length);
  return size === 0 ? [] : combinations(telling, size);
}

const mostWords = 6;

/** A number says more than any word, a long word more than a short one. */
function weight(word: string): number {
  return (/\p{N}/u.test(word) ? 100 : 0) + [...word].length;
}

function combinations(words: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return words.flatMap((word, index) =>
    combinations(words.slice(index + 1), size - 1).map((rest) => [word, ...rest]),
  );
}
