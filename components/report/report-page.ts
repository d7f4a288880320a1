import type { Route } from 'next';

/** The page on which an article's report is put together. */
export function reportAddress(articleId: string): Route {
  return `/articles/${articleId}/report` as Route; // a page of ours
}
