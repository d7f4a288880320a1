import type { Metadata } from 'next';
import { queue as queueWords } from '@/components/messages/queue';
import { LiveQueueCounts, QueueMeta } from '@/components/queue/LiveQueueCounts';
import { QueueFilterBar } from '@/components/queue/QueueFilterBar';
import { QueueTabs } from '@/components/queue/QueueTabs';
import { QueueView } from '@/components/queue/QueueView';
import { filtersOf, lookQuery, parseQueueLook } from '@/components/queue/queue-address';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { requireActor } from '@/lib/server/access';
import { countQueueSplits } from '@/lib/server/queue/count-queue';
import { findQueue } from '@/lib/server/queue/find-queue';
import { findQueueChoices } from '@/lib/server/queue/find-queue-choices';
import { findSavedViews } from '@/lib/server/queue/saved-views';

export const metadata: Metadata = { title: queueWords.title };

type QueuePageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The review queue: what waits for somebody in all articles. */
export default async function QueuePage({ searchParams }: QueuePageProps) {
  const actor = await requireActor();
  const look = parseQueueLook(await searchParams);
  const [first, counts, views, { articles, people }] = await Promise.all([
    findQueue(actor, look),
    countQueueSplits(actor, filtersOf(look)),
    findSavedViews(actor),
    findQueueChoices(actor),
  ]);
  const words = queueWords;
  return (
    <LiveQueueCounts actor={actor} look={look} fromServer={counts}>
      <PageHeader title={words.title} meta={<QueueMeta />} />
      <PageBody className="pt-3!">
        <QueueTabs look={look} views={views} />
        <QueueFilterBar actor={actor} look={look} articles={articles} people={people} />
        <QueueView key={lookQuery(look)} actor={actor} look={look} first={first} people={people} />
      </PageBody>
    </LiveQueueCounts>
  );
}
