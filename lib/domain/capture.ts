import type { QuoteMatch } from './find-quote';
import type { Instant } from './ids';
import type { Person } from './team';

/**
 * What stood at an address of evidence at a time. `status` is the HTTP status, null where nothing answered; `hash` the
 * SHA-256 of its words, empty where there are none, for the reason that `failure` gives. `match` is null where the
 * evidence quotes nothing or nothing could be read.
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
  readonly by: Person;
  readonly at: Instant;
};

/** A new capture, and what it did: whether the quote that stood there before is gone, and whether that reopened the claim. */
export type NewCapture = Capture & { readonly isGone: boolean; readonly hasReopened: boolean };
