'use client';

import { useState } from 'react';

/**
 * What is typed in a form of a session, kept in the tab until it is sent: closing the form or reloading loses none of
 * it. A storage that is full or forbidden loses only the surviving of a reload.
 */
export function useKeptFields<T extends object>(
  key: string,
  initial: T,
): readonly [T, (changes: Partial<T>) => void, () => void] {
  const name = `galley.session-form.${key}`;
  const [fields, setFields] = useState<T>(() => ({ ...initial, ...read<T>(name) }));
  return [
    fields,
    (changes) => {
      const next = { ...fields, ...changes };
      setFields(next);
      write(name, JSON.stringify(next));
    },
    () => write(name, null),
  ];
}

function read<T>(name: string): Partial<T> {
  if (typeof window === 'undefined') return {};
  try {
    // only `write` below puts something under these names
    return JSON.parse(window.sessionStorage.getItem(name) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) window.sessionStorage.removeItem(name);
    else window.sessionStorage.setItem(name, value);
  } catch {
    return;
  }
}
