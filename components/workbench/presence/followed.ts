'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let followed: string | null = null;

/** Whom one follows through the article, and how to change it; nobody is null. */
export function useFollowed(): readonly [string | null, (personId: string | null) => void] {
  const now = useSyncExternalStore(
    subscribe,
    () => followed,
    () => null,
  );
  return [now, follow];
}

function follow(personId: string | null): void {
  if (personId === followed) return;
  followed = personId;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
