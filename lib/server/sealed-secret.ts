import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { authSecret } from './env';

const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a short secret for the database with AES-256-GCM, under a key derived from the instance's secret by HKDF.
 * It opens only for the same `owner` (an id), so that it is worth nothing in another's row.
 */
export function sealSecret(secret: string, owner: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What `sealSecret` locked for `owner`; undefined when it was changed, is another's, or the instance's secret is a new one. */
export function openSecret(sealed: string, owner: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, ivBytes), options)
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const secret = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return secret.toString('utf8');
  } catch {
    // The one thing that fails here is the proof that these bytes were sealed with this key for this owner.
    return undefined;
  }
}

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret(), '', 'galley second factor', 32));
}
