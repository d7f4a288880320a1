import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { Transaction } from './client';
import { Prisma } from './generated/client';

/** An article's row as it stands, held by this transaction until it ends. */
export type LockedArticle = Prisma.ArticleModel;

/**
 * Waits for its turn on an article and reads its row. Only one change of an article is under way at any time, which
 * is what makes `seq` gapless. Throws NOT_FOUND for articles of other teams, erased ones, and deleted ones unless
 * `alsoDeleted`.
 */
export async function lockArticle(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  { alsoDeleted }: { readonly alsoDeleted: boolean },
): Promise<LockedArticle> {
  const living = alsoDeleted ? Prisma.empty : Prisma.sql`AND "deletedAt" IS NULL`;
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    SELECT * FROM "Article"
    WHERE "id" = ${articleId}::uuid AND "teamId" = ${actor.teamId}::uuid AND "erasedAt" IS NULL ${living}
    FOR UPDATE`;
  if (article === undefined) throw notFound('article');
  return article;
}
