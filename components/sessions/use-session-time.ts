'use client';

import { useEffect, useState } from 'react';
import type { Session } from '@/lib/domain/session';
import { useNow } from '../ui/use-now';

/** The present instant, exact at the moment when a freeze that was called begins. */
export function useSessionTime(session: Pick<Session, 'frozenAt'> | null): string {
  const now = useNow().toISOString();
  const [reached, setReached] = useState('');
  const frozenAt = session?.frozenAt ?? null;
  useEffect(() => {
    if (frozenAt === null) return;
    const waitMs = Date.parse(frozenAt) - Date.now();
    if (waitMs <= 0) {
      setReached(frozenAt);
      return;
    }
    const timer = setTimeout(() => setReached(frozenAt), waitMs);
    return () => clearTimeout(timer);
  }, [frozenAt]);
  return reached === frozenAt && reached > now ? reached : now;
}
