import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import {
  isFinished,
  mostCounted,
  type QueueCounts,
  type QueueFilters,
  queueSplits,
} from '@/lib/domain/queue';
import { filterSql, partSql, splitSql, waitingSql } from './queue-sql';

/** How many claims stand in each part for an actor, in one query. What is finished is counted up to `mostCounted`. */
export async function countQueueSplits(actor: Actor, filters: QueueFilters = {}): Promise<QueueCounts> {
  ensureCan(actor, 'queue.read');
  const moment = { actor, asOf: new Date() };
  const waiting = queueSplits.filter((split) => !isFinished(split));
  const counts = waiting.map((split) => {
    const awake = split === 'snoozed' ? Prisma.sql`IS NOT NULL` : Prisma.sql`IS NULL`;
    return Prisma.sql`count(*) FILTER (WHERE z."until" ${awake} AND ${splitSql(actor, split)})::int AS ${Prisma.raw(`"${split}"`)}`;
  });
  const finished = queueSplits.filter(isFinished).map(
    (split) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 ${partSql(moment, split, filters)}
        LIMIT ${mostCounted}) x) AS ${Prisma.raw(`"${split}"`)}`,
  );
  const [row] = await db.$queryRaw<QueueCounts[]>`
    SELECT w.*, ${Prisma.join(finished)}
    FROM (SELECT ${Prisma.join(counts)} ${waitingSql(moment)} AND ${filterSql(moment, filters)}) w`;
  if (row === undefined) throw new Error('Counting gave no row.');
  return row;
}

/** How many flags wait for somebody to look: the number beside the queue's name everywhere. */
export async function countQueue(actor: Actor): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" ${partSql({ actor, asOf: new Date() }, 'open', {})}`;
  return row?.count ?? 0;
}
