import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { type Dashboard, type DashboardDays, daysOf, turnaroundOf } from '@/lib/domain/dashboard';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { can, ensureCan } from '@/lib/domain/policy';
import { compareChecks } from './compare-checks';
import { countAges, countArticles, countConclusions, countStatuses } from './count-claims';
import { countWork } from './count-work';
import { findHiddenClaims } from './dashboard-scope';
import { findCourses } from './find-courses';

/** Which dashboard: over how many days before `now`, of the whole team or of one article. */
export type DashboardQuery = {
  readonly days: DashboardDays;
  readonly articleId?: string | undefined;
  readonly now: Date;
};

/**
 * The figures of a team's or an article's checks, in a fixed number of queries. Only of articles that the actor may see;
 * throws NOT_FOUND for one that they may not.
 */
export async function getDashboard(
  actor: Actor,
  { days, articleId, now }: DashboardQuery,
): Promise<Dashboard & { readonly title: string | null }> {
  ensureCan(actor, 'dashboard.read');
  const title = articleId === undefined ? null : await findTitle(actor, articleId);
  const since = new Date(now.getTime() - days * 86_400_000).toISOString();
  const until = now.toISOString();
  const scope = { actor, articleId, since, until };
  const hidden = await findHiddenClaims(scope);
  const [articles, statuses, conclusions, ages, courses, agreement, people] = await Promise.all([
    countArticles(scope),
    countStatuses(scope),
    countConclusions(scope, hidden),
    countAges(scope),
    findCourses(scope),
    compareChecks(scope, hidden),
    can(actor, 'dashboard.read_people').allowed ? countWork(scope) : null,
  ]);
  return {
    title,
    since,
    until,
    articles,
    statuses,
    ...conclusions,
    ages,
    days: daysOf(courses, since, until),
    turnaround: turnaroundOf(courses, since),
    agreement,
    people,
    hidden: hidden.length,
  };
}

async function findTitle(actor: Actor, articleId: string): Promise<string> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const where = { id: articleId, ...visibleArticles(actor) };
  const article = await db.article.findFirst({ where, select: { title: true } });
  if (article === null) throw notFound('article');
  return article.title;
}
