import type { Route } from 'next';
import { type QueueSplit, queueSplits } from '@/lib/domain/lists';

/** The part of the queue that an address asks for; the open flags unless it names another. */
export function parseQueueSplit(params: Readonly<Record<string, string | string[] | undefined>>): QueueSplit {
  return queueSplits.find((name) => name === params.split) ?? 'open';
}

/** The address of a part of the queue, with one of its annotations open. */
export function queueAddress(split: QueueSplit, annotationId?: string): Route {
  const params = new URLSearchParams();
  if (split !== 'open') params.set('split', split);
  if (annotationId !== undefined) params.set('annotation', annotationId);
  const query = params.toString();
  return query === '' ? '/queue' : `/queue?${query}`;
}

/** Where the passage of a queue item stands in its article, with the way back to this part of the queue. */
export function passageAddress(articleId: string, annotationId: string, split: QueueSplit): Route {
  const part = split === 'open' ? '' : `&split=${split}`;
  // Typed routes know a parameter in an address only where the address is used, not in what a function gives back.
  return `/articles/${articleId}?annotation=${annotationId}&from=queue${part}` as Route;
}
