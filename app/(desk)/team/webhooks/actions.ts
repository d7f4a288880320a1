'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { historyKinds } from '@/lib/domain/history';
import { idSchema } from '@/lib/domain/ids';
import { requireActor } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import {
  createWebhook,
  removeWebhook,
  retryDelivery,
  tryWebhook,
  webhookSchema,
} from '@/lib/server/webhooks/change-webhooks';

const path = '/team/webhooks';

/** A form sends a box of each kind that is ticked. */
const formSchema = z
  .object({ address: z.string() })
  .catchall(z.string())
  .transform((fields) => ({
    address: fields.address,
    kinds: historyKinds.filter((kind) => fields[`kind-${kind}`] !== undefined),
  }))
  .pipe(webhookSchema);

export const createWebhookAction = formAction(formSchema, async (given) => {
  const secret = await createWebhook(await requireActor(), given);
  revalidatePath(path);
  return secret;
});

export const removeWebhookAction = formAction(
  z.strictObject({ webhookId: idSchema }),
  async ({ webhookId }): Promise<undefined> => {
    await removeWebhook(await requireActor(), webhookId);
    revalidatePath(path);
  },
);

export const tryWebhookAction = formAction(
  z.strictObject({ webhookId: idSchema }),
  async ({ webhookId }): Promise<undefined> => {
    await tryWebhook(await requireActor(), webhookId);
    revalidatePath(path);
  },
);

export const retryDeliveryAction = formAction(
  z.strictObject({ deliveryId: idSchema }),
  async ({ deliveryId }): Promise<undefined> => {
    await retryDelivery(await requireActor(), deliveryId);
    revalidatePath(path);
  },
);
