import 'server-only';
import { db } from '@/lib/db/client';
import type { WebhookDeliveryModel } from '@/lib/db/generated/models';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { historyKinds } from '@/lib/domain/history';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { deliveryProblems, type Webhook, type WebhookDelivery } from '@/lib/domain/webhook';
import { fromCursor, type PageQuery, pageSize, timePlaceSchema, toPage } from '../cursor';

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

/** What an address was told, the latest first; a hundred unless said. Throws FORBIDDEN and NOT_FOUND. */
export async function findDeliveries(
  actor: Actor,
  webhookId: string,
  { cursor, limit = 100 }: PageQuery = {},
): Promise<Page<WebhookDelivery>> {
  ensureCan(actor, 'team.webhooks');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const where = { id: webhookId, teamId: actor.teamId, removedAt: null };
  if ((await db.webhook.count({ where })) === 0) throw notFound('webhook');
  // asked by itself: as a part of its webhook, all of thirty days would be read to take a hundred
  const rows = await db.webhookDelivery.findMany({
    where: {
      webhookId,
      webhook: where,
      ...(after && {
        OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: size + 1,
  });
  return toPage(rows, size, {
    present: (page) => page.map(toDelivery),
    placeOf: (row) => [row.createdAt.toISOString(), row.id],
  });
}

function toDelivery(row: WebhookDeliveryModel): WebhookDelivery {
  return {
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
  };
}
