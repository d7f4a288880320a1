'use client';

import { useEffect, useState } from 'react';
import type { Page } from '@/lib/domain/lists';
import type { SourceListItem } from '@/lib/domain/source';
import { askServer } from '../articles/ask-server';

const none: readonly SourceListItem[] = [];
const fewestLetters = 2;

/** Sources of the library that match what is typed, a moment after the last key; none while nothing is wanted. */
export function useSourceSuggestions(typed: string | null): readonly SourceListItem[] {
  const [found, setFound] = useState(none);
  const search = typed?.trim() ?? '';
  const isWanted = search.length >= fewestLetters;

  useEffect(() => {
    if (!isWanted) return setFound(none);
    const stop = new AbortController();
    const query = new URLSearchParams({ search: search.slice(0, 200), limit: '6' });
    const timer = setTimeout(() => {
      askServer(`/api/sources?${query}`, { signal: stop.signal })
        // Our own door made this page; its shape is the door's contract.
        .then((page) => setFound((page as Page<SourceListItem>).items))
        // Without an answer nothing is suggested, and the title is typed as ever.
        .catch(() => {
          if (!stop.signal.aborted) setFound(none);
        });
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [search, isWanted]);

  return found;
}
