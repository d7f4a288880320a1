'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import type { ArticleEvent } from '@/lib/domain/events';
import { appendedRevision, type RevisedBody, revising } from '@/lib/domain/revised';
import type { Memory } from '@/lib/workbench/memory';
import { askServer } from '../../articles/ask-server';
import { newText as words } from '../../messages/new-text';
import { useToast } from '../../ui/Toast';
import type { Pane } from '../pane';
import { useLatest } from '../use-latest';
import type { Reading } from '../use-reading';
import { showInPlace } from './show-in-place';

type NewTextProps = {
  readonly event: ArticleEvent & { readonly body: RevisedBody };
  readonly revision: Revision;
  readonly pane: Pane;
  readonly reading: Reading;
  readonly store: Pick<Memory['store'], 'receive' | 'settleHeld'>;
  readonly speak: (text: string) => void;
  /** The reader has asked for it. */
  readonly isWanted: boolean;
};

/**
 * Takes in new text under the eyes of a reader: an addition at once, because it moves nothing; any other when the
 * reader asks. What is read stays where it is on the screen; drafts and cards are not touched.
 */
export function NewText({ event, revision, pane, reading, store, speak, isWanted }: NewTextProps) {
  const { articleId, body, at } = event;
  const [next, setNext] = useState<Revision | undefined>(() => appendedRevision(revision, body, at));
  const { show } = useToast();
  const { number } = body.revision;

  const fetchText = useCallback(
    async (signal: AbortSignal): Promise<void> => {
      // Our own door made this revision; its shape is the door's contract.
      const found = await askServer(`/api/articles/${articleId}/revisions/${number}`, { signal });
      setNext(found as Revision);
    },
    [articleId, number],
  );
  const isThere = next !== undefined;
  useEffect(() => {
    if (isThere) return;
    const abort = new AbortController();
    fetchText(abort.signal).catch(() => {
      if (isWanted && !abort.signal.aborted) show({ message: words.failed });
    });
    return () => abort.abort();
  }, [isThere, isWanted, fetchText, show]);

  const take = useLatest((revised: Revision) => {
    showInPlace(pane, reading, revised, body.shifts);
    store.receive([], revising(revised));
    if (body.added === undefined) {
      store.settleHeld();
      speak(words.shown(number, body.drift));
    } else speak(words.added(revised.text.slice(revision.text.length).trim()));
  });
  const isTaken = useRef(false);
  const isDue = isWanted || body.added !== undefined;
  useEffect(() => {
    if (next === undefined || !isDue || isTaken.current) return;
    isTaken.current = true;
    take(next);
  }, [next, isDue, take]);
  return null;
}
