'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { PersonCounts, PersonNews } from '@/lib/domain/stream';

/** A person's own numbers: as the server said with the page, then as the live stream tells them. */
export function useLiveCounts(
  { userId, teamId }: Pick<Actor, 'userId' | 'teamId'>,
  { inbox, queue }: PersonCounts,
): PersonCounts {
  const fromServer = `${inbox} ${queue}`;
  const [heard, setHeard] = useState({ fromServer, counts: { inbox, queue } });
  useEffect(() => {
    return hearCounts({ userId, teamId }, (counts) => setHeard({ fromServer, counts }));
  }, [userId, teamId, fromServer]);
  // A newer page knows better than what was heard under an older one.
  return heard.fromServer === fromServer ? heard.counts : { inbox, queue };
}

/** Draws the page anew when its person has been given another role: it then offers what they may do now. */
export function useRoleOfNow({ userId, teamId, role }: Pick<Actor, 'userId' | 'teamId' | 'role'>): void {
  const router = useRouter();
  useEffect(
    () =>
      hearCounts({ userId, teamId }, (news) => {
        if (news.role !== role) router.refresh();
      }),
    [userId, teamId, role, router],
  );
}

/** Hears a person's own numbers over the stream that all tabs share; its script comes once the page is there. */
export function hearCounts(
  whose: Pick<Actor, 'userId' | 'teamId'>,
  listener: (news: PersonNews) => void,
): () => void {
  let stop: (() => void) | undefined;
  let isStopped = false;
  import('@/lib/workbench/browser-line').then(
    ({ browserLine }) => {
      if (!isStopped) stop = browserLine(whose).onCounts(listener);
    },
    // Without its script the numbers are those of the page.
    () => undefined,
  );
  return () => {
    isStopped = true;
    stop?.();
  };
}
