import type { Route } from 'next';
import { type ArticleProgress, articleProgresses } from '@/lib/domain/lists';

/** What the list of articles shows; it lives in the address. */
export type ArticlesView = { readonly search: string; readonly progress: ArticleProgress | undefined };

/** The view that an address asks for; what it names wrongly is left out. */
export function parseArticlesView(
  params: Readonly<Record<string, string | string[] | undefined>>,
): ArticlesView {
  const { search, progress } = params;
  return {
    search: typeof search === 'string' ? search.slice(0, 200) : '',
    progress: articleProgresses.find((name) => name === progress),
  };
}

/** The query of a view, with a cursor where one is given; empty for the whole list. */
export function articlesQuery({ search, progress }: ArticlesView, cursor?: string): string {
  const params = new URLSearchParams();
  if (search.trim() !== '') params.set('search', search.trim());
  if (progress !== undefined) params.set('progress', progress);
  if (cursor !== undefined) params.set('cursor', cursor);
  return params.toString();
}

/** The address of a view of the list. */
export function articlesAddress(view: ArticlesView): Route {
  const query = articlesQuery(view);
  return query === '' ? '/articles' : `/articles?${query}`;
}
