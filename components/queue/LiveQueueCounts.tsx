'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { QueueCounts, QueueLook } from '@/lib/domain/queue';
import { queue as words } from '../messages/queue';
import { hearCounts } from '../shell/use-live-counts';
import { lookQuery } from './queue-address';

const CountsContext = createContext<QueueCounts | null>(null);

type LiveQueueCountsProps = {
  readonly actor: Actor;
  readonly look: QueueLook;
  readonly fromServer: QueueCounts;
  readonly children: ReactNode;
};

/** How many stand in each part of the queue: as the page said, and asked again when the live stream says that it changed. */
export function LiveQueueCounts({ actor, look, fromServer, children }: LiveQueueCountsProps) {
  const { userId, teamId } = actor;
  const query = lookQuery(look);
  const [heard, setHeard] = useState({ fromServer, counts: fromServer });
  useEffect(() => {
    let isStopped = false;
    let isFirst = true;
    const stop = hearCounts({ userId, teamId }, () => {
      // The first word only says how it was when the stream began: the page knows that.
      if (!isFirst) void ask();
      isFirst = false;
    });
    async function ask(): Promise<void> {
      const answer = await fetch(`/api/queue/counts?${query}`).catch(() => undefined);
      if (isStopped || answer?.ok !== true) return;
      // our own door made this answer; its shape is the door's contract
      setHeard({ fromServer, counts: (await answer.json()) as QueueCounts });
    }
    return () => {
      isStopped = true;
      stop();
    };
  }, [userId, teamId, query, fromServer]);
  const counts = heard.fromServer === fromServer ? heard.counts : fromServer;
  return <CountsContext value={counts}>{children}</CountsContext>;
}

/** How many stand in each part now. */
export function useQueueCounts(): QueueCounts {
  const counts = useContext(CountsContext);
  if (counts === null) throw new Error('This part belongs inside the queue.');
  return counts;
}

/** How much waits, beside the title of the page. */
export function QueueMeta() {
  return words.meta(useQueueCounts().open);
}
