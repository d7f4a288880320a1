import type { Route } from 'next';

/** The address of an article's list of revisions. */
export const revisionsAddress = (articleId: string, cursor?: string): Route =>
  `/articles/${articleId}/revisions${cursor === undefined ? '' : `?cursor=${cursor}`}` as Route; // a page of ours

/** The address of one revision with its annotations as they were. */
export const revisionAddress = (articleId: string, number: number): Route =>
  `/articles/${articleId}/revisions/${number}` as Route; // a page of ours

/** Where the text of an article is edited. */
export const editAddress = (articleId: string): Route => `/articles/${articleId}/edit` as Route; // a page of ours

/** Two revisions beside each other. */
export const compareAddress = (articleId: string, from: number, to: number): Route =>
  `/articles/${articleId}/compare?from=${from}&to=${to}` as Route; // a page of ours with its query
