'use client';

import { useEffect, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import { findLeftBehind, type LeftBehind } from '@/lib/domain/left-behind';
import { askServer } from '../../articles/ask-server';
import { factsOf } from './use-facts';
import { whenIdle } from './when-idle';

/** What a revision left behind, once the text before it is there. */
export type LeftBehindState = readonly LeftBehind[] | 'reading' | 'failed';

/** By revision: neither it nor the one before ever changes. */
const found = new WeakMap<Revision, readonly LeftBehind[]>();

/** What a revision says otherwise than the one before it in one place, and as before in others. A first revision: nothing. */
export function useLeftBehind(
  articleId: string,
  revision: Revision,
  language: string | null,
): LeftBehindState {
  const [, setAnswered] = useState<Revision | null>(null);
  const [failed, setFailed] = useState<Revision | null>(null);
  const isKnown = found.has(revision) || revision.number === 1;
  useEffect(() => {
    if (isKnown) return;
    const abort = new AbortController();
    fetchLeftBehind(articleId, revision, language, abort.signal).then(
      () => setAnswered(revision),
      () => {
        if (!abort.signal.aborted) setFailed(revision);
      },
    );
    return () => abort.abort();
  }, [articleId, revision, language, isKnown]);
  return found.get(revision) ?? (isKnown ? none : failed === revision ? 'failed' : 'reading');
}

const none: readonly LeftBehind[] = [];

async function fetchLeftBehind(
  articleId: string,
  revision: Revision,
  language: string | null,
  signal: AbortSignal,
): Promise<void> {
  const path = `/api/articles/${articleId}/revisions/${revision.number - 1}`;
  // our own door made this revision; its shape is the door's contract
  const before = (await askServer(path, { signal })) as Revision;
  await new Promise<void>((done) => whenIdle(done));
  const old = { text: before.text, facts: factsOf(before, language) };
  found.set(
    revision,
    findLeftBehind(old, { text: revision.text, facts: factsOf(revision, language) }, language),
  );
}
