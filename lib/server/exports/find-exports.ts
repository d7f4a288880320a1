import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { Export } from '@/lib/domain/report/export';
import { fromCursor, type PageQuery, pageSize, timePlaceSchema, toPage } from '../cursor';
import { exportInside, toExport } from './to-export';

/** The actor's own exports of an article, the latest first. Throws NOT_FOUND and FORBIDDEN. */
export async function findExports(
  actor: Actor,
  articleId: string,
  { cursor, limit = 20 }: PageQuery = {},
): Promise<Page<Export>> {
  if ((await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) === 0)
    throw notFound('article');
  ensureCan(actor, 'report.export');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const rows = await db.export.findMany({
    where: {
      articleId,
      ...own(actor),
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: size + 1,
    select: exportInside,
  });
  return toPage(rows, size, {
    present: (page) => page.map(toExport),
    placeOf: (row) => [row.createdAt.toISOString(), row.id],
  });
}

/** One export of the actor's own. Anybody else's is NOT_FOUND, also a colleague's: it is what they may see. */
export async function getExport(actor: Actor, exportId: string): Promise<Export> {
  const row = await db.export.findFirst({ where: ownExport(actor, exportId), select: exportInside });
  if (row === null) throw notFound('export');
  ensureCan(actor, 'report.export');
  return toExport(row);
}

/** Whose exports an actor may know of: their own, in their team, of articles that they see. */
export const ownExport = (actor: Actor, id: string) => ({
  id,
  ...own(actor),
  article: visibleArticles(actor),
});

const own = ({ userId, teamId }: Actor) => ({ askedById: userId, teamId, expiresAt: { gt: new Date() } });
