'use client';

import type { WebhookDelivery } from '@/lib/domain/webhook';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { webhooks } from '../messages/webhooks';
import { Button } from '../ui/Button';
import { RelativeTime } from '../ui/RelativeTime';
import { useToast } from '../ui/Toast';

const words = webhooks.deliveries;

type DeliveriesProps = {
  readonly address: string;
  readonly deliveries: readonly WebhookDelivery[];
  readonly action: FormAction;
};

/** The log of one address: what it was told, how often it was tried, and what it answered. */
export function Deliveries({ address, deliveries, action }: DeliveriesProps) {
  if (deliveries.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard
    <section aria-label={words.caption(address)} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-ink-2">
          <tr>
            {[words.when, words.what, words.tries, words.answer].map((heading) => (
              <th key={heading} scope="col" className="py-1.5 pe-4 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id} className="border-t">
              <td className="py-1.5 pe-4 whitespace-nowrap">
                <RelativeTime at={delivery.createdAt} />
              </td>
              <td className="py-1.5 pe-4">{delivery.type}</td>
              <td className="py-1.5 pe-4 tabular-nums">{delivery.tries}</td>
              <td className="py-1.5">
                <Answer delivery={delivery} action={action} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Answer({ delivery, action }: { readonly delivery: WebhookDelivery; readonly action: FormAction }) {
  const { id, status, problem, deliveredAt, tries } = delivery;
  const [isBusy, send] = useSend();
  const toast = useToast();
  if (deliveredAt !== null) return words.delivered(status ?? 0);
  if (tries === 0 || problem === null) return words.waiting;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-danger">{words.failed(words.problems[problem], status)}</span>
      <Button
        size="sm"
        busy={isBusy}
        onClick={() => send(action, { deliveryId: id }, () => toast.show({ message: words.againQueued }))}
      >
        {words.again}
      </Button>
    </span>
  );
}
