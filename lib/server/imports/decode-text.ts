import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { emptySource, refuseLargeSource, refuseStackedAccents } from './limits';

/**
 * The text of a source in normal form: no byte order mark, line feeds only, NFC, whole characters.
 * Bytes may be UTF-8, or UTF-16 with a byte order mark. Throws TOO_LARGE above 5 MB, INVALID for what is not text.
 */
export function decodeText(content: string | Uint8Array): string {
  refuseLargeSource(typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength);
  if (content.length === 0) throw emptySource();
  const raw = typeof content === 'string' ? content : decodeBytes(content);
  if (raw.includes('\0')) throw notText();
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(halfCharacter, '\ufffd');
  refuseStackedAccents(text);
  return text.normalize('NFC');
}

/** Half of a surrogate pair without the other half, as a cut-off clipboard leaves it. */
const halfCharacter = /\p{Surrogate}/gu;

function decodeBytes(bytes: Uint8Array): string {
  const kind = kinds.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined) throw notText(kind.name);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    // The decoder says only that it failed; which of the two it was decides the sentence.
    if (bytes.includes(0)) throw notText();
    throw new DomainError(
      'INVALID',
      'This file is not encoded as UTF-8, so letters would come in wrong. Save it as UTF-8 or paste its text.',
    );
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function notText(kind?: string): DomainError {
  const seen = kind === undefined ? '' : ` It is ${kind}.`;
  return new DomainError(
    'INVALID',
    `This file is not text.${seen} Paste its text or save it as a plain text file.`,
  );
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** How files that are often taken for text begin. */
const kinds: readonly { readonly magic: readonly number[]; readonly name: string }[] = [
  { magic: ascii('PK\u0003\u0004'), name: 'a Word document or another packed file' },
  { magic: ascii('PK\u0005\u0006'), name: 'an empty packed file' },
  { magic: ascii('%PDF'), name: 'a PDF' },
  { magic: ascii('{\\rtf'), name: 'a rich text (RTF) document' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word document' },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'a picture' },
  { magic: [0xff, 0xd8, 0xff], name: 'a picture' },
  { magic: ascii('GIF8'), name: 'a picture' },
  { magic: ascii('RIFF'), name: 'a picture or a recording' },
  { magic: [0x1f, 0x8b], name: 'a packed file' },
  { magic: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
];
