import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { decodeText } from '../imports/decode-text';

/** A file that comes back, as far as it can be told without reading it. */
export type BroughtFile = { readonly words: string };

/** The largest file that comes back, in bytes: annotations of a long article spelled out as JSON. */
export const maxBroughtBytes = 24 * 1024 * 1024;

/** Reads the bytes of a file that comes back. Throws TOO_LARGE or INVALID with a sentence. */
export function readBroughtFile(bytes: Uint8Array): BroughtFile {
  if (bytes.byteLength > maxBroughtBytes)
    throw new DomainError('TOO_LARGE', 'This file is larger than 24 MB. Bring it in in parts.');
  if (bytes.byteLength === 0) throw new DomainError('INVALID', 'This file is empty. Choose another one.');
  if (isJson(bytes)) return { words: readUtf8(bytes) };
  return { words: decodeText(bytes).text };
}

function isJson(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 1_000)));
}

function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('INVALID', 'This file is damaged: JSON is written in UTF-8, and this is not.');
  }
}
