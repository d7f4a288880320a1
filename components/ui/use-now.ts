'use client';

import { useSyncExternalStore } from 'react';

/** The present moment, renewed twice a minute while the page is looked at; one clock for the whole page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, readClock, readClock);
}

/** Whether the page has come alive; false on the server and in the first paint. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}

const listeners = new Set<() => void>();
let clock = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function readClock(): Date {
  if (timer === undefined && Date.now() - clock.getTime() > 30_000) clock = new Date();
  return clock;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick() {
  if (document.hidden) return;
  clock = new Date();
  for (const listener of listeners) listener();
}
