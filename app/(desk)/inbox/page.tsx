import type { Metadata } from 'next';
import { InboxMeta, InboxTabs } from '@/components/inbox/InboxTabs';
import { InboxView } from '@/components/inbox/InboxView';
import { parseInboxSplit } from '@/components/inbox/inbox-address';
import { inbox as inboxWords } from '@/components/messages/inbox';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { requireActor } from '@/lib/server/access';
import { findInbox } from '@/lib/server/inbox/find-inbox';

export const metadata: Metadata = { title: inboxWords.title };

type InboxPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What concerns oneself: mentions, questions, answers, assignments, disputes. */
export default async function InboxPage({ searchParams }: InboxPageProps) {
  const actor = await requireActor();
  const split = parseInboxSplit(await searchParams);
  const first = await findInbox(actor, { split });
  return (
    <>
      <PageHeader title={inboxWords.title} meta={<InboxMeta actor={actor} unread={first.unread} />} />
      <PageBody className="pt-3!">
        <InboxTabs actor={actor} split={split} unread={first.unread} />
        <InboxView key={split} split={split} first={first} unread={first.unread} />
      </PageBody>
    </>
  );
}
