'use client';

import { useSyncExternalStore } from 'react';
import type { Colleague } from '@/lib/workbench/company';

const none: readonly Colleague[] = [];
const listeners = new Set<() => void>();
let people = none;
let byAnnotation: ReadonlyMap<string, readonly Colleague[]> = new Map();

/** Says who else is in the article that is open. */
export function setCompany(now: readonly Colleague[]): void {
  if (now === people) return;
  const before = byAnnotation;
  const next = new Map<string, readonly Colleague[]>();
  for (const colleague of now) {
    const { annotationId } = colleague.at;
    if (annotationId !== null) next.set(annotationId, [...(next.get(annotationId) ?? none), colleague]);
  }
  // A card is drawn anew only when something on it has changed.
  for (const [id, here] of next) {
    const same = before.get(id);
    if (same?.length === here.length && same.every((one, index) => one === here[index])) next.set(id, same);
  }
  people = now;
  byAnnotation = next;
  for (const listener of listeners) listener();
}

/** Who else is in the article. */
export function useCompany(): readonly Colleague[] {
  return useSyncExternalStore(
    subscribe,
    () => people,
    () => none,
  );
}

/** Who else has the card of an annotation open. */
export function useCompanyOn(annotationId: string): readonly Colleague[] {
  return useSyncExternalStore(
    subscribe,
    () => byAnnotation.get(annotationId) ?? none,
    () => none,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
