'use client';

import { useEffect, useState } from 'react';
import type { Session } from '@/lib/domain/session';

/** Whether a session keeps the article as it is now; turns by itself when a freeze that was called begins. */
export function useIsFrozen(session: Session | null): boolean {
  const frozenAt = session?.frozenAt ?? null;
  const [reached, setReached] = useState<string | null>(null);
  useEffect(() => {
    if (frozenAt === null) return;
    const timer = setTimeout(() => setReached(frozenAt), Date.parse(frozenAt) - Date.now());
    return () => clearTimeout(timer);
  }, [frozenAt]);
  return frozenAt !== null && reached === frozenAt;
}
