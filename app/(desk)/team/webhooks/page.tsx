import type { Metadata } from 'next';
import { webhooks as words } from '@/components/messages/webhooks';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { Deliveries } from '@/components/webhooks/Deliveries';
import { WebhookButton } from '@/components/webhooks/WebhookButton';
import { WebhookList } from '@/components/webhooks/WebhookList';
import { can } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { oneOf, type SearchParams } from '@/lib/server/search-params';
import { findDeliveries, findWebhooks } from '@/lib/server/webhooks/find-webhooks';
import { createWebhookAction, removeWebhookAction, retryDeliveryAction, tryWebhookAction } from './actions';

export const metadata: Metadata = { title: words.title };

/** Programs that are told of what happens, and what came of it. */
export default async function WebhooksPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor();
  const permission = can(actor, 'team.webhooks');
  const webhooks = permission.allowed ? await findWebhooks(actor) : [];
  const { log, cursor } = await searchParams;
  const shown = webhooks.find(({ id }) => id === oneOf(log));
  const told = shown && (await findDeliveries(actor, shown.id, { cursor: oneOf(cursor) }));
  return (
    <>
      <PageHeader title={words.title} actions={<ButtonLink href="/team">{words.toTeam}</ButtonLink>} />
      <PageBody>
        {permission.allowed ? (
          <Section title={words.list} hint={words.hint}>
            <WebhookList
              webhooks={webhooks}
              actions={{ attempt: tryWebhookAction, remove: removeWebhookAction }}
            />
            <WebhookButton action={createWebhookAction} />
          </Section>
        ) : (
          <Notice tone="warn">{permission.reason}</Notice>
        )}
        {shown === undefined || told === undefined ? null : (
          <Section title={words.log} hint={shown.address}>
            <Deliveries address={shown.address} deliveries={told.items} action={retryDeliveryAction} />
            {told.next === null ? null : (
              <nav aria-label={words.pages} className="mt-4 flex justify-end">
                <ButtonLink href={`/team/webhooks?log=${shown.id}&cursor=${told.next}`}>
                  {words.older}
                </ButtonLink>
              </nav>
            )}
          </Section>
        )}
      </PageBody>
    </>
  );
}
