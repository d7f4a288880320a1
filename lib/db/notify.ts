import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Annotation } from '@/lib/domain/annotation';
import { type ArticleEvent, annotationIdOf } from '@/lib/domain/events';
import { mayNotify, type Notice, noticesOf } from '@/lib/domain/notification';
import { roles } from '@/lib/domain/team';
import type { Transaction } from './client';
import { known } from './rows';

/**
 * Writes whom an event concerns into their inboxes, in the transaction of the event. `before` is the annotation as it
 * was. Whoever has muted the article or the kind gets nothing, and nobody is told twice of one mention.
 */
export async function notify(
  tx: Transaction,
  event: ArticleEvent,
  teamId: string,
  before: Annotation | undefined,
): Promise<void> {
  const { articleId, seq, actor, at, body } = event;
  if (!mayNotify(body)) return;
  const rows = await tx.membership.findMany({
    where: { teamId, disabledAt: null },
    select: { userId: true, role: true },
  });
  const members = rows.map(({ userId, role }) => ({ id: userId, role: known(roles, role) }));
  const notices = noticesOf(body, { actorId: actor.id, annotation: before, members });
  if (notices.length === 0) return;
  const annotationId = annotationIdOf(body) ?? null;
  await insertNotices(tx, { articleId, teamId, annotationId, actorId: actor.id, at }, { seq, notices });
}

/** What notices are about, and by whom and when it was done. */
type About = {
  readonly articleId: string;
  readonly teamId: string;
  readonly annotationId: string | null;
  readonly actorId: string;
  readonly at: string | Date;
};

/**
 * Writes notices into the inboxes of active members who have muted neither the article nor the kind; nobody gets two of
 * one `seq`.
 */
export async function insertNotices(
  tx: Transaction,
  { articleId, teamId, annotationId, actorId, at }: About,
  { seq, notices }: { readonly seq: number; readonly notices: readonly Notice[] },
): Promise<void> {
  const ids = notices.map(() => randomUUID());
  const userIds = notices.map(({ userId }) => userId);
  const kinds = notices.map(({ kind }) => kind);
  const replyIds = notices.map(({ replyId }) => replyId);
  await tx.$executeRaw`
    INSERT INTO "Notification"
      ("id", "teamId", "userId", "kind", "articleId", "annotationId", "replyId", "seq", "actorId", "at")
    SELECT n."id", ${teamId}::uuid, n."userId", n."kind", ${articleId}::uuid, ${annotationId}::uuid, n."replyId",
      ${seq}, ${actorId}::uuid, ${at}::timestamptz
    FROM unnest(${ids}::uuid[], ${userIds}::uuid[], ${kinds}::text[], ${replyIds}::uuid[])
      AS n("id", "userId", "kind", "replyId")
    JOIN "Membership" b ON b."userId" = n."userId" AND b."teamId" = ${teamId}::uuid AND b."disabledAt" IS NULL
    WHERE NOT EXISTS (
      SELECT 1 FROM "ArticleMute" m WHERE m."userId" = n."userId" AND m."articleId" = ${articleId}::uuid)
    AND NOT EXISTS (
      SELECT 1 FROM "NotificationSetting" s
      WHERE s."userId" = n."userId" AND s."teamId" = ${teamId}::uuid AND n."kind" = ANY (s."mutedKinds"))
    ON CONFLICT DO NOTHING`;
}
