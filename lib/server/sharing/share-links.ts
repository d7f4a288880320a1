import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { reportViews } from '@/lib/domain/report/report-arrangement';
import { type ShareLink, shareDays } from '@/lib/domain/report/share-link';
import { audit } from '../audit';
import { env } from '../env';
import { createSecret, hashSecret } from '../secret-token';
import { daysFrom } from '../team/links';

export const shareLinkBody = z.strictObject({
  view: z.enum(reportViews),
  days: z.literal(shareDays).default(7),
});

/** Most links to one article that work at the same time. */
const mostLinks = 50;

/** Makes a link to an article's report; its address is known now and never again. Throws NOT_FOUND, FORBIDDEN, INVALID. */
export async function createShareLink(
  actor: Actor,
  articleId: string,
  { view, days }: z.output<typeof shareLinkBody>,
): Promise<ShareLink & { readonly url: string }> {
  const { teamId, userId } = actor;
  const secret = createSecret();
  return inTransaction(db, async (tx) => {
    await ensureShared(tx, actor, articleId);
    const now = new Date();
    if ((await tx.shareLink.count({ where: working(articleId, now) })) >= mostLinks)
      throw new DomainError('INVALID', `This article has ${mostLinks} links that work. Revoke one first.`);
    const id = randomUUID();
    const row = await tx.shareLink.create({
      data: {
        id,
        teamId,
        articleId,
        view,
        hash: hashSecret(secret),
        createdById: userId,
        createdAt: now,
        expiresAt: daysFrom(now, days),
      },
    });
    await audit(tx, {
      teamId,
      actorId: userId,
      type: 'share_link.created',
      body: { linkId: id, articleId, view },
    });
    return { ...toShareLink(row), url: `${env.PUBLIC_URL}/share/${secret}` };
  });
}

/** The links to an article's report that work, the newest first. Throws NOT_FOUND and FORBIDDEN. */
export async function findShareLinks(actor: Actor, articleId: string): Promise<readonly ShareLink[]> {
  return inTransaction(db, async (tx) => {
    await ensureShared(tx, actor, articleId);
    const rows = await tx.shareLink.findMany({
      where: working(articleId, new Date()),
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: mostLinks,
    });
    return rows.map(toShareLink);
  });
}

/** Ends a link at once. Ending an ended one changes nothing. Throws NOT_FOUND and FORBIDDEN. */
export async function revokeShareLink(actor: Actor, articleId: string, linkId: string): Promise<void> {
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    await ensureShared(tx, actor, articleId);
    const link = await tx.shareLink.findFirst({ where: { id: linkId, articleId, teamId } });
    if (link === null) throw notFound('link');
    if (link.revokedAt !== null) return;
    await tx.shareLink.update({ where: { id: linkId }, data: { revokedAt: new Date() } });
    await audit(tx, { teamId, actorId: userId, type: 'share_link.revoked', body: { linkId, articleId } });
  });
}

async function ensureShared(tx: Transaction, actor: Actor, articleId: string): Promise<void> {
  const isSeen = (await tx.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) > 0;
  if (!isSeen) throw notFound('article');
  ensureCan(actor, 'report.share');
}

const working = (articleId: string, now: Date) => ({ articleId, revokedAt: null, expiresAt: { gt: now } });

type ShareLinkRow = NonNullable<Awaited<ReturnType<typeof db.shareLink.findFirst>>>;

function toShareLink(row: ShareLinkRow): ShareLink {
  return {
    id: row.id,
    view: known(reportViews, row.view),
    createdById: row.createdById,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
  };
}
