import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { findPeople } from '@/lib/db/people';
import { known } from '@/lib/db/rows';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { flagPriorities, marks } from '@/lib/domain/annotation';
import type { Page, QueueItem, QueueSplit } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import { fromCursor, pageSize, toCursor } from '../cursor';

/** Which part of the queue. `mine` are open flags that the actor raised; `urgent` those of the highest priority. */
export type QueueQuery = {
  readonly split: QueueSplit;
  readonly cursor?: string | undefined;
  /** 1 to 100, else 50. */
  readonly limit?: number | undefined;
};

const placeSchema = z.tuple([z.int32(), z.iso.datetime(), z.uuid()]);

/**
 * The flagged passages of all articles that an actor may see. Open ones: highest priority first, then the oldest.
 * Looked at: latest first. `counts` counts every split.
 */
export async function findQueue(
  actor: Actor,
  { split, cursor, limit }: QueueQuery,
): Promise<Page<QueueItem> & { readonly counts: Readonly<Record<QueueSplit, number>> }> {
  ensureCan(actor, 'queue.read');
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const isLooked = split === 'looked';
  const rows = await db.$queryRaw<QueueRow[]>`
    SELECT f."id" AS "flagId", f."version" AS "flagVersion", a."id" AS "articleId", a."title" AS "articleTitle",
      n."id" AS "annotationId", n."mark", n."exact", n."prefix", n."suffix", f."reason", f."priority",
      f."raisedById", f."raisedAt", f."lookedById", f."lookedAt", f."lookedNote",
      (SELECT count(*)::int FROM "Note" x WHERE x."annotationId" = n."id" AND x."deletedAt" IS NULL) AS "noteCount",
      (SELECT count(*)::int FROM "Evidence" x WHERE x."annotationId" = n."id" AND x."deletedAt" IS NULL)
        AS "evidenceCount",
      ${rank} AS "rank"
    ${flags(actor)} AND ${splitSql(actor, split)} AND ${after ? afterSql(isLooked, after) : Prisma.sql`TRUE`}
    ORDER BY ${isLooked ? Prisma.sql`f."lookedAt" DESC, f."id" DESC` : Prisma.sql`${rank} DESC, f."raisedAt", f."id"`}
    LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const people = await findPeople(
    db,
    actor.teamId,
    page.flatMap(({ raisedById, lookedById }) => (lookedById ? [raisedById, lookedById] : [raisedById])),
  );
  return {
    items: page.map((row) => toItem(row, people)),
    next: rows.length > size && last ? placeOf(last) : null,
    counts: await countSplits(actor),
  };
}

/** How many flags wait for somebody to look. */
export async function countQueue(actor: Actor): Promise<number> {
  return (await countSplits(actor)).open;
}

type QueueRow = Omit<QueueItem, 'mark' | 'priority' | 'raisedBy' | 'raisedAt' | 'looked'> & {
  readonly mark: string;
  readonly priority: string;
  readonly raisedById: string;
  readonly raisedAt: Date;
  readonly lookedById: string | null;
  readonly lookedAt: Date | null;
  readonly lookedNote: string | null;
  readonly rank: number;
};

/** Later in `flagPriorities` is more urgent. */
const rank = Prisma.sql`array_position(${[...flagPriorities]}::text[], f."priority")`;

function flags(actor: Actor): Prisma.Sql {
  return Prisma.sql`FROM "Flag" f
    JOIN "Annotation" n ON n."id" = f."annotationId" AND n."deletedAt" IS NULL
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    WHERE f."teamId" = ${actor.teamId}::uuid`;
}

function splitSql(actor: Actor, split: QueueSplit): Prisma.Sql {
  switch (split) {
    case 'open':
      return Prisma.sql`f."lookedAt" IS NULL`;
    case 'mine':
      return Prisma.sql`f."lookedAt" IS NULL AND f."raisedById" = ${actor.userId}::uuid`;
    case 'urgent':
      return Prisma.sql`f."lookedAt" IS NULL AND f."priority" = 'urgent'`;
    case 'looked':
      return Prisma.sql`f."lookedAt" IS NOT NULL`;
  }
}

function afterSql(isLooked: boolean, [priority, time, id]: z.infer<typeof placeSchema>): Prisma.Sql {
  return isLooked
    ? Prisma.sql`(f."lookedAt", f."id") < (${time}::timestamptz, ${id}::uuid)`
    : Prisma.sql`(-${rank}, f."raisedAt", f."id") > (-${priority}::int, ${time}::timestamptz, ${id}::uuid)`;
}

function placeOf({ rank, raisedAt, lookedAt, flagId }: QueueRow): string {
  return toCursor([rank, (lookedAt ?? raisedAt).toISOString(), flagId]);
}

function toItem(row: QueueRow, people: Readonly<Record<string, Person>>): QueueItem {
  const { rank: _rank, raisedById, lookedById, lookedAt, lookedNote, ...item } = row;
  const person = (id: string): Person => people[id] ?? { id, name: '' };
  return {
    ...item,
    mark: known(marks, row.mark),
    priority: known(flagPriorities, row.priority),
    raisedBy: person(raisedById),
    raisedAt: row.raisedAt.toISOString(),
    looked:
      lookedById === null || lookedAt === null
        ? null
        : { by: person(lookedById), at: lookedAt.toISOString(), note: lookedNote ?? '' },
  };
}

async function countSplits(actor: Actor): Promise<Record<QueueSplit, number>> {
  const count = (split: QueueSplit) =>
    Prisma.sql`count(*) FILTER (WHERE ${splitSql(actor, split)})::int AS ${Prisma.raw(split)}`;
  const [counts] = await db.$queryRaw<Record<QueueSplit, number>[]>`
    SELECT ${Prisma.join([count('open'), count('mine'), count('urgent'), count('looked')])} ${flags(actor)}`;
  return counts ?? { open: 0, mine: 0, urgent: 0, looked: 0 };
}
