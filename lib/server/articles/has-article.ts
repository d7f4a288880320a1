import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { idSchema } from '@/lib/domain/ids';

/** Whether there is such an article and the actor may see it, without reading it. */
export async function hasArticle(actor: Actor, articleId: string): Promise<boolean> {
  const id = idSchema.safeParse(articleId).data;
  if (id === undefined) return false;
  return (await db.article.count({ where: { id, ...visibleArticles(actor) } })) > 0;
}
