'use client';

import { useSyncExternalStore } from 'react';
import { formsOf } from '@/lib/workbench/forms';

/** Whose form it is, and which article it is for. */
export type FormPlace = { readonly userId: string; readonly articleId: string };

/** What is typed into a form, kept on this device until it is saved or discarded; null while there is nothing. */
export function useKeptForm<T extends object>(
  name: string,
  { userId, articleId }: FormPlace,
): readonly [T | null, (values: T | null) => void] {
  const values = useSyncExternalStore(
    (listener) => formsOf(userId).subscribe(listener),
    () => formsOf(userId).get(name),
    () => undefined,
  );
  // Under this name only `keep` has set anything, in this page or an earlier one.
  const kept = (values ?? null) as T | null;
  return [kept, (next) => formsOf(userId).set(name, next ?? undefined, articleId)];
}
