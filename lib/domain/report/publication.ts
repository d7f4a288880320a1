import type { Instant } from '../ids';

/** What was put right in a published report, in public words. */
export type Correction = { readonly id: string; readonly at: Instant; readonly text: string };

/** Where and since when everybody can read a report. */
export type Published = {
  readonly address: string;
  /** Where the picture is that a preview of the address shows. */
  readonly picture: string;
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
};

/** A report that the public can read, or could until it was withdrawn. Corrections from the first to the latest. */
export type Publication = {
  readonly slug: string;
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Number of the event up to which it tells. */
  readonly seq: number;
  readonly version: number;
  readonly corrections: readonly Correction[];
};

/** The words of an address: small letters, digits and dashes of a headline, at most 60, and what makes it the only one. */
export function slugOf(title: string, mark: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return words === '' ? mark : `${words}-${mark}`;
}
