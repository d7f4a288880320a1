import 'server-only';
import { db } from '@/lib/db/client';

/** How long the log of webhooks goes back. */
const days = 30;

/** Removes what webhooks were told of long ago. Returns how many tellings are gone. */
export async function removeOldDeliveries(now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000);
  return (await db.webhookDelivery.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
