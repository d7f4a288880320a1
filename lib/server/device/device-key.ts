import 'server-only';
import { hkdfSync } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { authSecret } from '../env';

/** Whose key it is, and the 32 bytes in base64. */
export type DeviceKey = { readonly userId: string; readonly key: string };

/**
 * The key under which a browser keeps a person's unsent work: derived by HKDF (RFC 5869) from the instance's secret and
 * the person, so that it is the same after each sign-in and stored nowhere. A program with a bearer token has no browser
 * to keep anything in and is refused (FORBIDDEN).
 */
export function deviceKeyOf(actor: Actor, isBrowser: boolean): DeviceKey {
  ensureCan(actor, 'article.read');
  if (!isBrowser) throw new DomainError('FORBIDDEN', 'This key is for a browser that is signed in.');
  const key = Buffer.from(hkdfSync('sha256', authSecret(), actor.userId, 'galley device store', 32));
  return { userId: actor.userId, key: key.toString('base64') };
}
