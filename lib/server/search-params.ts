import 'server-only';

/** A page's query as Next gives it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** A value that is meant to be there once: the first of several, undefined when there is none. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
