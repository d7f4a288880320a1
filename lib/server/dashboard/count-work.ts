import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import type { Work } from '@/lib/domain/dashboard';
import { articlesInScope, type DashboardScope, happenedHere } from './dashboard-scope';

/** Most people whose work is listed. */
const mostPeople = 500;

/**
 * What each person did in the period, by name: counts, no ranking. What came in with a file is nobody's work here. Ask
 * only for whom the rule book shows it.
 */
export async function countWork(scope: DashboardScope): Promise<readonly Work[]> {
  const rows = await db.$queryRaw<(Omit<Work, 'person'> & { readonly actorId: string })[]>`
    SELECT e."actorId",
      count(*) FILTER (WHERE e."type" = 'annotation.created')::int AS "marks",
      count(*) FILTER (WHERE e."type" = 'note.created')::int AS "notes",
      count(*) FILTER (WHERE e."type" = 'evidence.created')::int AS "evidence",
      count(*) FILTER (WHERE e."type" = 'check.proposed')::int AS "proposals",
      count(*) FILTER (WHERE e."type" = 'check.reviewed')::int AS "secondChecks",
      count(*) FILTER (WHERE e."type" = 'check.signed_off')::int AS "signOffs"
    FROM "Article" a JOIN "ArticleEvent" e ON e."articleId" = a."id"
    WHERE ${articlesInScope(scope)} AND a."changedAt" >= ${scope.since}::timestamptz
      AND e."at" BETWEEN ${scope.since}::timestamptz AND ${scope.until}::timestamptz
      AND ${happenedHere}
      AND (e."type" IN ('note.created', 'evidence.created', 'check.proposed', 'check.reviewed', 'check.signed_off')
        OR (e."type" = 'annotation.created' AND e."body"#>>'{annotation,authorId}' = e."actorId"::text))
    GROUP BY e."actorId" ORDER BY e."actorId" LIMIT ${mostPeople}`;
  const people = await findPeople(
    db,
    scope.actor.teamId,
    rows.map(({ actorId }) => actorId),
  );
  return rows
    .map(({ actorId, ...counts }) => ({ person: people[actorId] ?? { id: actorId, name: '' }, ...counts }))
    .sort((a, b) => a.person.name.localeCompare(b.person.name) || (a.person.id < b.person.id ? -1 : 1));
}
