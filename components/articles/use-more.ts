'use client';

import { useRef, useState } from 'react';
import type { Page } from '@/lib/domain/lists';
import { articles as articlesWords } from '../messages/articles';
import { askServer } from './ask-server';

type More<T> = {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why the next page did not come. */
  readonly failure: string | undefined;
  readonly more: () => Promise<void>;
};

/**
 * A list whose first page came with the page, and whose next ones are fetched on demand. When the server gives
 * a new first page, its lines replace the old ones and what was fetched below stays, each line once.
 */
export function useMore<T>(
  first: Page<T>,
  addressOf: (cursor: string) => string,
  idOf: (item: T) => string,
): More<T> {
  const [fetched, setFetched] = useState<Page<T>>();
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isAsked = useRef(false);
  const next = fetched === undefined ? first.next : fetched.next;
  const above = new Set(first.items.map(idOf));
  const items = [...first.items, ...(fetched?.items ?? []).filter((item) => !above.has(idOf(item)))];

  async function more() {
    if (next === null || isAsked.current) return;
    isAsked.current = true;
    setLoading(true);
    setFailure(undefined);
    try {
      // Our own door made this page; its shape is the door's contract.
      const page = (await askServer(addressOf(next))) as Page<T>;
      setFetched((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : articlesWords.noAnswer);
    } finally {
      isAsked.current = false;
      setLoading(false);
    }
  }

  return { items, hasMore: next !== null, isLoading, failure, more };
}
