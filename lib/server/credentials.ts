import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { objectionToPassword } from './password-rules';

/** Throws INVALID, for the field `password`, when the password must not be used; arguments as for `objectionToPassword`. */
export function ensureGoodPassword(
  password: string,
  about: readonly string[],
  options: { readonly besideFactor?: boolean } = {},
): void {
  const objection = objectionToPassword(password, about, options);
  if (objection !== undefined) throw new DomainError('INVALID', objection, { field: 'password' });
}
