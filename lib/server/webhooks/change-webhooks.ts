import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { historyKinds } from '@/lib/domain/history';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';
import { egressPolicy, findAddressFault } from '../egress/egress-policy';
import { sealSecret } from '../sealed-secret';
import { createSecret } from '../secret-token';

export const webhookSchema = z.strictObject({
  address: z
    .string()
    .trim()
    .max(2_000)
    .refine((address) => URL.canParse(address), 'Give a whole web address that begins with https://.'),
  kinds: z.array(z.enum(historyKinds)).min(1, 'Choose what it is told of.'),
});
export type WebhookForm = z.infer<typeof webhookSchema>;

/** Most addresses that one team tells. */
const mostWebhooks = 20;

/**
 * Begins to tell an address of what happens from now on. Returns the secret that signs each telling; it is shown once.
 * Throws FORBIDDEN, and INVALID for an address that may not be asked or the twenty-first.
 */
export async function createWebhook(actor: Actor, { address, kinds }: WebhookForm): Promise<string> {
  ensureCan(actor, 'team.webhooks');
  if (findAddressFault(egressPolicy(), new URL(address)) !== undefined)
    throw new DomainError(
      'INVALID',
      'Galley tells only public web addresses on the usual ports, without a user name in them.',
      { field: 'address' },
    );
  const { teamId, userId } = actor;
  const secret = `whsec_${createSecret()}`;
  await inTransaction(db, async (tx) => {
    if ((await tx.webhook.count({ where: { teamId, removedAt: null } })) >= mostWebhooks)
      throw new DomainError('INVALID', `A team tells ${mostWebhooks} addresses at most.`);
    const id = randomUUID();
    const now = new Date();
    await tx.webhook.create({
      data: {
        id,
        teamId,
        address,
        kinds: [...new Set(kinds)],
        secret: sealSecret(secret, id),
        createdById: userId,
        createdAt: now,
        sweptAt: now,
      },
    });
    await audit(tx, { teamId, actorId: userId, type: 'webhook.created', body: { webhookId: id } });
  });
  return secret;
}

/** Tells an address no more; what waits for it is dropped. Throws FORBIDDEN and NOT_FOUND. */
export async function removeWebhook(actor: Actor, webhookId: string): Promise<void> {
  ensureCan(actor, 'team.webhooks');
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const where = { id: webhookId, teamId, removedAt: null };
    const removed = await tx.webhook.updateMany({ where, data: { removedAt: new Date(), secret: '' } });
    if (removed.count === 0) throw notFound('webhook');
    await tx.webhookDelivery.updateMany({ where: { webhookId, deliveredAt: null }, data: { nextAt: null } });
    await audit(tx, { teamId, actorId: userId, type: 'webhook.removed', body: { webhookId } });
  });
}

/** Has something told that says only that it is a try. Throws FORBIDDEN and NOT_FOUND. */
export async function tryWebhook(actor: Actor, webhookId: string): Promise<void> {
  ensureCan(actor, 'team.webhooks');
  const hook = await db.webhook.findFirst({
    where: { id: webhookId, teamId: actor.teamId, removedAt: null },
  });
  if (hook === null) throw notFound('webhook');
  const now = new Date();
  await db.webhookDelivery.create({
    data: { id: randomUUID(), webhookId, type: 'ping', actorId: actor.userId, createdAt: now, nextAt: now },
  });
}

/** Has something that was given up, or waits, told at once. Throws FORBIDDEN and NOT_FOUND. */
export async function retryDelivery(actor: Actor, deliveryId: string): Promise<void> {
  ensureCan(actor, 'team.webhooks');
  const changed = await db.webhookDelivery.updateMany({
    where: { id: deliveryId, deliveredAt: null, webhook: { teamId: actor.teamId, removedAt: null } },
    data: { nextAt: new Date(), tries: 0 },
  });
  if (changed.count === 0) throw notFound('delivery');
}
