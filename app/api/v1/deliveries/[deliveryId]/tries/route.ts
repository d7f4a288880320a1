import { deliveryParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { retryDelivery } from '@/lib/server/webhooks/change-webhooks';

/** Has something told again that was given up, or waits. */
export const POST = door({ params: deliveryParams, rate: 'command' }, ({ actor, params }) =>
  retryDelivery(actor, params.deliveryId),
);
