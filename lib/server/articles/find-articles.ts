import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { toDay } from '@/lib/db/rows';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { changesSince } from '@/lib/domain/laws/article-sign-off';
import type { ArticleListItem, ArticleProgress, Page, SignOffInList } from '@/lib/domain/lists';
import type { Person } from '@/lib/domain/team';
import { fromCursor, pageSize, toCursor } from '../cursor';

/** Which articles: `search` are beginnings of words of headline, byline or text, all of which must be there. */
export type ArticleQuery = {
  readonly search?: string | undefined;
  readonly progress?: ArticleProgress | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 100, else 50. */
  readonly limit?: number | undefined;
};

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The articles that an actor may see, latest change first: two queries for a page of any length. */
export async function findArticles(actor: Actor, query: ArticleQuery): Promise<Page<ArticleListItem>> {
  const size = pageSize(query.limit);
  const after = fromCursor(placeSchema, query.cursor);
  const conditions = [
    visibleArticleSql(actor),
    ...(query.progress ? [progressSql[query.progress]] : []),
    ...searchWords(query.search ?? '').map(hasWordSql),
    ...(after ? [Prisma.sql`(a."changedAt", a."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const rows = await db.$queryRaw<ListRow[]>`
    SELECT a."id", a."title", a."byline", a."publication", a."publishedOn", a."language", a."isSample",
      a."changedAt", a."seq", a."sentenceCount", a."decidedCount", a."annotationCount", a."openFlagCount",
      a."signOff", s."name" AS "signedByName", r."number" AS "revisionNumber"
    FROM "Article" a JOIN "Revision" r ON r."id" = a."currentRevisionId"
    LEFT JOIN "User" s ON s."id" = (a."signOff"->>'byId')::uuid
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY a."changedAt" DESC, a."id" DESC
    LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const people = await findPeopleAt(
    actor,
    page.map(({ id }) => id),
  );
  return {
    items: page.map((row) => toListItem(row, people.get(row.id) ?? [])),
    next: rows.length > size && last ? toCursor([last.changedAt.toISOString(), last.id]) : null,
  };
}

type ListRow = Pick<
  Prisma.ArticleModel,
  | 'id'
  | 'title'
  | 'byline'
  | 'publication'
  | 'publishedOn'
  | 'language'
  | 'isSample'
  | 'changedAt'
  | 'seq'
  | 'sentenceCount'
  | 'decidedCount'
  | 'annotationCount'
  | 'openFlagCount'
> & {
  readonly revisionNumber: number;
  // validated by articleSignOffSchema before it was written
  readonly signOff: ArticleSignOff | null;
  readonly signedByName: string | null;
};

function toListItem(row: ListRow, people: readonly Person[]): ArticleListItem {
  const { id, title, byline, publication, language, isSample, revisionNumber } = row;
  return {
    id,
    title,
    byline,
    publication,
    publishedOn: toDay(row.publishedOn),
    language,
    isSample,
    revisionNumber,
    changedAt: row.changedAt.toISOString(),
    sentences: row.sentenceCount,
    decided: row.decidedCount,
    annotations: row.annotationCount,
    openFlags: row.openFlagCount,
    signOff: toSignOff(row),
    people,
  };
}

function toSignOff({ signOff, signedByName, seq }: ListRow): SignOffInList | null {
  if (signOff === null || signedByName === null) return null;
  return {
    by: { id: signOff.byId, name: signedByName },
    at: signOff.at,
    changesSince: changesSince(signOff, seq),
    isOverridden: signOff.override !== null,
  };
}

/** `progressOf` in SQL. */
const progressSql: Readonly<Record<ArticleProgress, Prisma.Sql>> = {
  not_started: Prisma.sql`a."annotationCount" = 0`,
  in_progress: Prisma.sql`a."annotationCount" > 0 AND a."decidedCount" < a."sentenceCount"`,
  all_decided: Prisma.sql`a."annotationCount" > 0 AND a."decidedCount" >= a."sentenceCount"`,
};

/** The words of a search as terms that Postgres reads like text: quoted, so that they cannot be operators. */
function searchWords(search: string): string[] {
  return search
    .replace(/[\0'\\\p{Pi}\p{Pf}\p{Ps}\p{Pe}\p{Surrogate}]/gu, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
    .map((word) => `'${word.slice(0, 100)}':*`);
}

/** Two look-ups in word indexes; written as one condition over both tables it would read every text. */
function hasWordSql(term: string): Prisma.Sql {
  const wanted = Prisma.sql`to_tsquery('simple', ${term})`;
  return Prisma.sql`a."id" IN (
    SELECT h."id" FROM "Article" h
    WHERE "words_of"(h."title" || ' ' || coalesce(h."byline", '')) @@ ${wanted}
    UNION ALL
    SELECT t."articleId" FROM "Revision" t JOIN "Article" c ON c."currentRevisionId" = t."id"
    WHERE length(t."text") < 900000 AND "words_of"(t."text") @@ ${wanted})`;
}

/** Who has worked on each of these articles, latest first, at most six. */
async function findPeopleAt(actor: Actor, ids: readonly string[]): Promise<Map<string, Person[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ articleId: string; id: string; name: string }[]>`
    SELECT p."id" AS "articleId", u."id", u."name"
    FROM unnest(${ids}::uuid[]) AS p("id")
    CROSS JOIN LATERAL (
      SELECT m."userId", e."seq" FROM "Membership" m
      CROSS JOIN LATERAL (
        SELECT "seq" FROM "ArticleEvent"
        WHERE "articleId" = p."id" AND "actorId" = m."userId" ORDER BY "seq" DESC LIMIT 1
      ) e
      WHERE m."teamId" = ${actor.teamId}::uuid
      ORDER BY e."seq" DESC LIMIT 6
    ) w
    JOIN "User" u ON u."id" = w."userId"
    ORDER BY w."seq" DESC`;
  const people = new Map<string, Person[]>();
  for (const { articleId, id, name } of rows) {
    people.set(articleId, [...(people.get(articleId) ?? []), { id, name }]);
  }
  return people;
}
