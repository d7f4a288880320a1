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
  type QueueSplit,
  queueSplits,
} from '@/lib/domain/queue';
import { piecesOf, splitSql, waitingPieces } from './queue-sql';

/** How many claims stand in each part for an actor, in one query. What is finished is counted up to `mostCounted`. */
export async function countQueueSplits(actor: Actor, filters: QueueFilters = {}): Promise<QueueCounts> {
  ensureCan(actor, 'queue.read');
  const moment = { actor, asOf: new Date() };
  const waiting = queueSplits.filter((split) => !isFinished(split));
  const isIn = waiting.map((split) => {
    const awake = split === 'snoozed' ? Prisma.sql`IS NOT NULL` : Prisma.sql`IS NULL`;
    return Prisma.sql`count(*) FILTER (WHERE z."until" ${awake} AND ${splitSql(actor, split)})::int AS ${named(split)}`;
  });
  const pieces = waitingPieces(moment, filters).map(
    (piece) => Prisma.sql`SELECT ${Prisma.join(isIn)} ${piece}`,
  );
  const sums = waiting.map((split) => Prisma.sql`sum(${named(split)})::int AS ${named(split)}`);
  const finished = queueSplits.filter(isFinished).map(
    (split) =>
      Prisma.sql`(SELECT count(*)::int FROM (${Prisma.join(
        piecesOf(moment, split, filters).map((piece) => Prisma.sql`SELECT 1 ${piece}`),
        ' UNION ALL ',
      )} LIMIT ${mostCounted}) x) AS ${named(split)}`,
  );
  const [row] = await db.$queryRaw<QueueCounts[]>`
    SELECT w.*, ${Prisma.join(finished)}
    FROM (SELECT ${Prisma.join(sums)} FROM (${Prisma.join(pieces, ' UNION ALL ')}) p) w`;
  if (row === undefined) throw new Error('Counting gave no row.');
  return row;
}

/** How many flags wait for somebody to look: the number beside the queue's name everywhere. */
export async function countQueue(actor: Actor): Promise<number> {
  const [piece] = piecesOf({ actor, asOf: new Date() }, 'open', {});
  const [row] = await db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS "count" ${piece ?? Prisma.empty}`;
  return row?.count ?? 0;
}

/** The name of a part as a column. */
const named = (split: QueueSplit) => Prisma.raw(`"${split}"`);
