'use client';

import { useEffect, useState } from 'react';
import type { Page } from '@/lib/domain/lists';
import type { Person } from '@/lib/domain/team';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';

type FoundArticle = { readonly id: string; readonly title: string };
type Found = {
  readonly articles: readonly FoundArticle[];
  readonly people: readonly Person[];
  readonly failure: string | undefined;
};

const nothing: Found = { articles: [], people: [], failure: undefined };
const waitMs = 120;
const most = 8;

/** The articles and people that some words find on the server, shortly after the last letter; without words the
 * articles that changed last. What an earlier word found stays until the next answer. */
export function useFound(query: string): Found & { readonly isSearching: boolean } {
  const search = query.trim();
  const [found, setFound] = useState<Found>(nothing);
  const [answered, setAnswered] = useState<string>();

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(
      () =>
        void look(search, controller.signal).then((answer) => {
          if (controller.signal.aborted) return;
          setFound(answer);
          setAnswered(search);
        }),
      search === '' ? 0 : waitMs,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search]);

  return { ...found, isSearching: answered !== search };
}

async function look(search: string, signal: AbortSignal): Promise<Found> {
  const ask = (path: string) =>
    askServer(`${path}search=${encodeURIComponent(search)}&limit=${most}`, { signal });
  try {
    const [articles, people] = await Promise.all([
      ask('/api/articles?'),
      search === '' ? { items: [] } : ask('/api/people?'),
    ]);
    // Our own doors made these pages; their shape is the doors' contract.
    return {
      articles: (articles as Page<FoundArticle>).items,
      people: (people as Page<Person>).items,
      failure: undefined,
    };
  } catch (error) {
    return { ...nothing, failure: error instanceof Error ? error.message : articlesWords.noAnswer };
  }
}
