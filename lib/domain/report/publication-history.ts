import type { Instant } from '../ids';
import type { EarlierVersion, Publication } from './publication';

/** One line of what happened to a published report: a version that came out, or a correction from before the versions that are kept. */
export type HistoryLine = {
  readonly at: Instant;
  /** Null for a correction without a version that is kept, and for the first publication where its version is not. */
  readonly number: number | null;
  readonly state:
    | 'present'
    | 'readable'
    | 'first'
    | 'unknown'
    | NonNullable<EarlierVersion['gone']>['because'];
  /** Since when its page is gone. */
  readonly goneAt: Instant | null;
  /** What was put right by it, in public words. */
  readonly correction: string | null;
};

/** What happened to a published report, the latest first. */
export function historyOf(publication: Publication): readonly HistoryLine[] {
  const { corrections, publishedAt } = publication;
  const versions = versionsOf(publication);
  const known = new Set(versions.map(({ at }) => at));
  const said = new Map(corrections.map(({ at, text }) => [at, text]));
  const others: HistoryLine[] = corrections
    .filter(({ at }) => !known.has(at))
    .map(({ at, text }) => ({ at, number: null, state: 'unknown', goneAt: null, correction: text }));
  const first: HistoryLine[] = known.has(publishedAt)
    ? []
    : [{ at: publishedAt, number: null, state: 'first', goneAt: null, correction: null }];
  return [
    ...versions.map((line) => ({ ...line, correction: said.get(line.at) ?? null })),
    ...others,
    ...first,
  ].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** So many earlier versions of a report are kept, and so many bytes of their pages. */
export const mostVersions = 100;
const mostBytes = 50_000_000;

/** Of the earlier versions of a report, the latest first, those that are kept. */
export function keptVersions(earlier: readonly EarlierVersion[]): readonly EarlierVersion[] {
  let bytes = 0;
  return earlier.slice(0, mostVersions).filter((one) => {
    if (one.gone === null) bytes += one.bytes;
    return bytes <= mostBytes;
  });
}

/** How many of the first versions are not kept any more. */
export function countForgotten({ number, earlier }: Publication): number {
  return (earlier.at(-1)?.number ?? number) - 1;
}

function versionsOf({ number, changedAt, withdrawnAt, earlier }: Publication): readonly HistoryLine[] {
  const present: HistoryLine = {
    at: changedAt,
    number,
    state: withdrawnAt === null ? 'present' : 'withdrawn',
    goneAt: withdrawnAt,
    correction: null,
  };
  const replaced = earlier.map(
    ({ number, publishedAt, gone }): HistoryLine => ({
      at: publishedAt,
      number,
      state: gone?.because ?? 'readable',
      goneAt: gone?.at ?? null,
      correction: null,
    }),
  );
  return [present, ...replaced];
}
