'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import {
  isFinished,
  mostCounted,
  type QueueCounts,
  type QueueLook,
  type QueueSplit,
  queueSplits,
  type SavedView,
} from '@/lib/domain/queue';
import { queue as queueWords } from '../messages/queue';
import { useQueueCounts } from './LiveQueueCounts';
import { lookQuery, queueAddress } from './queue-address';
import { SavedViewMenu } from './SavedViewMenu';

type QueueTabsProps = {
  readonly look: QueueLook;
  readonly views: readonly SavedView[];
};

/** The parts of the queue with how many stand in each, and one's own saved views; each has its own address. */
export function QueueTabs({ look, views }: QueueTabsProps) {
  const counts = useQueueCounts();
  const words = queueWords;
  const query = lookQuery(look);
  const current = views.find((view) => lookQuery(view.look) === query);
  return (
    <div className="mb-3 flex items-end border-b">
      <nav
        aria-label={words.splitsLabel}
        className="relative -mb-px flex min-w-0 flex-1 gap-4 overflow-x-auto"
      >
        {queueSplits.map((name) => (
          <Tab
            key={name}
            // The filters stay when the part changes: they say what one works on.
            look={{ ...look, split: name }}
            isCurrent={current === undefined && name === look.split}
          >
            {words.splits[name]}
            <span className="text-xs font-normal text-ink-3 tabular-nums">{countText(name, counts)}</span>
          </Tab>
        ))}
        {views.map((view) => (
          <Tab key={view.id} look={view.look} isCurrent={view === current}>
            <span className="sr-only">{words.savedView('')}</span>
            <span className="max-w-40 truncate italic">{view.name}</span>
          </Tab>
        ))}
      </nav>
      <SavedViewMenu look={look} current={current} />
    </div>
  );
}

function countText(split: QueueSplit, counts: QueueCounts): string | number {
  const count = counts[split];
  return isFinished(split) && count >= mostCounted ? queueWords.countAtLeast(count) : count;
}

type TabProps = { readonly look: QueueLook; readonly isCurrent: boolean; readonly children: ReactNode };

function Tab({ look, isCurrent, children }: TabProps) {
  return (
    <Link
      href={queueAddress(look)}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink focus-visible:-outline-offset-2"
    >
      {children}
    </Link>
  );
}
