import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { readBlindness } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { idSchema } from '@/lib/domain/ids';
import type { Page } from '@/lib/domain/lists';
import { sealEventFor } from '../annotations/seal-for';

/**
 * The events of an article after a `seq`, oldest first; `next` is the `after` of the following page. At most 100 at
 * a time unless `limit` says fewer. Throws NOT_FOUND when the actor may not see the article.
 */
export async function findEvents(
  actor: Actor,
  articleId: string,
  { after, limit = 100 }: { readonly after: number; readonly limit?: number | undefined },
): Promise<Page<ArticleEvent>> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { seq: true },
  });
  if (article === null) throw notFound('article');
  if (after >= article.seq) return { items: [], next: null };
  const rows = await db.articleEvent.findMany({
    where: { articleId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: Math.min(100, Math.max(1, limit)),
  });
  const people = await findPeople(
    db,
    actor.teamId,
    rows.map((row) => row.actorId),
  );
  const rules = await readBlindness(db, actor.teamId);
  const items = rows
    .flatMap((row) => toEvent(row, people[row.actorId] ?? { id: row.actorId, name: '' }) ?? [])
    .map((event) => sealEventFor(actor, rules, event));
  const last = rows.at(-1)?.seq ?? after;
  return { items, next: last < article.seq ? String(last) : null };
}
