'use client';

import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';

/** Under which name colleagues in the article know this browser; empty while one is alone. Its script comes after the first paint. */
export function useClient(actor: Actor, articleId: string): string {
  const [client, setClient] = useState('');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isStopped = false;
    Promise.all([import('@/lib/workbench/browser-line'), import('./follow-company')]).then(
      ([{ browserLine }, { followCompany }]) => {
        if (!isStopped) stop = followCompany(browserLine(actor), actor, articleId, setClient);
      },
      // Without its script one works as if alone.
      () => undefined,
    );
    return () => {
      isStopped = true;
      stop?.();
    };
  }, [actor, articleId]);
  return client;
}
