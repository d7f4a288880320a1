import 'server-only';
import type { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';

/** The place where the next page of a list begins, as an opaque word for addresses. */
export function toCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor back; absent stays absent. Throws INVALID when it is not one of this list. */
export function fromCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  const place = schema.safeParse(readJson(cursor));
  if (!place.success) {
    throw new DomainError('INVALID', 'This page of the list is not known. Begin again at the first page.');
  }
  return place.data;
}

/** How many items a page has: as many as asked for, at least 1 and at most 100. */
export function pageSize(limit: number | undefined): number {
  return Math.min(100, Math.max(1, Math.trunc(limit ?? 50)));
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // not a cursor: the schema refuses it
  }
}
