'use client';

import { useState } from 'react';

/** What is typed into a small form, kept in this tab until it is saved or discarded; null while the form is closed. */
export function useKeptForm<T extends object>(key: string): readonly [T | null, (values: T | null) => void] {
  const [values, setValues] = useState<T | null>(() => read<T>(key));

  function keep(next: T | null): void {
    setValues(next);
    try {
      if (next === null) window.sessionStorage.removeItem(key);
      else window.sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full storage loses only the surviving of a reload.
      return;
    }
  }

  return [values, keep];
}

/** Only `keep` writes under these keys; what another hand put there is left out. */
function read<T extends object>(key: string): T | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    return typeof kept === 'object' ? (kept as T | null) : null;
  } catch {
    return null;
  }
}
