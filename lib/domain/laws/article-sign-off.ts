import type { Actor } from '../actor';
import type { Mark } from '../annotation';
import type { Passage, Revision } from '../article';
import type { ArticleSignOff, Waiver } from '../article-sign-off-schema';
import type { Check, CheckStatus } from '../check';
import { coverageOf, type Marked } from '../coverage';
import type { Instant } from '../ids';
import { can } from '../policy';
import { openQueries, type Thread } from '../thread';
import { isChecked } from './check-laws';

/** What counts for an article's sign-off. */
export type ArticleStanding = {
  readonly gaps: readonly Passage[];
  readonly openQueries: number;
  readonly disputed: number;
  readonly stale: number;
  /** Claims whose check is not signed off: said, but no hindrance. */
  readonly unsignedClaims: number;
};

/** What a standing asks of an annotation. */
export type Standing = Marked & {
  readonly mark: Mark;
  readonly check: Pick<Check, 'status'>;
  readonly repeatsId: string | null;
  readonly threads: readonly Pick<Thread, 'kind' | 'resolved'>[];
};

/** Counts what stands between an article and its sign-off. */
export function standingOf(
  revision: Pick<Revision, 'sentences'>,
  annotations: readonly Standing[],
): ArticleStanding {
  // A passage that was marked as something else since is not checked any more.
  const checked = annotations.filter(isChecked);
  const withStatus = (status: CheckStatus): number =>
    checked.filter(({ check }) => check.status === status).length;
  return {
    gaps: coverageOf(revision.sentences, annotations).gaps,
    openQueries: annotations.reduce((sum, { threads }) => sum + openQueries(threads).length, 0),
    disputed: withStatus('disputed'),
    stale: withStatus('stale'),
    unsignedClaims: annotations.filter(
      ({ mark, check, repeatsId }) => mark === 'claim' && repeatsId === null && check.status !== 'signed_off',
    ).length,
  };
}

/** Why an article cannot be signed off yet, as sentences; empty when it can. */
export function obstaclesTo(standing: ArticleStanding, waivers: readonly Waiver[]): readonly string[] {
  const uncovered = standing.gaps.length - neededWaivers(standing, waivers).length;
  const some = (count: number, one: string, many: string): string[] =>
    count === 0 ? [] : [count === 1 ? one : many.replace('#', String(count))];
  return [
    ...some(
      uncovered,
      'One sentence has no decision and no waiver.',
      '# sentences have no decision and no waiver.',
    ),
    ...some(standing.openQueries, 'One author query is open.', '# author queries are open.'),
    ...some(standing.disputed, 'One claim is disputed.', '# claims are disputed.'),
    ...some(standing.stale, 'One signed-off claim is stale.', '# signed-off claims are stale.'),
  ];
}

/** The waivers that name a sentence without a decision, each sentence once; the others waive nothing. */
export function neededWaivers({ gaps }: ArticleStanding, waivers: readonly Waiver[]): readonly Waiver[] {
  return gaps.flatMap(
    (gap) => waivers.find(({ start, end }) => start === gap.start && end === gap.end) ?? [],
  );
}

/**
 * Why an actor cannot sign an article off now, in sentences; absent when nothing stands against it. The screen asks
 * before the click. `overrideReason` is null where nobody overrides.
 */
export function refusalOfArticleSignOff(
  actor: Actor,
  standing: ArticleStanding,
  waivers: readonly Waiver[],
  overrideReason: string | null,
): string | undefined {
  const permission = can(actor, 'article.sign_off');
  if (!permission.allowed) return permission.reason;
  const against = obstaclesTo(standing, waivers);
  if (against.length === 0) return undefined;
  if (overrideReason === null) return against.join(' ');
  const mayOverride = can(actor, 'article.override_sign_off');
  return mayOverride.allowed ? undefined : mayOverride.reason;
}

/** How many events came after an article's sign-off; 0 when it still holds or there is none. */
export function changesSince(signOff: ArticleSignOff | null, seq: number): number {
  return signOff === null ? 0 : Math.max(0, seq - signOff.seq);
}

/** When the sign-off was given, and null when there is none. */
export function signedOffAt(signOff: ArticleSignOff | null): Instant | null {
  return signOff?.at ?? null;
}
