import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import { decodeText } from '../imports/decode-text';
import { readReturnedFile } from '../imports/run-parser';

/** A file that comes back, as far as it can be told without reading it. */
export type BroughtFile = { readonly words: string } | { readonly word: ReturnedWord };

/** The largest file that comes back, in bytes: annotations of a long article spelled out as JSON. */
export const maxBroughtBytes = 24 * 1024 * 1024;

/**
 * Reads the bytes of a file that comes back; a Word document in a process that can be killed, also once `signal` says
 * so. Throws TOO_LARGE or INVALID with a sentence.
 */
export async function readBroughtFile(bytes: Uint8Array, signal?: AbortSignal): Promise<BroughtFile> {
  if (bytes.byteLength > maxBroughtBytes)
    throw new DomainError('TOO_LARGE', 'This file is larger than 24 MB. Bring it in in parts.');
  if (bytes.byteLength === 0) throw new DomainError('INVALID', 'This file is empty. Choose another one.');
  if (isWord(bytes)) {
    if (bytes.byteLength > maxWordBytes)
      throw new DomainError('TOO_LARGE', 'This Word document is larger than 10 MB. Leave its pictures out.');
    return { word: await readReturnedFile(bytes, { signal }) };
  }
  if (isJson(bytes)) return { words: readUtf8(bytes) };
  return { words: decodeText(bytes).text };
}

/** The largest Word document that comes back, in bytes, as of one that comes in. */
const maxWordBytes = 10 * 1024 * 1024;

const isWord = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PK\u0003\u0004';

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
