import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { getArticleState } from './get-article-state';
import { getPastState } from './get-past-state';

/** An article as it stood when a revision was the current one for the last time, and the number of the current one. */
export type RevisionState = { readonly state: ArticleState; readonly current: number };

/**
 * An article with all its annotations as they stood at the end of one revision; of the current one, as they stand now.
 * Throws NOT_FOUND for an unseen article and a number that no revision has.
 */
export async function getRevisionState(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<RevisionState> {
  const isNumber = Number.isInteger(number) && number >= 1 && number <= 2_147_483_647;
  if (!idSchema.safeParse(articleId).success || !isNumber) throw notFound('revision');
  const revision = await db.revision.findFirst({
    where: { articleId, number, article: visibleArticles(actor) },
    select: { id: true, article: { select: { currentRevisionId: true } } },
  });
  if (revision === null) throw notFound('revision');
  if (revision.id === revision.article.currentRevisionId)
    return { state: await getArticleState(actor, articleId), current: number };
  const last = await db.articleEvent.aggregate({
    where: { articleId, revisionId: revision.id },
    _max: { seq: true },
  });
  const newest = await db.revision.aggregate({ where: { articleId }, _max: { number: true } });
  const { state } = await getPastState(actor, articleId, last._max.seq ?? 0);
  return { state, current: newest._max.number ?? number };
}
