import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { type ReportView, reportViews } from '@/lib/domain/report/report-arrangement';
import { roleSchema } from '@/lib/domain/team';
import { hashSecret } from '../secret-token';

/** What a link opens, and as whom the report is read: the person who shared it. */
export type OpenedLink = {
  readonly id: string;
  readonly articleId: string;
  readonly view: ReportView;
  readonly expiresAt: Date;
  readonly actor: Actor;
};

/**
 * What a secret opens now; undefined once the link has expired or was revoked, its article is deleted, or whoever made
 * it is disabled or may not share any more. Asked anew for each look.
 */
export async function openShareLink(secret: string): Promise<OpenedLink | undefined> {
  if (secret.length > 200) return undefined;
  const now = new Date();
  const link = await db.shareLink.findFirst({
    where: {
      hash: hashSecret(secret),
      revokedAt: null,
      expiresAt: { gt: now },
      article: { deletedAt: null },
    },
  });
  if (link === null) return undefined;
  const { id, teamId, articleId, createdById: userId, expiresAt } = link;
  const maker = await db.membership.findFirst({
    where: { teamId, userId, disabledAt: null, role: { in: ['owner', 'editor'] } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (maker === null) return undefined;
  if (link.openedAt === null)
    await db.shareLink.updateMany({ where: { id, openedAt: null }, data: { openedAt: now } });
  const actor = { userId, teamId, name: maker.user.name, role: roleSchema.parse(maker.role) };
  return { id, articleId, view: known(reportViews, link.view), expiresAt, actor };
}
