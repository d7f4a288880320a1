'use client';

import { useSyncExternalStore } from 'react';

const storageKey = 'galley.single-keys';
const listeners = new Set<() => void>();

/** Whether single letters act (WCAG 2.1.4): on unless this person switched them off on this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => true), write];
}

function read(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage may be forbidden; the setting then lasts as long as it is the default.
    return true;
  }
}

function write(on: boolean): void {
  try {
    window.localStorage.setItem(storageKey, on ? 'on' : 'off');
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
