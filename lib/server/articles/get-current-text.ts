import 'server-only';
import { db } from '@/lib/db/client';
import { toArticle, toRevision } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Article, Revision } from '@/lib/domain/article';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';

/** An article with its present text and the place in its record, without annotations. Throws NOT_FOUND when the actor may not see it. */
export async function getCurrentText(
  actor: Actor,
  articleId: string,
): Promise<{ readonly article: Article; readonly revision: Revision; readonly seq: number }> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const row = await db.article.findFirst({ where: { id: articleId, ...visibleArticles(actor) } });
  if (row === null) throw notFound('article');
  // A revision never changes, so the two reads cannot disagree.
  const revision = await db.revision.findUniqueOrThrow({ where: { id: row.currentRevisionId } });
  return { article: toArticle(row), revision: toRevision(revision), seq: row.seq };
}
