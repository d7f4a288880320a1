import 'server-only';
import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/lists';

/** Which page of a list: where it begins, absent for the first, and how many items it has, 50 unless said. */
export type PageQuery = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

/** A place in a list that is ordered by a time and then by id. */
export const timePlaceSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The place where the next page of a list begins, as an opaque word for addresses. */
export function toCursor(place: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor back; absent stays absent. Throws INVALID when it is not one of this list. */
export function fromCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  const place = schema.safeParse(readJson(cursor));
  if (!place.success) throw unknownPage();
  return place.data;
}

/** How many items a page has: as many as asked for, at least 1 and at most 500. Doors let less through. */
export function pageSize(limit: number | undefined): number {
  return Math.min(mostOnPage, Math.max(1, Math.trunc(limit ?? 50)));
}

/** As many items as one page of anything has at most: what a screen that shows a list whole asks for. */
export const mostOnPage = 500;

/** A page of `size` out of rows of which one more was read than it has; `placeOf` is where a row stands in the order. */
export async function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  {
    present,
    placeOf,
  }: {
    readonly present: (rows: readonly Row[]) => readonly Item[] | Promise<readonly Item[]>;
    readonly placeOf: (row: Row) => readonly (string | number | boolean | null)[];
  },
): Promise<Page<Item>> {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    items: await present(page),
    next: rows.length > size && last !== undefined ? toCursor(placeOf(last)) : null,
  };
}

/**
 * A page of a list that is read whole because it is short by law; `keyOf` tells its items apart. Throws INVALID when the
 * item behind which it begins is not there any more.
 */
export function cutPage<Item>(
  items: readonly Item[],
  { cursor, limit }: PageQuery,
  keyOf: (item: Item, index: number) => string,
): Page<Item> {
  const after = fromCursor(z.tuple([z.string()]), cursor);
  const begin =
    after === undefined ? 0 : items.findIndex((item, index) => keyOf(item, index) === after[0]) + 1;
  if (after !== undefined && begin === 0) throw unknownPage();
  const end = begin + pageSize(limit);
  const last = items[end - 1];
  return {
    items: items.slice(begin, end),
    next: items.length > end && last !== undefined ? toCursor([keyOf(last, end - 1)]) : null,
  };
}

const unknownPage = () =>
  new DomainError('INVALID', 'This page of the list is not known. Begin again at the first page.');

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // not a cursor: the schema refuses it
  }
}
