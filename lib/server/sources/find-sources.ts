import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { known, toSource } from '@/lib/db/rows';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { marks } from '@/lib/domain/annotation';
import { checkStatuses } from '@/lib/domain/check';
import { notFound } from '@/lib/domain/errors';
import { evidenceStances } from '@/lib/domain/evidence';
import { idSchema } from '@/lib/domain/ids';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { SourceListItem, SourceUse } from '@/lib/domain/source';
import { fromCursor, pageSize, toCursor } from '../cursor';

/** Which sources: `search` are parts of title or address, all of which must be there. `limit` is 1 to 100, else 50. */
export type SourceQuery = {
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
};

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The sources of the actor's team, the latest changed first, each with the number of claims that rest on it. */
export async function findSources(actor: Actor, query: SourceQuery): Promise<Page<SourceListItem>> {
  ensureCan(actor, 'source.read');
  const size = pageSize(query.limit);
  const after = fromCursor(placeSchema, query.cursor);
  const conditions = [
    Prisma.sql`s."teamId" = ${actor.teamId}::uuid`,
    ...partsOf(query.search ?? '').map(
      (part) => Prisma.sql`(s."title" || ' ' || coalesce(s."address", '')) ILIKE ${`%${part}%`}`,
    ),
    ...(after ? [Prisma.sql`(s."changedAt", s."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const rows = await db.$queryRaw<(Prisma.SourceModel & { uses: number })[]>`
    SELECT s.*, (${countUsesSql(actor)}) AS "uses" FROM "Source" s
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY s."changedAt" DESC, s."id" DESC LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...toSource(row), uses: row.uses })),
    next: rows.length > size && last ? toCursor([last.changedAt.toISOString(), last.id]) : null,
  };
}

/** One source of the actor's team. Throws NOT_FOUND. */
export async function getSource(actor: Actor, id: string): Promise<SourceListItem> {
  ensureCan(actor, 'source.read');
  if (!idSchema.safeParse(id).success) throw notFound('source');
  const [row] = await db.$queryRaw<(Prisma.SourceModel & { uses: number })[]>`
    SELECT s.*, (${countUsesSql(actor)}) AS "uses" FROM "Source" s
    WHERE s."id" = ${id}::uuid AND s."teamId" = ${actor.teamId}::uuid`;
  if (row === undefined) throw notFound('source');
  return { ...toSource(row), uses: row.uses };
}

/** The claims that rest on a source, in articles that the actor may see; the latest evidence first. Throws NOT_FOUND. */
export async function findSourceUses(
  actor: Actor,
  sourceId: string,
  { cursor, limit }: Omit<SourceQuery, 'search'>,
): Promise<Page<SourceUse>> {
  await getSource(actor, sourceId);
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const rows = await db.$queryRaw<UseRow[]>`
    SELECT e."id", e."createdAt", e."stance", e."locator", n."id" AS "annotationId", n."mark", n."status", n."exact",
      a."id" AS "articleId", a."title" AS "articleTitle"
    FROM "Evidence" e JOIN "Annotation" n ON n."id" = e."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    WHERE e."sourceId" = ${sourceId}::uuid AND e."deletedAt" IS NULL AND n."deletedAt" IS NULL
      AND ${visibleArticleSql(actor)}
      ${after ? Prisma.sql`AND (e."createdAt", e."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.empty}
    ORDER BY e."createdAt" DESC, e."id" DESC LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(({ id, createdAt: _at, stance, mark, status, ...row }) => ({
      ...row,
      evidenceId: id,
      stance: known(evidenceStances, stance),
      mark: known(marks, mark),
      status: known(checkStatuses, status),
    })),
    next: rows.length > size && last ? toCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}

type UseRow = {
  readonly id: string;
  readonly createdAt: Date;
  readonly stance: string;
  readonly locator: string | null;
  readonly annotationId: string;
  readonly mark: string;
  readonly status: string;
  readonly exact: string;
  readonly articleId: string;
  readonly articleTitle: string;
};

/** Claims of articles that can be seen; one claim that names the source twice counts once. */
function countUsesSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`SELECT count(DISTINCT e."annotationId")::int FROM "Evidence" e
    JOIN "Annotation" n ON n."id" = e."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    WHERE e."sourceId" = s."id" AND e."deletedAt" IS NULL AND n."deletedAt" IS NULL AND ${visibleArticleSql(actor)}`;
}

/** What is looked for, with the signs that LIKE reads as its own taken literally. */
function partsOf(search: string): string[] {
  return search
    .replace(/[\0\p{Surrogate}]/gu, ' ')
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 8)
    .map((part) => part.slice(0, 100).replace(/[\\%_]/g, '\\$&'));
}
