import 'server-only';
import { createHmac } from 'node:crypto';
import { db } from '@/lib/db/client';
import { waitAfter } from '@/lib/domain/webhook';
import type { EgressPolicy } from '../egress/egress-policy';
import { postToAddress } from '../egress/post-address';
import { openSecret } from '../sealed-secret';

const mostAtOnce = 20;
/** How long a process has for what it took; afterwards another may take it. */
const lease = '2 minutes';

/**
 * Tells what is due, each telling by one process at a time, and notes what came of it. A telling is an id, what
 * happened to which article and annotation, by whom and when: no words of the article. Returns how many were told.
 */
export async function deliverDue(now: Date, policy?: EgressPolicy): Promise<number> {
  const due = await db.$queryRaw<Due[]>`
    UPDATE "WebhookDelivery" d SET "tries" = d."tries" + 1, "nextAt" = ${now}::timestamptz + ${lease}::interval
    FROM "Webhook" h
    WHERE h."id" = d."webhookId" AND h."removedAt" IS NULL AND d."id" IN (
      SELECT "id" FROM "WebhookDelivery" WHERE "deliveredAt" IS NULL AND "nextAt" <= ${now}
      ORDER BY "nextAt", "id" LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
    RETURNING d."id", d."type", d."articleId", d."annotationId", d."seq", d."actorId", d."createdAt", d."tries",
      h."id" AS "webhookId", h."teamId", h."address", h."secret"`;
  await Promise.all(due.map((one) => tell(one, now, policy)));
  return due.length;
}

type Due = {
  readonly id: string;
  readonly type: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
  readonly seq: number | null;
  readonly actorId: string;
  readonly createdAt: Date;
  readonly tries: number;
  readonly webhookId: string;
  readonly teamId: string;
  readonly address: string;
  readonly secret: string;
};

async function tell(due: Due, now: Date, policy: EgressPolicy | undefined): Promise<void> {
  const { id, type, articleId, annotationId, seq, actorId, createdAt, teamId } = due;
  const body = JSON.stringify({
    id,
    type,
    at: createdAt.toISOString(),
    teamId,
    articleId,
    annotationId,
    seq,
    actorId,
  });
  const seconds = Math.floor(now.getTime() / 1_000);
  const secret = openSecret(due.secret, due.webhookId);
  const status =
    secret === undefined
      ? undefined
      : await postToAddress(due.address, {
          body,
          policy,
          headers: {
            'content-type': 'application/json',
            'galley-delivery': id,
            'galley-signature': `t=${seconds},v1=${signatureOf(secret, seconds, body)}`,
          },
        });
  const isDelivered = status !== undefined && status >= 200 && status < 300;
  const wait = waitAfter(due.tries);
  const nextAt = isDelivered || wait === undefined ? null : new Date(now.getTime() + wait * 1_000);
  await db.webhookDelivery.update({
    where: { id },
    data: {
      status: status ?? null,
      problem: isDelivered ? null : status === undefined ? 'unreachable' : 'refused',
      deliveredAt: isDelivered ? now : null,
      nextAt,
    },
  });
}

/** The HMAC-SHA256 of time and body under the webhook's secret, in hex: by it a receiver knows who tells. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
