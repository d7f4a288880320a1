import 'server-only';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { buildReport, type Report } from '@/lib/domain/report';
import { getArticleState } from '@/lib/server/articles/get-article-state';

/** The annotated report of an article as it stands now. Throws NOT_FOUND when the actor may not see the article. */
export async function getReport(actor: Actor, articleId: string, now: Date): Promise<Report> {
  ensureCan(actor, 'report.export');
  const state = await getArticleState(actor, articleId);
  const [team, head] = await Promise.all([
    db.team.findUniqueOrThrow({ where: { id: actor.teamId }, select: { name: true } }),
    db.articleEvent.findUniqueOrThrow({
      where: { articleId_seq: { articleId, seq: state.seq }, article: { teamId: actor.teamId } },
      select: { hash: true },
    }),
  ]);
  return buildReport(state, {
    teamName: team.name,
    recordHash: head.hash,
    at: now.toISOString(),
    by: { id: actor.userId, name: actor.name },
  });
}
