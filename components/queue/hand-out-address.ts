import type { Route } from 'next';

/** Asks the queue of one article to open the splitting of its claims at once. */
export const handOutParam = 'hand-out';

/** Where the open claims of an article are handed out. */
export function handOutAddress(articleId: string): Route {
  return `/queue?split=unassigned&article=${articleId}&${handOutParam}=1` as Route; // a page of ours with its query
}
