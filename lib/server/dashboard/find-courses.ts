import 'server-only';
import { db } from '@/lib/db/client';
import type { Course } from '@/lib/domain/dashboard';
import { articlesInScope, type DashboardScope, happenedHere } from './dashboard-scope';

/** More than a team checks in a year; of more, the latest are looked at. */
const mostCourses = 50_000;

/**
 * When the check of each claim first got to each point, for claims that were marked, proposed or signed off in the
 * period, by the record of the articles that changed in it.
 */
export async function findCourses(scope: DashboardScope): Promise<readonly Course[]> {
  const { since, until } = scope;
  const rows = await db.$queryRaw<CourseRow[]>`
    WITH "firsts" AS (
      SELECT (e."body"->>'annotationId')::uuid AS "id",
        min(e."at") FILTER (WHERE e."type" = 'check.planned'
          AND e."body"#>>'{check,plan,assigneeId}' IS NOT NULL) AS "assignedAt",
        min(e."at") FILTER (WHERE e."type" = 'check.proposed') AS "proposedAt",
        min(e."at") FILTER (WHERE e."type" = 'check.signed_off') AS "signedOffAt"
      FROM "Article" a JOIN "ArticleEvent" e ON e."articleId" = a."id"
      WHERE ${articlesInScope(scope)} AND a."changedAt" >= ${since}::timestamptz AND e."at" <= ${until}::timestamptz
        AND e."type" IN ('check.planned', 'check.proposed', 'check.signed_off') AND e."body" IS NOT NULL
        AND ${happenedHere}
      GROUP BY 1
    )
    SELECT n."createdAt" AS "markedAt", f."assignedAt", f."proposedAt", f."signedOffAt"
    FROM "Article" a JOIN "Annotation" n ON n."articleId" = a."id" LEFT JOIN "firsts" f ON f."id" = n."id"
    WHERE ${articlesInScope(scope)} AND a."changedAt" >= ${since}::timestamptz
      AND n."deletedAt" IS NULL AND n."mark" IN ('claim', 'sourced_fact')
      AND (n."createdAt" BETWEEN ${since}::timestamptz AND ${until}::timestamptz
        OR f."proposedAt" >= ${since}::timestamptz OR f."signedOffAt" >= ${since}::timestamptz)
    ORDER BY greatest(n."createdAt", f."signedOffAt", f."proposedAt") DESC, n."id" LIMIT ${mostCourses}`;
  return rows.map(({ markedAt, assignedAt, proposedAt, signedOffAt }) => ({
    markedAt: markedAt.toISOString(),
    assignedAt: assignedAt?.toISOString() ?? null,
    proposedAt: proposedAt?.toISOString() ?? null,
    signedOffAt: signedOffAt?.toISOString() ?? null,
  }));
}

type CourseRow = { readonly [K in keyof Course]: K extends 'markedAt' ? Date : Date | null };
