import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';

/**
 * A page that has kept somebody's work says whose it is, so that nobody else's name comes under it when another person
 * has signed in in the same browser meanwhile. Throws UNAUTHENTICATED then; without the header nothing is asked.
 */
export function checkPerson(request: Request, actor: Actor): void {
  ensureIsStill(request.headers.get('x-galley-person') ?? undefined, actor);
}

/** The same for what cannot send a header; absent: nothing is asked. */
export function ensureIsStill(personId: string | undefined, actor: Actor): void {
  if (personId === undefined || personId === actor.userId) return;
  throw new DomainError(
    'UNAUTHENTICATED',
    'Somebody else is signed in in this browser now. Sign in as yourself again to go on.',
  );
}
