import type { Route } from 'next';
import { type HistoryQuery, historyKinds } from '@/lib/domain/history';
import { idSchema } from '@/lib/domain/ids';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The part of the history that an address asks for; what it names wrongly is left out. */
export function parseHistoryQuery({ person, kind, annotation, before }: Params): HistoryQuery {
  const seq = Number(before);
  return {
    person: idSchema.safeParse(person).data,
    kind: historyKinds.find((name) => name === kind),
    annotation: idSchema.safeParse(annotation).data,
    before: typeof before === 'string' && Number.isInteger(seq) && seq > 0 && seq < 2 ** 31 ? seq : undefined,
  };
}

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
