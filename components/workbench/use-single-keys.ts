'use client';

import { useSyncExternalStore } from 'react';
import { useCommands } from '../commands/commands-context';

const listeners = new Set<() => void>();

/** Whether single letters act (WCAG 2.1.4), on every page: on unless this person switched them off on this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return useSingleKeysOf(useCommands().userId);
}

/** The same for a person who is named. */
export function useSingleKeysOf(userId: string): readonly [boolean, (on: boolean) => void] {
  const key = `galley.single-keys.${userId}`;
  const on = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => true,
  );
  return [on, (next) => write(key, next)];
}

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
