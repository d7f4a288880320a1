'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { PersonCounts, PersonNews } from '@/lib/domain/stream';
import { type DrawnFor, followTeam } from './follow-team';

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

/**
 * Draws the page anew when its person has been given another role, which offers them other things, and when the team
 * has other rules or its members other names. `isLive`: the page hears of rules and names by itself.
 */
export function useTeamOfNow(
  { userId, teamId, role, teamMark }: Pick<Actor, 'userId' | 'teamId'> & DrawnFor,
  isLive: boolean,
): void {
  const router = useRouter();
  useEffect(
    () =>
      later(
        () => import('@/lib/workbench/browser-line'),
        ({ browserLine }) =>
          followTeam(browserLine({ userId, teamId }), { role, teamMark }, isLive, router.refresh),
      ),
    [userId, teamId, role, teamMark, isLive, router],
  );
}

/** Hears a person's own numbers over the stream that all tabs share. */
export function hearCounts(
  whose: Pick<Actor, 'userId' | 'teamId'>,
  listener: (news: PersonNews) => void,
): () => void {
  return later(
    () => import('@/lib/workbench/browser-line'),
    ({ browserLine }) => browserLine(whose).onCounts(listener),
  );
}

/** Begins once a script has come, after the page; without it the page stays as it was sent. Returns how to stop. */
function later<T>(load: () => Promise<T>, begin: (script: T) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isStopped = false;
  load().then(
    (script) => {
      if (!isStopped) stop = begin(script);
    },
    () => undefined,
  );
  return () => {
    isStopped = true;
    stop?.();
  };
}
