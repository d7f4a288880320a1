import Link from 'next/link';
import { type QueueSplit, queueSplits } from '@/lib/domain/lists';
import { messages } from '../messages';
import { queueAddress } from './queue-address';

type QueueTabsProps = {
  readonly split: QueueSplit;
  readonly counts: Readonly<Record<QueueSplit, number>>;
};

/** The parts of the queue with how many stand in each; each has its own address. */
export function QueueTabs({ split, counts }: QueueTabsProps) {
  const words = messages.queue;
  return (
    <nav aria-label={words.splitsLabel} className="mb-4 flex gap-5 overflow-x-auto border-b">
      {queueSplits.map((name) => (
        <Link
          key={name}
          href={queueAddress(name)}
          aria-current={name === split ? 'page' : undefined}
          className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink focus-visible:-outline-offset-2"
        >
          {words.splits[name]}
          <span className="text-xs font-normal text-ink-3 tabular-nums">{counts[name]}</span>
        </Link>
      ))}
    </nav>
  );
}
