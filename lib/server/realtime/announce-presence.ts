import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { presenceSchema } from '@/lib/domain/presence';
import { hasArticle } from '../articles/has-article';
import { presenceRoom } from './presence';

/**
 * Tells colleagues in an article where the actor is. Nothing is written down. Only who is here by a live stream can
 * move; anybody else changes nothing, and gets NOT_FOUND for an article that they may not see.
 */
export async function announcePresence(
  actor: Actor,
  articleId: string,
  { client, at }: z.output<typeof presenceSchema>,
): Promise<void> {
  // Whoever is in the room was let into it by a stream that asked whether they may see the article.
  if (presenceRoom().move({ articleId, userId: actor.userId, client }, at)) return;
  if (!(await hasArticle(actor, articleId))) throw notFound('article');
}
