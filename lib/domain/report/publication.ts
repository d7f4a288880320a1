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

/** Why the page of an earlier version is not there any more: one version was taken away, or the report was withdrawn. */
export const goneReasons = ['taken_away', 'withdrawn'] as const;

/** What the public read until another version took its place. */
export type EarlierVersion = {
  readonly number: number;
  readonly publishedAt: Instant;
  readonly replacedAt: Instant;
  /** Number of the event up to which it tells. */
  readonly seq: number;
  /** Of its page, as it was kept; 0 for one that was withdrawn before it was replaced. */
  readonly bytes: number;
  /** Null while its page can be read. */
  readonly gone: { readonly at: Instant; readonly because: (typeof goneReasons)[number] } | null;
};

/**
 * A report that the public can read, or could until it was withdrawn. Corrections from the first to the latest, earlier
 * versions from the latest to the first of those that are kept.
 */
export type Publication = {
  readonly slug: string;
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Number of the event up to which it tells. */
  readonly seq: number;
  /** Counts every change of the publication: who changes it says which one they saw. */
  readonly version: number;
  /** Which of the published versions the public reads now, from 1. */
  readonly number: number;
  readonly earlier: readonly EarlierVersion[];
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
