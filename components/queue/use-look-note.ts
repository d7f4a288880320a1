'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { QueueFlag, QueueItem } from '@/lib/domain/queue';
import { type Draft, draftsOf, none } from '@/lib/workbench/drafts';

type FlagOf = Pick<QueueItem, 'annotationId' | 'articleId'> & { readonly flag: Pick<QueueFlag, 'id'> };

/** The note on a flag that is being written, the same as on its card; it outlives a refusal and a reload. */
export function useLookNote(userId: string, item: FlagOf | undefined): string {
  useEffect(() => {
    // Without it the note lives as long as the page.
    void import('./keep-look-notes')
      .then(({ keepLookNotes }) => keepLookNotes(userId))
      .catch(() => undefined);
  }, [userId]);
  const drafts = useSyncExternalStore(
    (listener) => draftsOf(userId).subscribe(listener),
    () => (item === undefined ? none : draftsOf(userId).of(item.annotationId)),
    () => none,
  );
  const draft = drafts.find(({ kind, itemId }) => kind === 'look' && itemId === item?.flag.id);
  return draft?.kind === 'look' ? draft.values.note : '';
}

/** Keeps what is typed about a flag; an empty note is forgotten. */
export function keepLookNote(userId: string, { annotationId, articleId, flag }: FlagOf, note: string): void {
  const key = { kind: 'look', annotationId, itemId: flag.id } as const;
  const draft: Draft = { ...key, base: null, values: { note }, state: 'writing', message: null };
  if (note === '') draftsOf(userId).remove(key);
  else draftsOf(userId).write(draft, articleId);
}
