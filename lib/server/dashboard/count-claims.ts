import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { known } from '@/lib/db/rows';
import { checkStatuses, outcomes } from '@/lib/domain/check';
import { ageLimits, type Dashboard } from '@/lib/domain/dashboard';
import { internalVerdicts } from '@/lib/domain/verdict';
import { claimsInScope, type DashboardScope } from './dashboard-scope';

/** Claims and sourced facts now, by status. */
export async function countStatuses(scope: DashboardScope): Promise<Dashboard['statuses']> {
  const rows = await db.$queryRaw<{ status: string; count: number }[]>`
    SELECT n."status", count(*)::int AS "count" FROM ${claimsInScope(scope)} GROUP BY n."status"`;
  return checkStatuses.flatMap((status) => {
    const found = rows.find((row) => row.status === status);
    return found === undefined ? [] : [{ status, count: found.count }];
  });
}

/** The outcomes and verdicts of the proposals made in the period that stand, without the hidden ones. */
export async function countConclusions(
  scope: DashboardScope,
  hidden: readonly string[],
): Promise<Pick<Dashboard, 'outcomes' | 'verdicts'>> {
  const rows = await db.$queryRaw<{ outcome: string; verdict: string | null; count: number }[]>`
    SELECT n."outcome", n."verdict", count(*)::int AS "count" FROM ${claimsInScope(scope)}
      AND n."outcome" IS NOT NULL AND n."proposedAt" BETWEEN ${scope.since}::timestamptz AND ${scope.until}::timestamptz
      AND n."id" <> ALL(${[...hidden]}::uuid[])
    GROUP BY n."outcome", n."verdict"`;
  const sum = (which: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(which).reduce((total, { count }) => total + count, 0);
  for (const row of rows) known(outcomes, row.outcome);
  return {
    outcomes: outcomes.flatMap((outcome) => {
      const count = sum((row) => row.outcome === outcome);
      return count === 0 ? [] : [{ outcome, count }];
    }),
    verdicts: internalVerdicts.flatMap((verdict) => {
      const count = sum((row) => row.verdict === verdict);
      return count === 0 ? [] : [{ verdict, count }];
    }),
  };
}

/** How old the open claims are, by class of `ageLimits`. */
export async function countAges(scope: DashboardScope): Promise<Dashboard['ages']> {
  const age = Prisma.sql`extract(epoch FROM ${scope.until}::timestamptz - n."createdAt") / 86400`;
  const rows = await db.$queryRaw<{ class: number; count: number }[]>`
    SELECT width_bucket((${age})::float8, ${[...ageLimits]}::float8[]) AS "class", count(*)::int AS "count"
    FROM ${claimsInScope(scope)} AND n."status" <> 'signed_off' GROUP BY 1`;
  return Array.from(
    { length: ageLimits.length + 1 },
    (_, at) => rows.find((row) => row.class === at)?.count ?? 0,
  );
}

/** How many articles were worked on in the period. */
export async function countArticles(scope: DashboardScope): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT n."articleId")::int AS "count" FROM ${claimsInScope(scope)}
      AND a."changedAt" >= ${scope.since}::timestamptz`;
  return row?.count ?? 0;
}
