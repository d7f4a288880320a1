import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { findPeople } from '@/lib/db/people';
import { known } from '@/lib/db/rows';
import { visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { marks } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/lists';
import { type InboxItem, type InboxSplit, notificationKinds } from '@/lib/domain/notification';
import { ensureCan } from '@/lib/domain/policy';
import { type RichText, richTextToPlain } from '@/lib/domain/rich-text';
import { fromCursor, pageSize, toCursor } from '../cursor';

/** Which part of the inbox, and from where. `limit` is 1 to 100, else 50. */
export type InboxQuery = {
  readonly split: InboxSplit;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
};

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const mostUnread = 1_000;

/**
 * The notifications of an actor in their team, latest first, with what they are about as it is now. Of articles that
 * the actor may not see any more there are none. `unread` counts them, up to 1 000.
 */
export async function findInbox(
  actor: Actor,
  { split, cursor, limit }: InboxQuery,
): Promise<Page<InboxItem> & { readonly unread: number }> {
  ensureCan(actor, 'inbox.use');
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const rows = await db.$queryRaw<InboxRow[]>`
    SELECT n."id", n."kind", n."at", n."readAt", n."actorId", n."articleId", a."title" AS "articleTitle",
      x."id" AS "annotationId", x."mark", left(x."exact", 300) AS "exact", r."body",
      CASE WHEN n."kind" IN ('session_invitation', 'vote_called') THEN
        (SELECT s."id" FROM "Session" s WHERE s."articleId" = a."id" AND s."openedSeq" <= n."seq"
         ORDER BY s."openedSeq" DESC LIMIT 1)
      END AS "sessionId",
      m."userId" IS NOT NULL AS "isArticleMuted",
      e."id" AS "exportId", e."fileName", e."bytes", e."problem"
    FROM "Notification" n
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    LEFT JOIN "Annotation" x ON x."id" = n."annotationId" AND x."articleId" = a."id" AND x."deletedAt" IS NULL
    LEFT JOIN "Thread" t ON t."annotationId" = x."id"
      AND t."id" = (SELECT "threadId" FROM "Reply" WHERE "id" = n."replyId")
    LEFT JOIN "Reply" r ON r."id" = n."replyId" AND r."threadId" = t."id" AND r."deletedAt" IS NULL
    LEFT JOIN "ArticleMute" m ON m."articleId" = a."id" AND m."userId" = n."userId"
    LEFT JOIN "Export" e ON e."id" = n."exportId" AND e."askedById" = n."userId" AND e."expiresAt" > now()
    WHERE ${own(actor)} AND ${split === 'unread' ? Prisma.sql`n."readAt" IS NULL` : Prisma.sql`TRUE`}
      AND ${after ? Prisma.sql`(n."at", n."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.sql`TRUE`}
    ORDER BY n."at" DESC, n."id" DESC
    LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const people = await findPeople(
    db,
    actor.teamId,
    page.map(({ actorId }) => actorId),
  );
  return {
    items: page.map((row) => toItem(row, people[row.actorId]?.name ?? '')),
    next: rows.length > size && last ? toCursor([last.at.toISOString(), last.id]) : null,
    unread: await countUnread(actor),
  };
}

/** How many notifications an actor has not read, up to 1 000: more than that is "many". */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Notification" n
      JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
      WHERE ${own(actor)} AND n."readAt" IS NULL LIMIT ${mostUnread}) AS "some"`;
  return row?.count ?? 0;
}

type InboxRow = {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly actorId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly annotationId: string | null;
  readonly mark: string | null;
  readonly exact: string | null;
  readonly body: RichText | null;
  readonly sessionId: string | null;
  readonly isArticleMuted: boolean;
  readonly exportId: string | null;
  readonly fileName: string | null;
  readonly bytes: number | null;
  readonly problem: string | null;
};

const own = ({ userId, teamId }: Actor): Prisma.Sql =>
  Prisma.sql`n."userId" = ${userId}::uuid AND n."teamId" = ${teamId}::uuid`;

function toItem(row: InboxRow, actorName: string): InboxItem {
  const { id, articleId, articleTitle, isArticleMuted, sessionId, annotationId, mark, exact, body } = row;
  return {
    id,
    kind: known(notificationKinds, row.kind),
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    actor: { id: row.actorId, name: actorName },
    articleId,
    articleTitle,
    isArticleMuted,
    sessionId,
    annotation:
      annotationId === null || mark === null || exact === null
        ? null
        : { id: annotationId, mark: known(marks, mark), exact },
    words: body === null ? row.problem : richTextToPlain(body).slice(0, 300),
    export:
      row.exportId === null || row.fileName === null || row.bytes === null
        ? null
        : { id: row.exportId, fileName: row.fileName, bytes: row.bytes },
  };
}
