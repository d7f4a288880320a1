import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { checkPriorities } from '@/lib/domain/check';
import { can } from '@/lib/domain/policy';
import { isFinished, type QueueFilters, type QueueSplit } from '@/lib/domain/queue';

/** Who asks, and the moment against which "overdue" and "snoozed" are measured: the same on every page of a list. */
export type QueueMoment = { readonly actor: Actor; readonly asOf: Date };

/** Claims whose check is under way, planned or due. Word for word what the index `Annotation_in_check` holds. */
const inCheck = Prisma.sql`n."deletedAt" IS NULL AND n."mark" IN ('claim', 'sourced_fact')
  AND n."status" <> 'signed_off' AND (n."status" <> 'unchecked' OR n."dueAt" IS NOT NULL)`;

/** Later in `checkPriorities` is more urgent; flags have the same words. */
const loudness = (column: Prisma.Sql) =>
  Prisma.sql`array_position(${[...checkPriorities]}::text[], ${column})`;

/** A plan left at `normal` says nothing where there is a flag. */
export const rankSql = Prisma.sql`CASE
  WHEN f."id" IS NULL THEN ${loudness(Prisma.sql`n."checkPriority"`)}
  WHEN n."checkPriority" = 'normal' THEN ${loudness(Prisma.sql`f."priority"`)}
  ELSE greatest(${loudness(Prisma.sql`n."checkPriority"`)}, ${loudness(Prisma.sql`f."priority"`)}) END`;

/** When it came into the queue, as far as its age is concerned. */
export const sinceSql = Prisma.sql`coalesce(f."raisedAt", n."createdAt")`;

/**
 * From where and under which condition the rows of a part come, filters included: tables `n` (annotation), `a` (article),
 * `f` (its open flag, in `looked` the flag that was looked at) and `z` (the actor's snooze, if it still runs).
 */
export function partSql(moment: QueueMoment, split: QueueSplit, filters: QueueFilters): Prisma.Sql {
  const { actor, asOf } = moment;
  const awake = isFinished(split)
    ? Prisma.sql`TRUE`
    : split === 'snoozed'
      ? Prisma.sql`z."until" IS NOT NULL`
      : Prisma.sql`z."until" IS NULL`;
  return Prisma.sql`FROM ${sourceSql(actor, split)}
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    LEFT JOIN "Snooze" z ON z."annotationId" = n."id" AND z."userId" = ${actor.userId}::uuid AND z."until" > ${asOf}
    WHERE n."deletedAt" IS NULL AND ${awake} AND ${splitSql(actor, split)} AND ${filterSql(moment, filters)}`;
}

/** Everything that waits in any part, for counting all of them in one go; `z` and `f` as in `partSql`. */
export function waitingSql({ actor, asOf }: QueueMoment): Prisma.Sql {
  return Prisma.sql`FROM ${bothSql(actor)}
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    LEFT JOIN "Snooze" z ON z."annotationId" = n."id" AND z."userId" = ${actor.userId}::uuid AND z."until" > ${asOf}
    WHERE n."deletedAt" IS NULL`;
}

/** The condition of one part. */
export function splitSql(actor: Actor, split: QueueSplit): Prisma.Sql {
  switch (split) {
    case 'open':
      return Prisma.sql`f."id" IS NOT NULL`;
    case 'mine':
      return Prisma.sql`(n."assigneeId" = ${actor.userId}::uuid OR n."holderId" = ${actor.userId}::uuid) AND ${inCheck}`;
    case 'unassigned':
      return Prisma.sql`n."assigneeId" IS NULL AND n."holderId" IS NULL AND n."status" <> 'signed_off'
        AND n."mark" IN ('claim', 'sourced_fact') AND n."repeatsId" IS NULL`;
    case 'second_check':
      return can(actor, 'check.review').allowed
        ? Prisma.sql`${inCheck} AND ${wantsSecondCheckOf(actor)}`
        : Prisma.sql`FALSE`;
    case 'waiting':
      return Prisma.sql`${inCheck} AND n."status" IN ('awaiting_source', 'awaiting_author', 'awaiting_reply')`;
    case 'disputed':
      return Prisma.sql`${inCheck} AND n."status" = 'disputed'`;
    case 'stale':
      return Prisma.sql`${inCheck} AND n."status" = 'stale'`;
    case 'done':
      return Prisma.sql`n."status" = 'signed_off' AND n."mark" IN ('claim', 'sourced_fact')`;
    case 'looked':
    case 'snoozed':
      return Prisma.sql`TRUE`;
  }
}

/** The condition of the filters. */
export function filterSql({ asOf }: QueueMoment, filters: QueueFilters): Prisma.Sql {
  const { article, assignee, priority, type, due } = filters;
  const parts = [
    article && Prisma.sql`n."articleId" = ${article}::uuid`,
    assignee &&
      (assignee === 'nobody'
        ? Prisma.sql`n."assigneeId" IS NULL`
        : Prisma.sql`n."assigneeId" = ${assignee}::uuid`),
    priority && Prisma.sql`${rankSql} = ${checkPriorities.indexOf(priority) + 1}`,
    type && Prisma.sql`n."claimTypes" @> ARRAY[${type}]::text[]`,
    due === 'none' && Prisma.sql`n."dueAt" IS NULL`,
    due &&
      due !== 'none' &&
      Prisma.sql`n."dueAt" < ${new Date(asOf.getTime() + hoursAhead[due] * 3_600_000)}`,
  ];
  const asked = parts.filter((part) => part instanceof Prisma.Sql);
  return asked.length === 0 ? Prisma.sql`TRUE` : Prisma.join(asked, ' AND ');
}

const hoursAhead = { overdue: 0, day: 24, week: 168 } as const;

/**
 * Proposed, not by the actor, not second-checked by them, and with fewer people behind it than its risk demands:
 * `refusalOfAct('review')`, `requiredSecondChecks` and `confirmersOf` of the domain, in SQL.
 */
function wantsSecondCheckOf(actor: Actor): Prisma.Sql {
  const own = JSON.stringify({ secondChecks: [{ byId: actor.userId }] });
  return Prisma.sql`n."status" IN ('proposed', 'second_check') AND n."proposerId" <> ${actor.userId}::uuid
    AND NOT n."check" @> ${own}::jsonb
    AND (SELECT count(DISTINCT c."by") FROM (
        SELECT s ->> 'byId' AS "by" FROM jsonb_array_elements(n."check" -> 'secondChecks') s
        WHERE s ->> 'outcome' = n."outcome" AND s -> 'verdict' ->> 'internal' IS NOT DISTINCT FROM n."verdict"
        UNION ALL SELECT n."check" -> 'decision' ->> 'byId'
      ) c WHERE c."by" <> n."proposerId"::text)
      < CASE WHEN jsonb_array_length(n."check" -> 'plan' -> 'riskFlags') > 0 THEN 2 ELSE 1 END`;
}

/** The narrowest set of rows that holds a whole part. */
function sourceSql(actor: Actor, split: QueueSplit): Prisma.Sql {
  switch (split) {
    case 'open':
      return Prisma.sql`"Flag" f JOIN "Annotation" n ON n."id" = f."annotationId"
        AND f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NULL`;
    case 'looked':
      return Prisma.sql`"Flag" f JOIN "Annotation" n ON n."id" = f."annotationId"
        AND f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NOT NULL`;
    case 'unassigned':
    case 'snoozed':
      return bothSql(actor);
    default:
      return Prisma.sql`"Annotation" n LEFT JOIN "Flag" f ON f."annotationId" = n."id" AND f."lookedAt" IS NULL`;
  }
}

function bothSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`(
      SELECT n."id" FROM "Article" a JOIN "Annotation" n ON n."articleId" = a."id"
      WHERE ${visibleArticleSql(actor)} AND ${inCheck}
      UNION
      SELECT f."annotationId" FROM "Flag" f WHERE f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NULL
    ) q JOIN "Annotation" n ON n."id" = q."id"
    LEFT JOIN "Flag" f ON f."annotationId" = n."id" AND f."lookedAt" IS NULL`;
}
