import 'server-only';
import { createHash } from 'node:crypto';

/**
 * A UUID that the same words always give again (RFC 9562, version 8 over SHA-256): for ids that a retry must name
 * again without anybody having kept them.
 */
export function derivedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
