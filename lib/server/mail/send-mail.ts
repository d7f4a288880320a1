import 'server-only';
import nodemailer, { type Transporter } from 'nodemailer';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import { mailModes, notificationKinds } from '@/lib/domain/notification';
import type { MailSettings } from '../env';
import { mailWords } from './mail-words';
import type { MailJob } from './queue-due-mail';

/** How long one try may take before it counts as failed. */
const patienceMs = 20_000;

/** The way to the mail server. A password is never sent without TLS. */
export function openTransport({ server }: MailSettings): Transporter {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  if ('url' in server) return nodemailer.createTransport({ url: server.url, ...patience });
  const { host, port, user, password } = server;
  const hasPassword = user !== undefined && password !== undefined;
  return nodemailer.createTransport({
    host,
    port,
    secure: port === 465,
    requireTLS: hasPassword && port !== 465,
    ...(hasPassword && { auth: { user, pass: password } }),
    ...patience,
  });
}

/**
 * Sends the e-mail of a job, unless it was sent, read, or no longer concerns the person. Throws when the mail server
 * does not take it: the queue tries again, under the same Message-ID.
 */
export async function sendMail(
  transport: Transporter,
  { from, origin }: { readonly from: string; readonly origin: string },
  job: MailJob,
): Promise<'sent' | 'needless'> {
  const { userId, teamId, notificationIds } = job;
  const member = await db.membership.findFirst({
    where: { teamId, userId, disabledAt: null },
    select: { user: { select: { email: true, name: true } } },
  });
  const settings = await db.notificationSetting.findUnique({ where: { teamId_userId: { teamId, userId } } });
  const wantsNone = settings !== null && known(mailModes, settings.mail) === 'none';
  if (member === null || wantsNone) return 'needless';
  const rows = await db.notification.findMany({
    where: {
      id: { in: [...notificationIds] },
      ...{ userId, teamId, readAt: null, mailedAt: null },
      article: { teamId, deletedAt: null },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, articleId: true, annotationId: true },
  });
  const [first] = rows;
  if (first === undefined) return 'needless';
  const lines = rows.map(({ kind, articleId, annotationId }) => ({
    kind: known(notificationKinds, kind),
    articleId,
    annotationId,
  }));
  await transport.sendMail({
    from,
    to: { name: member.user.name, address: member.user.email },
    messageId: `<${notificationIds[0] ?? first.id}@${new URL(origin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...mailWords(lines, origin),
  });
  await db.notification.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { mailedAt: new Date() },
  });
  return 'sent';
}
