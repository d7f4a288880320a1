'use client';

import { useSyncExternalStore } from 'react';
import type { QueueItem } from '@/lib/domain/lists';
import { type Draft, none } from '@/lib/workbench/drafts';
import { draftsOf } from '../workbench/use-drafts';

type FlagOf = Pick<QueueItem, 'annotationId' | 'flagId'>;

/** The note on a flag that is being written, the same as on its card; it outlives a refusal and a reload. */
export function useLookNote(userId: string, flag: FlagOf | undefined): string {
  const drafts = useSyncExternalStore(
    (listener) => draftsOf(userId).subscribe(listener),
    () => (flag === undefined ? none : draftsOf(userId).of(flag.annotationId)),
    () => none,
  );
  const draft = drafts.find(({ kind, itemId }) => kind === 'look' && itemId === flag?.flagId);
  return draft?.kind === 'look' ? draft.values.note : '';
}

/** Keeps what is typed about a flag; an empty note is forgotten. */
export function keepLookNote(userId: string, flag: FlagOf, note: string): void {
  const { annotationId, flagId } = flag;
  const key = { kind: 'look', annotationId, itemId: flagId } as const;
  const draft: Draft = { ...key, base: null, values: { note }, state: 'writing', message: null };
  if (note === '') draftsOf(userId).remove(key);
  else draftsOf(userId).write(draft);
}
