import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Revision } from '@/lib/domain/article';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { getWholeRevision } from './find-revisions';
import { getRevisionState } from './get-revision-state';

/** Two revisions of an article; `state` is the article as it stood at the end of the later one. */
export type Comparison = {
  readonly before: Revision;
  readonly state: ArticleState;
  /** Number of the current revision. */
  readonly current: number;
};

/**
 * What is compared: the current revision with the one before it unless said. Throws NOT_FOUND for an unseen article, and
 * for numbers that no revision has.
 */
export async function getComparison(
  actor: Actor,
  articleId: string,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
): Promise<Comparison> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const newest = await db.revision.aggregate({
    where: { articleId, article: visibleArticles(actor) },
    _max: { number: true },
  });
  const current = newest._max.number;
  if (current === null) throw notFound('article');
  const later = to ?? current;
  const [before, { state }] = await Promise.all([
    getWholeRevision(actor, articleId, from ?? Math.max(1, later - 1)),
    getRevisionState(actor, articleId, later),
  ]);
  return { before, state, current };
}
