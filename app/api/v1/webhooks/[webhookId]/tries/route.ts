import { webhookParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { tryWebhook } from '@/lib/server/webhooks/change-webhooks';

/** Has something told that is only a try. */
export const POST = door({ params: webhookParams, rate: 'command' }, ({ actor, params }) =>
  tryWebhook(actor, params.webhookId),
);
