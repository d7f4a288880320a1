import 'server-only';
import { DomainError } from '@/lib/domain/errors';

/**
 * Refuses text that Postgres cannot hold: the character NUL and halves of characters (lone surrogates), which would
 * otherwise be changed silently or fail late. Looks into every string of a plain value. Throws INVALID.
 */
export function ensureStorable(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
      throw new DomainError('INVALID', 'The text holds a broken character that cannot be stored. Remove it.');
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) ensureStorable(part);
  }
}
