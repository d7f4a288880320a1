import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { checkPriorities } from '@/lib/domain/check';
import { can } from '@/lib/domain/policy';
import { isFinished, type QueueFilters, type QueueSplit } from '@/lib/domain/queue';

/** Who asks, and the moment against which "overdue" and "snoozed" are measured: the same on every page of a list. */
export type QueueMoment = { readonly actor: Actor; readonly asOf: Date };

/** From where rows come: claims under check, open flags of what is not under check, all open flags, flags looked at, all. */
type Source = 'checks' | 'other_flags' | 'flags' | 'looked' | 'all';

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
 * From where and under which conditions the rows of a part come, filters included: one piece, or two that have no row
 * in common. Tables `n` (annotation), `a` (article), `f` (its open flag, in `looked` the flag that was looked at) and
 * `z` (the actor's snooze, if it still runs).
 */
export function piecesOf(
  moment: QueueMoment,
  split: QueueSplit,
  filters: QueueFilters,
): readonly Prisma.Sql[] {
  const awake = isFinished(split)
    ? Prisma.sql`TRUE`
    : split === 'snoozed'
      ? Prisma.sql`z."until" IS NOT NULL`
      : Prisma.sql`z."until" IS NULL`;
  return sourcesOf[split].map(
    (source) => Prisma.sql`${pieceSql(moment, source)}
      AND ${awake} AND ${splitSql(moment.actor, split)} AND ${filterSql(moment, filters)}`,
  );
}

/** Everything that waits in any part, snoozed or not, in two pieces that have no row in common; tables as in `piecesOf`. */
export function waitingPieces(moment: QueueMoment, filters: QueueFilters): readonly Prisma.Sql[] {
  return (['checks', 'other_flags'] as const).map(
    (source) => Prisma.sql`${pieceSql(moment, source)} AND ${filterSql(moment, filters)}`,
  );
}

/** The narrowest sets of rows that hold a whole part. */
const sourcesOf: Readonly<Record<QueueSplit, readonly Source[]>> = {
  open: ['flags'],
  mine: ['checks'],
  unassigned: ['checks', 'other_flags'],
  second_check: ['checks'],
  waiting: ['checks'],
  disputed: ['checks'],
  stale: ['checks'],
  looked: ['looked'],
  done: ['all'],
  snoozed: ['checks', 'other_flags'],
};

function pieceSql({ actor, asOf }: QueueMoment, source: Source): Prisma.Sql {
  return Prisma.sql`FROM ${sourceSql(actor, source)}
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    LEFT JOIN "Snooze" z ON z."annotationId" = n."id" AND z."userId" = ${actor.userId}::uuid AND z."until" > ${asOf}
    WHERE n."deletedAt" IS NULL AND ${sourceCondition(source)}`;
}

function sourceSql(actor: Actor, source: Source): Prisma.Sql {
  switch (source) {
    case 'checks':
    case 'all':
      return Prisma.sql`"Annotation" n LEFT JOIN "Flag" f
        ON f."annotationId" = n."id" AND f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NULL`;
    case 'flags':
    case 'other_flags':
      return Prisma.sql`"Flag" f JOIN "Annotation" n ON n."id" = f."annotationId"
        AND f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NULL`;
    case 'looked':
      return Prisma.sql`"Flag" f JOIN "Annotation" n ON n."id" = f."annotationId"
        AND f."teamId" = ${actor.teamId}::uuid AND f."lookedAt" IS NOT NULL`;
  }
}

function sourceCondition(source: Source): Prisma.Sql {
  if (source === 'checks') return inCheck;
  return source === 'other_flags' ? Prisma.sql`NOT (${inCheck})` : Prisma.sql`TRUE`;
}

/** The condition of one part, given its pieces. */
export function splitSql(actor: Actor, split: QueueSplit): Prisma.Sql {
  switch (split) {
    case 'open':
      return Prisma.sql`f."id" IS NOT NULL`;
    case 'mine':
      return Prisma.sql`${inCheck} AND (n."assigneeId" = ${actor.userId}::uuid OR n."holderId" = ${actor.userId}::uuid)`;
    case 'unassigned':
      return Prisma.sql`n."assigneeId" IS NULL AND n."holderId" IS NULL AND n."status" <> 'signed_off'
        AND n."mark" IN ('claim', 'sourced_fact') AND n."repeatsId" IS NULL`;
    case 'second_check':
      return can(actor, 'check.review').allowed
        ? Prisma.sql`${inCheck} AND n."proposerId" <> ${actor.userId}::uuid AND ${wantsSecondCheckOf(actor)}`
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
function filterSql({ asOf }: QueueMoment, filters: QueueFilters): Prisma.Sql {
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
 * Proposed, or second-checked by others than the actor and by fewer than its risk demands: `refusalOfAct('review')`,
 * `requiredSecondChecks` and `confirmersOf` of the domain, in SQL. What is only proposed has no second check yet.
 */
function wantsSecondCheckOf(actor: Actor): Prisma.Sql {
  const own = JSON.stringify({ secondChecks: [{ byId: actor.userId }] });
  const first = Prisma.sql`n."check" #>> '{proposal,first,byId}'`;
  const ours = JSON.stringify({ proposal: { joined: [{ byId: actor.userId }] } });
  return Prisma.sql`${first} IS DISTINCT FROM ${actor.userId} AND NOT n."check" @> ${ours}::jsonb AND CASE n."status"
    WHEN 'proposed' THEN TRUE
    WHEN 'second_check' THEN NOT n."check" @> ${own}::jsonb
      AND (SELECT count(DISTINCT c."by") FROM (
          SELECT s ->> 'byId' AS "by" FROM jsonb_array_elements(n."check" -> 'secondChecks') s
          WHERE s ->> 'outcome' = n."outcome" AND ${sameVerdict}
          UNION ALL SELECT n."check" -> 'decision' ->> 'byId'
        ) c WHERE c."by" <> n."proposerId"::text AND c."by" IS DISTINCT FROM ${first})
        < CASE WHEN jsonb_array_length(n."check" -> 'plan' -> 'riskFlags') > 0 THEN 2 ELSE 1 END
    ELSE FALSE END`;
}

/** `agrees` of the domain for the verdicts of a second check `s` and the proposal, in SQL. */
const sameVerdict = Prisma.sql`CASE
  WHEN s #> '{verdict,scaleId}' = n."check" #> '{proposal,verdict,scaleId}'
    AND s #> '{verdict,scaleVersion}' = n."check" #> '{proposal,verdict,scaleVersion}'
  THEN s #> '{verdict,key}' = n."check" #> '{proposal,verdict,key}'
  ELSE s #>> '{verdict,internal}' IS NOT DISTINCT FROM n."verdict" END`;
