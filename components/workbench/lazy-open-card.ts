'use client';

import { lazy, useEffect } from 'react';

const load = () => import('./OpenCard');

/** All that hangs on an annotation. Fetched when somebody is about to open a card, not with the page. */
export const LazyOpenCard = lazy(async () => ({ default: (await load()).OpenCard }));

/** Fetches the open card once it is likely to be wanted, so that it is there when it is. */
export function useOpenCardSoon(isLikely: boolean): void {
  useEffect(() => {
    // A failure shows where the card is opened, and is tried again there.
    if (isLikely) void load().catch(() => undefined);
  }, [isLikely]);
}
