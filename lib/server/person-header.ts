import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';

/**
 * A page that has kept somebody's work says whose it is, so that nobody else's name comes under it when another person
 * has signed in in the same browser meanwhile. Throws UNAUTHENTICATED then; without the header nothing is asked.
 */
export function checkPerson(request: Request, actor: Actor): void {
  const person = request.headers.get('x-galley-person');
  if (person === null || person === actor.userId) return;
  throw new DomainError(
    'UNAUTHENTICATED',
    'Somebody else is signed in in this browser now. Sign in as yourself again to go on.',
  );
}
