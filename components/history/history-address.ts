import type { Route } from 'next';
import type { HistoryQuery } from '@/lib/domain/history';

/** The address of a part of an article's history. */
export function historyAddress(articleId: string, query: HistoryQuery = {}): Route {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const words = params.toString();
  return `/articles/${articleId}/history${words === '' ? '' : `?${words}`}` as Route; // a page of ours with its query
}

/** The address of the article as it was after one event. */
export function pastAddress(articleId: string, seq: number): Route {
  return `/articles/${articleId}/history/${seq}` as Route; // a page of ours
}

/** The address of an annotation's card in the workbench. */
export function cardAddress(articleId: string, annotationId: string): Route {
  return `/articles/${articleId}?annotation=${annotationId}` as Route; // a page of ours with its query
}

/** The address of an article's workbench. */
export function articleAddress(articleId: string): Route {
  return `/articles/${articleId}` as Route; // a page of ours
}
