'use client';

import type { Webhook } from '@/lib/domain/webhook';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { webhooks as words } from '../messages/webhooks';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { RelativeTime } from '../ui/RelativeTime';
import { useToast } from '../ui/Toast';

type WebhookListProps = {
  readonly webhooks: readonly Webhook[];
  readonly actions: { readonly attempt: FormAction; readonly remove: FormAction };
};

/** The addresses that are told, with what came of it, and what can be done about each. */
export function WebhookList({ webhooks, actions }: WebhookListProps) {
  if (webhooks.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <ul aria-label={words.list} className="flex flex-col">
      {webhooks.map((webhook) => (
        <WebhookLine key={webhook.id} webhook={webhook} actions={actions} />
      ))}
    </ul>
  );
}

type WebhookLineProps = { readonly webhook: Webhook; readonly actions: WebhookListProps['actions'] };

function WebhookLine({ webhook, actions }: WebhookLineProps) {
  const { id, address, kinds, waiting, givenUp, lastDeliveredAt } = webhook;
  const [isBusy, send] = useSend();
  const toast = useToast();
  const act = (action: FormAction, done: string) =>
    send(action, { webhookId: id }, () => toast.show({ message: done }));
  const counts = words.counts(waiting, givenUp);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b py-2.5 first:pt-0 last:border-b-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium [overflow-wrap:anywhere]">{address}</p>
        <p className="text-xs text-ink-2">
          {kinds.map((kind) => words.kinds[kind]).join(', ')} ·{' '}
          {lastDeliveredAt === null ? (
            words.neverTold
          ) : (
            <>
              {words.lastTold} <RelativeTime at={lastDeliveredAt} />
            </>
          )}
          {counts === '' ? '' : ` · ${counts}`}
        </p>
      </div>
      <div className="flex gap-2">
        <ButtonLink size="sm" href={`/team/webhooks?log=${id}`} aria-label={words.logFor(address)}>
          {words.log}
        </ButtonLink>
        <Button
          size="sm"
          busy={isBusy}
          aria-label={words.tryFor(address)}
          onClick={() => act(actions.attempt, words.tried)}
        >
          {words.try}
        </Button>
        <Button
          size="sm"
          variant="danger"
          busy={isBusy}
          aria-label={words.removeFor(address)}
          onClick={() => act(actions.remove, words.removed)}
        >
          {words.remove}
        </Button>
      </div>
    </li>
  );
}
