import type { Metadata } from 'next';
import { messages } from '@/components/messages';
import { QueueTabs } from '@/components/queue/QueueTabs';
import { QueueView } from '@/components/queue/QueueView';
import { parseQueueSplit } from '@/components/queue/queue-address';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { requireActor } from '@/lib/server/access';
import { findQueue } from '@/lib/server/queue/find-queue';

export const metadata: Metadata = { title: messages.queue.title };

type QueuePageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The review queue: the flagged claims of all articles. */
export default async function QueuePage({ searchParams }: QueuePageProps) {
  const actor = await requireActor();
  const split = parseQueueSplit(await searchParams);
  const first = await findQueue(actor, { split });
  const words = messages.queue;
  return (
    <>
      <PageHeader title={words.title} meta={words.meta(first.counts.open)} />
      <PageBody className="pt-3!">
        <QueueTabs split={split} counts={first.counts} />
        <QueueView key={split} actor={actor} split={split} first={first} />
      </PageBody>
    </>
  );
}
