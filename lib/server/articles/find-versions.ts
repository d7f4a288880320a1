import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { EventBody } from '@/lib/domain/events';
import type { WordsVersion } from '@/lib/domain/lists';
import type { RichText } from '@/lib/domain/rich-text';

/** More edits than anybody makes of a note; the latest are given. */
const most = 200;

/**
 * All that a note or a reply has said, oldest first, the present words last, as the record tells it. Empty when the
 * record knows no such thing. Throws NOT_FOUND when the actor may not see the article.
 */
export async function findVersions(
  actor: Actor,
  articleId: string,
  itemId: string,
): Promise<{ readonly items: readonly WordsVersion[] }> {
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { id: true },
  });
  if (article === null) throw notFound('article');
  const rows = await db.$queryRaw<{ at: Date; body: EventBody }[]>`
    SELECT "at", "body" FROM "ArticleEvent"
    WHERE "articleId" = ${articleId}::uuid AND "body" IS NOT NULL
      AND (("type" IN ('note.changed', 'reply.changed') AND ${itemId} IN ("body"->>'noteId', "body"->>'replyId'))
        OR ("type" = 'note.created' AND "body"->'note'->>'id' = ${itemId})
        OR ("type" = 'thread.replied' AND "body"->'reply'->>'id' = ${itemId})
        OR ("type" = 'thread.opened' AND "body"->'thread'->'replies'->0->>'id' = ${itemId}))
    ORDER BY "seq" DESC LIMIT ${most}`;
  const items = rows.reverse().flatMap(({ at, body }) => {
    const words = wordsOf(body);
    return words === undefined ? [] : [{ at: at.toISOString(), body: words }];
  });
  return { items: [...(await findImported(articleId, itemId, rows[0]?.body)), ...items] };
}

/** The first words of what came in with a Galley file: the record has them only as what its first change replaced. */
async function findImported(
  articleId: string,
  itemId: string,
  first: EventBody | undefined,
): Promise<readonly WordsVersion[]> {
  if (first?.type !== 'note.changed' && first?.type !== 'reply.changed') return [];
  const ofArticle = { annotation: { articleId } };
  const row =
    first.type === 'note.changed'
      ? await db.note.findFirst({ where: { id: itemId, ...ofArticle }, select: { createdAt: true } })
      : await db.reply.findFirst({
          where: { id: itemId, thread: ofArticle },
          select: { createdAt: true },
        });
  return row === null ? [] : [{ at: row.createdAt.toISOString(), body: first.before }];
}

function wordsOf(body: EventBody): RichText | undefined {
  switch (body.type) {
    case 'note.changed':
    case 'reply.changed':
      return body.body;
    case 'note.created':
      return body.note.body;
    case 'thread.replied':
      return body.reply.body;
    case 'thread.opened':
      return body.thread.replies[0]?.body;
    default:
      return undefined;
  }
}
