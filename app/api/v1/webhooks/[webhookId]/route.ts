import { webhookParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { removeWebhook } from '@/lib/server/webhooks/change-webhooks';

/** Tells it no more. */
export const DELETE = door({ params: webhookParams, rate: 'command' }, ({ actor, params }) =>
  removeWebhook(actor, params.webhookId),
);
