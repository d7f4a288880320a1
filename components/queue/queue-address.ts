import type { Route } from 'next';
import { type QueueSplit, queueSplits } from '@/lib/domain/lists';

/** What the review queue shows; it lives in the address. `annotationId` is the one that is open. */
export type QueueAddress = { readonly split: QueueSplit; readonly annotationId: string | undefined };

/** The part and the open annotation that an address asks for; what it names wrongly is left out. */
export function parseQueueAddress(
  params: Readonly<Record<string, string | string[] | undefined>>,
): QueueAddress {
  const { split, annotation } = params;
  return {
    split: queueSplits.find((name) => name === split) ?? 'open',
    annotationId: typeof annotation === 'string' ? annotation : undefined,
  };
}

/** The address of a part of the queue. */
export function queueAddress(split: QueueSplit, annotationId?: string): Route {
  const params = new URLSearchParams();
  if (split !== 'open') params.set('split', split);
  if (annotationId !== undefined) params.set('annotation', annotationId);
  const query = params.toString();
  return query === '' ? '/queue' : `/queue?${query}`;
}

/** Where the passage of a queue item stands in its article, with the way back. */
export function passageAddress(articleId: string, annotationId: string): Route {
  // Typed routes know a parameter in an address only where the address is used, not in what a function gives back.
  return `/articles/${articleId}?annotation=${annotationId}&from=queue` as Route;
}
