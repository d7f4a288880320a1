import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { objectionToPassword } from './password-rules';

/** Throws INVALID, for the field `password`, when the password must not be used; `about` holds what it must not be made of. */
export function ensureGoodPassword(password: string, about: readonly string[]): void {
  const objection = objectionToPassword(password, about);
  if (objection !== undefined) throw new DomainError('INVALID', objection, { field: 'password' });
}
