import { webhookParams } from '@/lib/server/api/desk-requests';
import { pageQuery } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { findDeliveries } from '@/lib/server/webhooks/find-webhooks';

/** What it was told lately, and what came of it. */
export const GET = door(
  { params: webhookParams, query: pageQuery },
  ({ actor, params, query: { limit = 50, cursor } }) =>
    findDeliveries(actor, params.webhookId, { limit, cursor }),
);
