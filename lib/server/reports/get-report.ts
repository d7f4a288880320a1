import 'server-only';
import { db } from '@/lib/db/client';
import { toScale } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { openProposal } from '@/lib/domain/check';
import { ensureCan } from '@/lib/domain/policy';
import { buildReport, type Report } from '@/lib/domain/report/report';
import type { VerdictScale } from '@/lib/domain/verdict';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { env } from '@/lib/server/env';
import { findChanges } from './find-changes';
import { findCorrections } from './find-publication';

/** When a report is made, and the revision since which its changes are listed (null for no list). */
export type ReportMoment = { readonly now: Date; readonly since: number | null };

/**
 * The whole report of an article as it stands now: the checking copy, of which `reportFor` makes the others. Throws
 * NOT_FOUND when the actor may not see the article, INVALID when there is no such revision.
 */
export async function getReport(
  actor: Actor,
  articleId: string,
  { now, since }: ReportMoment,
): Promise<Report> {
  ensureCan(actor, 'report.export');
  const state = await getArticleState(actor, articleId);
  const [corrections, team, head, scales, changes] = await Promise.all([
    findCorrections(actor, articleId),
    db.team.findUniqueOrThrow({ where: { id: actor.teamId }, select: { name: true } }),
    db.articleEvent.findUniqueOrThrow({
      where: { articleId_seq: { articleId, seq: state.seq }, article: { teamId: actor.teamId } },
      select: { hash: true },
    }),
    findScales(actor, state),
    since === null ? null : findChanges(actor, articleId, since),
  ]);
  return buildReport(state, {
    teamName: team.name,
    recordHash: head.hash,
    at: now.toISOString(),
    by: { id: actor.userId, name: actor.name },
    address: `${env.PUBLIC_URL}/articles/${articleId}`,
    scales,
    changes,
    corrections,
  });
}

/** The versions of the team's own scales that verdicts were given on, also archived ones. */
async function findScales(
  { teamId }: Actor,
  { annotations }: Pick<ArticleState, 'annotations'>,
): Promise<readonly VerdictScale[]> {
  const ids = new Set(
    Object.values(annotations).flatMap(({ check }) => openProposal(check)?.verdict?.scaleId ?? []),
  );
  if (ids.size === 0) return [];
  const rows = await db.verdictScale.findMany({
    where: { teamId, id: { in: [...ids] } },
    orderBy: [{ id: 'asc' }, { version: 'asc' }],
    take: 1_000,
  });
  return rows.map(toScale);
}
