import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { InboxAct } from '@/lib/domain/notification';
import { ensureCan } from '@/lib/domain/policy';
import { countUnread } from './find-inbox';

/** What an act in the inbox answers: how many are unread now, and the instant by which `read_all` is taken back. */
export type InboxAnswer = { readonly unread: number; readonly at?: string };

/**
 * Does something in the actor's own inbox of their team: what names somebody else's notifications changes nothing.
 * Muting throws NOT_FOUND for an article that the actor may not see.
 */
export async function actInInbox(actor: Actor, act: InboxAct, now = new Date()): Promise<InboxAnswer> {
  ensureCan(actor, 'inbox.use');
  const { userId, teamId } = actor;
  const own = { userId, teamId };
  switch (act.act) {
    case 'read': {
      const where = { ...own, id: { in: act.ids } };
      if (act.isRead)
        await db.notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: now } });
      else await db.notification.updateMany({ where, data: { readAt: null } });
      break;
    }
    case 'read_all':
      await db.notification.updateMany({ where: { ...own, readAt: null }, data: { readAt: now } });
      return { unread: await countUnread(actor), at: now.toISOString() };
    case 'unread_all':
      await db.notification.updateMany({ where: { ...own, readAt: act.at }, data: { readAt: null } });
      break;
    case 'mute':
      await mute(actor, act.articleId, act.isMuted);
      break;
  }
  return { unread: await countUnread(actor) };
}

async function mute(actor: Actor, articleId: string, isMuted: boolean): Promise<void> {
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { id: true },
  });
  if (article === null) throw notFound('article');
  const key = { userId: actor.userId, articleId };
  if (isMuted) await db.articleMute.upsert({ where: { userId_articleId: key }, create: key, update: {} });
  else await db.articleMute.deleteMany({ where: key });
}
