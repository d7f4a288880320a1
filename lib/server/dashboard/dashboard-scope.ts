import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { readBlindness } from '@/lib/db/team-rules';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Check } from '@/lib/domain/check';
import type { Instant } from '@/lib/domain/ids';
import { isBlindTo } from '@/lib/domain/laws/blind';

/** What a dashboard is about: the articles that the actor may see, or one of them, in a period. */
export type DashboardScope = {
  readonly actor: Actor;
  readonly articleId?: string | undefined;
  readonly since: Instant;
  readonly until: Instant;
};

/** The articles of a scope, where the table `Article` is called `a`. */
export function articlesInScope({ actor, articleId }: DashboardScope): Prisma.Sql {
  const one = articleId === undefined ? Prisma.empty : Prisma.sql`AND a."id" = ${articleId}::uuid`;
  return Prisma.sql`${visibleArticleSql(actor)} ${one}`;
}

/** That an event, where the table is called `e`, is somebody's doing here and did not come in with a file. */
export const happenedHere = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "ImportedPerson" p WHERE p."teamId" = a."teamId" AND p."id" = e."actorId")`;

/** The living claims and sourced facts of a scope as `n`, with their articles as `a`. */
export function claimsInScope(scope: DashboardScope): Prisma.Sql {
  return Prisma.sql`"Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE ${articlesInScope(scope)} AND n."deletedAt" IS NULL AND n."mark" IN ('claim', 'sourced_fact')`;
}

/**
 * The claims of a scope whose proposal is hidden from the actor now (blind second check). Not limited: whatever is left
 * out here would be shown; proposals that wait for a second check are few beside all claims.
 */
export async function findHiddenClaims(scope: DashboardScope): Promise<readonly string[]> {
  const { userId, teamId } = scope.actor;
  const { blindSecondCheck } = await readBlindness(db, teamId);
  if (!blindSecondCheck) return [];
  const rows = await db.$queryRaw<{ id: string; check: Check }[]>`
    SELECT n."id", n."check" FROM ${claimsInScope(scope)}
      AND n."proposerId" IS NOT NULL AND n."status" NOT IN ('signed_off', 'disputed', 'stale')`;
  return rows.flatMap(({ id, check }) => (isBlindTo(check, userId, blindSecondCheck) ? [id] : []));
}
