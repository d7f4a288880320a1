import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { historyKinds } from '@/lib/domain/history';
import { ensureCan } from '@/lib/domain/policy';
import { deliveryProblems, type Webhook, type WebhookDelivery } from '@/lib/domain/webhook';

const mostDeliveries = 100;

/** The addresses that the team tells, the oldest first. Throws FORBIDDEN. */
export async function findWebhooks(actor: Actor): Promise<readonly Webhook[]> {
  ensureCan(actor, 'team.webhooks');
  const rows = await db.$queryRaw<WebhookRow[]>`
    SELECT h."id", h."address", h."kinds", h."createdAt", max(d."deliveredAt") AS "lastDeliveredAt",
      count(d."id") FILTER (WHERE d."deliveredAt" IS NULL AND d."nextAt" IS NOT NULL)::int AS "waiting",
      count(d."id") FILTER (WHERE d."deliveredAt" IS NULL AND d."nextAt" IS NULL)::int AS "givenUp"
    FROM "Webhook" h LEFT JOIN "WebhookDelivery" d ON d."webhookId" = h."id"
    WHERE h."teamId" = ${actor.teamId}::uuid AND h."removedAt" IS NULL
    GROUP BY h."id" ORDER BY h."createdAt", h."id" LIMIT 100`;
  return rows.map(({ kinds, createdAt, lastDeliveredAt, ...row }) => ({
    ...row,
    kinds: kinds.map((kind) => known(historyKinds, kind)),
    createdAt: createdAt.toISOString(),
    lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
  }));
}

type WebhookRow = Pick<Webhook, 'id' | 'address' | 'waiting' | 'givenUp'> & {
  readonly kinds: readonly string[];
  readonly createdAt: Date;
  readonly lastDeliveredAt: Date | null;
};

/** What an address was told lately, the latest first; a hundred at most. Throws FORBIDDEN and NOT_FOUND. */
export async function findDeliveries(actor: Actor, webhookId: string): Promise<readonly WebhookDelivery[]> {
  ensureCan(actor, 'team.webhooks');
  const hook = await db.webhook.findFirst({
    where: { id: webhookId, teamId: actor.teamId, removedAt: null },
    select: { deliveries: { orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: mostDeliveries } },
  });
  if (hook === null) throw notFound('webhook');
  return hook.deliveries.map((row) => ({
    id: row.id,
    type: row.type,
    articleId: row.articleId,
    seq: row.seq,
    createdAt: row.createdAt.toISOString(),
    tries: row.tries,
    status: row.status,
    problem: row.problem === null ? null : known(deliveryProblems, row.problem),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    nextAt: row.nextAt?.toISOString() ?? null,
  }));
}
