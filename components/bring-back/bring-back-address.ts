import type { Route } from 'next';

/** The address of the page on which files come back onto an article. */
export function bringBackAddress(articleId: string): Route {
  return `/articles/${articleId}/bring-back` as Route; // a page of ours
}
