import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { Export } from '@/lib/domain/export';
import { ensureCan } from '@/lib/domain/policy';
import { exportInside, toExport } from './to-export';

/** Most exports of one list: what was asked for longest ago is left out. */
const mostListed = 20;

/** The actor's own exports of an article, the latest first. Throws NOT_FOUND and FORBIDDEN. */
export async function findExports(actor: Actor, articleId: string): Promise<readonly Export[]> {
  if ((await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) === 0)
    throw notFound('article');
  ensureCan(actor, 'report.export');
  const rows = await db.export.findMany({
    where: { articleId, ...own(actor) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: mostListed,
    select: exportInside,
  });
  return rows.map(toExport);
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
