'use client';

import { useEffect, useState } from 'react';

/** How many notifications are unread: as the server said with the page, and asked again when somebody comes back to it. */
export function useUnread(fromServer: number): number {
  const [heard, setHeard] = useState({ fromServer, count: fromServer });
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await fetch('/api/inbox?split=unread&limit=1').catch(() => undefined);
      if (answer?.ok !== true) return;
      // our own door made this answer; its shape is the door's contract
      const { unread } = (await answer.json()) as { readonly unread: number };
      setHeard({ fromServer, count: unread });
    };
    const comeBack = (): void => void ask();
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [fromServer]);
  // A newer page knows better than what was heard under an older one.
  return heard.fromServer === fromServer ? heard.count : fromServer;
}
