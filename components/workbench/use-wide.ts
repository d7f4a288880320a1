'use client';

import { useSyncExternalStore } from 'react';

/** The width from which an article has a margin: `--breakpoint-wide` of globals.css. */
const wide = '(width >= 68.75rem)';

/** Whether there is room for a margin. The server takes it to be so; narrow screens hide that first paint by CSS. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => true,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
