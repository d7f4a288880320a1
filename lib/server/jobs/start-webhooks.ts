import 'server-only';
import { log } from '../log';
import { deliverDue } from '../webhooks/deliver';
import { queueDeliveries } from '../webhooks/queue-deliveries';

const everyMs = 5_000;

// Next may load this module more than once in a process: the clock runs once.
const shared: typeof globalThis & { galleyWebhooks?: NodeJS.Timeout } = globalThis;

/** Tells webhooks every few seconds of what happened. A failed round is logged; the next one goes on from there. */
export function startWebhooks(): void {
  if (shared.galleyWebhooks !== undefined) return;
  let isBusy = false;
  shared.galleyWebhooks = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await queueDeliveries(new Date());
      await deliverDue(new Date());
    } catch (error) {
      log.warn('Webhooks could not be told', { job: 'webhooks', error });
    } finally {
      isBusy = false;
    }
  }, everyMs);
  shared.galleyWebhooks.unref();
}
