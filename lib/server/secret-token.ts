import 'server-only';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits that fits into an address. It is shown once; only `hashSecret` of it is kept. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret token. A plain SHA-256 is enough: 256 random bits cannot be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two secrets are equal, in a time that does not tell how much of them is. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(expected)));
}
