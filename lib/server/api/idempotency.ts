import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { derivedId } from '../derived-id';

/**
 * The command id of a request: its `Idempotency-Key` when that is a UUID, an id derived from it, the actor and the
 * address when it is other words, a new one without the header. Throws INVALID for an empty or overlong key.
 */
export function commandIdOf(actor: Actor, request: Request): string {
  const key = request.headers.get('idempotency-key');
  if (key === null) return randomUUID();
  if (key.trim() === '' || key.length > 255) {
    throw new DomainError('INVALID', 'Idempotency-Key: give between 1 and 255 characters.');
  }
  const id = idSchema.safeParse(key.trim());
  const { pathname } = new URL(request.url);
  return id.success ? id.data : derivedId('idempotency', actor.userId, request.method, pathname, key);
}

/** The refusal for a key that belongs to an earlier request of another kind. */
export function keyUsedElsewhere(): DomainError {
  return new DomainError(
    'INVALID',
    'This Idempotency-Key was used for another change already. Use a new one.',
  );
}
