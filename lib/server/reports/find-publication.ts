import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import type { Publication } from '@/lib/domain/publication';

/** Most corrections of one report. */
export const mostCorrections = 200;

/** The publication of an article's report; null while there was none. Throws NOT_FOUND for an unseen article. */
export async function findPublication(actor: Actor, articleId: string): Promise<Publication | null> {
  ensureCan(actor, 'article.read');
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: {
      published: { omit: { html: true, picture: true } },
      corrections: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: mostCorrections },
    },
  });
  if (article === null) throw notFound('article');
  const { published: publication, corrections } = article;
  if (publication === null) return null;
  return {
    slug: publication.slug,
    publishedAt: publication.publishedAt.toISOString(),
    changedAt: publication.changedAt.toISOString(),
    withdrawnAt: publication.withdrawnAt?.toISOString() ?? null,
    seq: publication.seq,
    version: publication.version,
    corrections: corrections.map(({ id, at, text }) => ({ id, at: at.toISOString(), text })),
  };
}
