import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { type FileType, fileEndings, fileTypes, maxFileBytes } from '@/lib/domain/evidence-file';

/** What a file is, by its first bytes and its ending, which must agree. Throws INVALID or TOO_LARGE with a sentence. */
export function typeOfFile(name: string, bytes: Uint8Array): FileType {
  if (bytes.length === 0) throw new DomainError('INVALID', 'This file is empty.');
  if (bytes.length > maxFileBytes)
    throw new DomainError(
      'TOO_LARGE',
      'This file is larger than 25 MB. Attach a part of it, or give its address.',
    );
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = fileTypes.find((type) => fileEndings[type].some((known) => known === ending));
  if (named === undefined)
    throw new DomainError(
      'INVALID',
      'Only pictures (PNG, JPEG, WebP, GIF), PDF and sound (MP3, M4A, OGG, WAV) can be attached.',
    );
  if (!beginsAs[named](Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64))))
    throw new DomainError(
      'INVALID',
      `This file is called .${ending}, but what is in it is something else. Save it again in the program that it comes from.`,
    );
  return named;
}

const words = (head: Buffer, from: number, length: number): string =>
  head.toString('latin1', from, from + length);

/** The magic numbers: PNG (RFC 2083), JPEG (ITU T.81), GIF 87a/89a, RIFF, PDF (ISO 32000), Ogg (RFC 3533), ISO 14496-12. */
const beginsAs: Readonly<Record<FileType, (head: Buffer) => boolean>> = {
  'image/png': (head) => words(head, 0, 8) === '\x89PNG\r\n\x1a\n',
  'image/jpeg': (head) => words(head, 0, 3) === '\xff\xd8\xff',
  'image/webp': (head) => words(head, 0, 4) === 'RIFF' && words(head, 8, 4) === 'WEBP',
  'image/gif': (head) => /^GIF8[79]a$/.test(words(head, 0, 6)),
  'application/pdf': (head) => words(head, 0, 5) === '%PDF-',
  'audio/mpeg': (head) => words(head, 0, 3) === 'ID3' || isMpegFrame(head),
  'audio/mp4': (head) => words(head, 4, 4) === 'ftyp' && /^(M4A|M4B|mp4|isom|iso)/.test(words(head, 8, 4)),
  'audio/ogg': (head) => words(head, 0, 4) === 'OggS',
  'audio/wav': (head) => words(head, 0, 4) === 'RIFF' && words(head, 8, 4) === 'WAVE',
};

/** An MPEG audio frame: eleven set bits, then a version and a layer that are not the reserved ones. */
function isMpegFrame(head: Buffer): boolean {
  const [first = 0, second = 0] = head;
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
}
