import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/domain/actor';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { isFinished, type QueueItem, type QueueLook, type QueueSort } from '@/lib/domain/queue';
import { fromCursor, pageSize, toCursor } from '../cursor';
import { piecesOf, type QueueMoment, rankSql, sinceSql } from './queue-sql';
import { type QueueRow, toQueueItems } from './to-queue-items';

/** Which part, filtered and sorted how, and from where on. `limit` is 1 to 100, else 50. */
export type QueueQuery = Partial<Omit<QueueLook, 'split'>> &
  Pick<QueueLook, 'split'> & { readonly cursor?: string | undefined; readonly limit?: number | undefined };

/** The moment the first page was asked for, and the place in the order behind which the next page begins. */
const placeSchema = z.tuple([z.iso.datetime(), z.int32(), z.string(), z.number(), z.uuid()]);

/**
 * The claims of all articles that an actor may see and that are flagged, under check, planned or due. Overdue first,
 * then the highest priority, then the oldest, unless another order is asked; what is finished: the latest first.
 * Outcomes that are blind to the actor are sealed.
 */
export async function findQueue(
  actor: Actor,
  { split, sort = 'overdue', cursor, limit, ...filters }: QueueQuery,
): Promise<Page<QueueItem>> {
  ensureCan(actor, 'queue.read');
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const moment: QueueMoment = { actor, asOf: after === undefined ? new Date() : new Date(after[0]) };
  const order = isFinished(split) ? latestFirst(split === 'done') : orders(moment.asOf)[sort];
  const id = split === 'looked' ? Prisma.sql`f."id"` : Prisma.sql`n."id"`;
  const pieces = piecesOf(moment, split, filters).map(
    (
      piece,
    ) => Prisma.sql`(SELECT ${id} AS "key", n."id" AS "annotationId", f."id" AS "flagId", z."until" AS "snoozedUntil",
      ${rankSql} AS "rank", ${sinceSql} AS "since",
      ${order.bucket} AS "bucket", ${order.word} AS "word", ${order.amount} AS "amount"
      ${piece} AND ${after === undefined ? Prisma.sql`TRUE` : behind(order, id, after)}
      ORDER BY ${order.by(id)} LIMIT ${size + 1})`,
  );
  // First the few ids in order, then all that is shown of them: sorting whole rows would read every one of a part.
  const rows = await db.$queryRaw<(QueueRow & Place)[]>`
    SELECT q."key", q."snoozedUntil", q."rank", q."since", q."bucket", q."word", q."amount", ${columns}
    FROM (SELECT * FROM (${Prisma.join(pieces, ' UNION ALL ')}) p ORDER BY ${order.again} LIMIT ${size + 1}) q
    JOIN "Annotation" n ON n."id" = q."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    LEFT JOIN "Flag" f ON f."id" = q."flagId"
    ORDER BY ${order.again}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    items: await toQueueItems(actor, page),
    next: rows.length > size && last ? placeOf(last, moment.asOf) : null,
  };
}

type Place = {
  readonly bucket: number;
  readonly word: string;
  readonly amount: number;
  readonly key: string;
};

/** An order as three columns before the id; in this form it is also what a cursor remembers. */
type Order = {
  readonly bucket: Prisma.Sql;
  readonly word: Prisma.Sql;
  readonly amount: Prisma.Sql;
  readonly by: (id: Prisma.Sql) => Prisma.Sql;
  /** The same over the columns that were selected. */
  readonly again: Prisma.Sql;
  /** The column that is sorted by alone, the latest first: then an index gives the order. */
  readonly latest?: Prisma.Sql;
};

function orders(asOf: Date): Readonly<Record<QueueSort, Order>> {
  const none = Prisma.sql`0`;
  const no = Prisma.sql`''`;
  const age = milliseconds(sinceSql);
  const isOverdue = Prisma.sql`coalesce(n."dueAt" < ${asOf}, FALSE)::int`;
  return {
    overdue: ascending(Prisma.sql`(-${isOverdue} * 10 - ${rankSql})`, no, age),
    priority: ascending(Prisma.sql`(-${rankSql})`, no, age),
    age: ascending(none, no, age),
    article: ascending(
      none,
      Prisma.sql`lower(a."title") || ' ' || a."id"::text`,
      Prisma.sql`n."start"::float8`,
    ),
  };
}

function ascending(bucket: Prisma.Sql, word: Prisma.Sql, amount: Prisma.Sql): Order {
  return {
    bucket,
    word,
    amount,
    by: (id) => Prisma.sql`"bucket", "word", "amount", ${id}`,
    again: Prisma.sql`"bucket", "word", "amount", "key"`,
  };
}

function latestFirst(isDone: boolean): Order {
  const at = isDone ? Prisma.sql`n."signedOffAt"` : Prisma.sql`f."lookedAt"`;
  return {
    bucket: Prisma.sql`0`,
    word: Prisma.sql`''`,
    amount: milliseconds(at),
    by: (id) => Prisma.sql`${at} DESC, ${id} DESC`,
    again: Prisma.sql`"amount" DESC, "key" DESC`,
    latest: at,
  };
}

const milliseconds = (time: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${time}) * 1000)::float8`;

function behind(
  order: Order,
  id: Prisma.Sql,
  [, bucket, word, amount, key]: z.infer<typeof placeSchema>,
): Prisma.Sql {
  return order.latest === undefined
    ? Prisma.sql`(${order.bucket}, ${order.word}, ${order.amount}, ${id}) > (${bucket}::int, ${word}, ${amount}::float8, ${key}::uuid)`
    : Prisma.sql`(${order.latest}, ${id}) < (${new Date(amount)}::timestamptz, ${key}::uuid)`;
}

function placeOf({ bucket, word, amount, key }: Place, asOf: Date): string {
  return toCursor([asOf.toISOString(), bucket, word, amount, key]);
}

const columns = Prisma.sql`n."id" AS "annotationId", n."articleId", a."title" AS "articleTitle", n."mark", n."exact", n."prefix",
  n."suffix", n."status", n."check", n."checkPriority", n."assigneeId", n."holderId", n."proposerId", n."dueAt",
  n."signedOffAt", f."id" AS "flagId", f."version" AS "flagVersion", f."reason" AS "flagReason",
  f."priority" AS "flagPriority", f."raisedById", f."raisedAt", f."lookedById", f."lookedAt", f."lookedNote",
  (SELECT count(*)::int FROM "Note" x WHERE x."annotationId" = n."id" AND x."deletedAt" IS NULL) AS "noteCount",
  (SELECT count(*)::int FROM "Evidence" x WHERE x."annotationId" = n."id" AND x."deletedAt" IS NULL) AS "evidenceCount"`;
