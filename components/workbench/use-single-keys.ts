'use client';

import { useSyncExternalStore } from 'react';
import { useCommands } from '../commands/commands-context';

const listeners = new Set<() => void>();

/** Whether single letters act (WCAG 2.1.4), on every page: on unless this person switched them off on this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const key = keyOf(useCommands().userId);
  const on = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => true,
  );
  return [on, (next) => write(key, next)];
}

/** The same at this moment, for a key that is pressed before the page has been drawn with what the device knows. */
export const doSingleKeysAct = (userId: string): boolean => read(keyOf(userId));

const keyOf = (userId: string): string => `galley.single-keys.${userId}`;

function read(key: string): boolean {
  try {
    return window.localStorage.getItem(key) !== 'off';
  } catch {
    // Storage may be forbidden; the setting then lasts as long as it is the default.
    return true;
  }
}

function write(key: string, on: boolean): void {
  try {
    window.localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
