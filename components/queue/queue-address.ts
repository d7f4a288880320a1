import type { Route } from 'next';
import { type QueueFilters, type QueueLook, queueLookSchema } from '@/lib/domain/queue';

/** What an address asks for; a value that is none of its kind is left out, so an old link still shows something. */
export function parseQueueLook(params: Readonly<Record<string, string | string[] | undefined>>): QueueLook {
  const asked = names.flatMap((name) => {
    const value = [params[name] ?? []].flat().at(-1);
    const read = queueLookSchema.shape[name].safeParse(value);
    return value !== undefined && read.success ? [[name, read.data]] : [];
  });
  return queueLookSchema.parse(Object.fromEntries(asked));
}

/** The filters of a look, without its part and order. */
export function filtersOf({ split: _split, sort: _sort, ...filters }: QueueLook): QueueFilters {
  return filters;
}

/** A look as the query of an address: what goes without saying is left out. */
export function lookQuery(look: QueueLook): string {
  const params = new URLSearchParams();
  for (const name of names) {
    const value = look[name];
    if (value !== undefined && value !== plain[name]) params.set(name, value);
  }
  return params.toString();
}

/** The address of a look at the queue, with one of its annotations open. */
export function queueAddress(look: QueueLook, annotationId?: string): Route {
  const params = new URLSearchParams(lookQuery(look));
  if (annotationId !== undefined) params.set('annotation', annotationId);
  const query = params.toString();
  return query === '' ? '/queue' : `/queue?${query}`;
}

/** Where the passage of a claim stands in its article, with the way back to this look at the queue. */
export function passageAddress(articleId: string, annotationId: string, look: QueueLook): Route {
  const query = lookQuery(look);
  const way = query === '' ? '' : `&look=${encodeURIComponent(query)}`;
  // Typed routes know a parameter in an address only where the address is used, not in what a function gives back.
  return `/articles/${articleId}?annotation=${annotationId}&from=queue${way}` as Route;
}

const plain: QueueLook = queueLookSchema.parse({});
const names = ['split', 'sort', 'article', 'assignee', 'priority', 'type', 'due'] as const;
