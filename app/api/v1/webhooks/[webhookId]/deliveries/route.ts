import { webhookParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { findDeliveries } from '@/lib/server/webhooks/find-webhooks';

/** What it was told lately, and what came of it. */
export const GET = door({ params: webhookParams }, async ({ actor, params }) => ({
  items: await findDeliveries(actor, params.webhookId),
  next: null,
}));
