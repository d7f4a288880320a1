import type { Annotation } from '../annotation';
import type { Revision } from '../article';
import { DomainError, notFound } from '../errors';
import type { Given } from './decide';

/** The annotation that the command names. Throws NOT_FOUND. */
export function named(given: Given): Annotation {
  if (given.annotation === undefined) throw notFound('annotation');
  return given.annotation;
}

/** The deleted thing that a restore names. Throws NOT_FOUND. */
export function removedThing<T>(removed: T | undefined, thing: string): T {
  if (removed === undefined) throw notFound(thing);
  return removed;
}

/** One of a list of parts. Throws NOT_FOUND. */
export function part<T extends { readonly id: string }>(list: readonly T[], id: string, thing: string): T {
  const found = list.find((item) => item.id === id);
  if (found === undefined) throw notFound(thing);
  return found;
}

/** Compare-and-set: refuses with STALE and the present value unless the sender saw the present version. */
export function ensureVersion(seen: number, current: { readonly version: number }, thing: string): void {
  if (seen !== current.version) {
    throw new DomainError(
      'STALE',
      `${thing} was changed by someone else meanwhile. Your text is kept; look at the new one first.`,
      { current },
    );
  }
}

/** Refuses with STALE what was meant for another revision than the present one. */
export function ensureRevision(seen: string, current: Pick<Revision, 'id'>): void {
  if (seen !== current.id) {
    throw new DomainError(
      'STALE',
      'The article has a newer revision. Reload it, then mark the passage again.',
      {
        current: { revisionId: current.id },
      },
    );
  }
}

/** The wished fields that differ from the present ones, new and old; fields left out of the wish stay. */
export function difference<T extends object, K extends keyof T>(
  present: T,
  wish: { readonly [P in K]?: T[P] | undefined },
): { changes: Partial<Pick<T, K>>; before: Partial<Pick<T, K>> } {
  const changes: Partial<Pick<T, K>> = {};
  const before: Partial<Pick<T, K>> = {};
  for (const key of Object.keys(wish) as K[]) {
    // the wish's own keys, which its type names
    const wished = wish[key];
    if (wished === undefined || JSON.stringify(wished) === JSON.stringify(present[key])) continue;
    changes[key] = wished;
    before[key] = present[key];
  }
  return { changes, before };
}
