import { pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { created, door } from '@/lib/server/http';
import { createWebhook, webhookSchema } from '@/lib/server/webhooks/change-webhooks';
import { findWebhooks } from '@/lib/server/webhooks/find-webhooks';

/** The addresses that the team tells. */
export const GET = door({ query: pageQuery }, async ({ actor, query }) =>
  cutPage(await findWebhooks(actor), query, ({ id }) => id),
);

/** Begins to tell one. */
export const POST = door({ body: webhookSchema, rate: 'command' }, async ({ actor, body }) =>
  created({ secret: await createWebhook(actor, body) }),
);
