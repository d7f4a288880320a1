import type { QuoteMatch } from './find-quote';
import type { Instant } from './ids';
import type { Person } from './team';

/**
 * What stood at an address of evidence at a time, or that it is being fetched: then `at` is null. `status` is the HTTP
 * status, null where nothing answered; `hash` the SHA-256 of its words, empty where there are none, for the reason that
 * `failure` gives. `match` is null where the evidence quotes nothing or nothing could be read. `isGone`: the quote had
 * stood there at the look before; `hasReopened`: that reopened the claim.
 */
export type Capture = {
  readonly id: string;
  readonly evidenceId: string;
  readonly address: string;
  readonly status: number | null;
  readonly title: string;
  readonly length: number;
  readonly hash: string;
  readonly match: QuoteMatch | null;
  readonly failure: string | null;
  /** Who asked for it; a later look by itself goes by who had asked before. */
  readonly by: Person;
  readonly isScheduled: boolean;
  readonly askedAt: Instant;
  readonly at: Instant | null;
  readonly isGone: boolean;
  readonly hasReopened: boolean;
};

/** How often pages can be looked at again by themselves, in days. */
export const recheckIntervals = [1, 7, 30] as const;
export type RecheckDays = (typeof recheckIntervals)[number];

/** What a live stream says when a capture of an annotation's evidence was asked for, has come or was cancelled. */
export type CaptureNews = { readonly articleId: string; readonly annotationId: string };
