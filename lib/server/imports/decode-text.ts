import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { findCharset } from './charset';
import { emptySource, refuseLargeSource, refuseStackedAccents } from './limits';

/** A text in normal form; `guess` names its encoding where that was only guessed. */
export type DecodedText = { readonly text: string; readonly guess?: string };

/**
 * The text of a source in normal form: no byte order mark, line feeds only, NFC, whole characters. `charset` is what a
 * server said of it; HTML may say it itself. Throws TOO_LARGE above 5 MB, INVALID for what is not text.
 */
export function decodeText(
  content: string | Uint8Array,
  { charset, format }: { readonly charset?: string | undefined; readonly format?: string | undefined } = {},
): DecodedText {
  refuseLargeSource(typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength);
  if (content.length === 0) throw emptySource();
  const { raw, ...rest } =
    typeof content === 'string' ? { raw: content } : decodeBytes(content, charset, format === 'html');
  if (raw.includes('\0')) throw notText();
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(halfCharacter, '\ufffd');
  refuseStackedAccents(text);
  return { text: text.normalize('NFC'), ...rest };
}

/** Half of a surrogate pair without the other half, as a cut-off clipboard leaves it. */
const halfCharacter = /\p{Surrogate}/gu;

function decodeBytes(bytes: Uint8Array, said: string | undefined, isHtml: boolean) {
  const kind = kinds.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined) throw notText(kind.name);
  const { name, isGuess } = findCharset(bytes, [said, isHtml ? declaredIn(bytes) : undefined]);
  // Zeros and other control characters stand in no text of one byte for each letter.
  if (isGuess && !name.startsWith('utf-16') && controls(bytes) > bytes.length / 200) throw notText();
  try {
    const raw = new TextDecoder(name, { fatal: true }).decode(bytes);
    return isGuess ? { raw, guess: encodingName(name) } : { raw };
  } catch {
    // Only a byte order mark goes before what the bytes allow.
    throw new DomainError(
      'INVALID',
      `This file is damaged: it says that it is ${encodingName(name)}, and it is not. Save it anew or paste its text.`,
    );
  }
}

function controls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte < 9 || (byte > 13 && byte < 27) ? count + 1 : count), 0);
}

/** What a page says of its own encoding in its first kilobytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

const encodingName = (name: string): string =>
  name === 'shift_jis' ? 'Shift-JIS' : name.toUpperCase().replace('WINDOWS', 'Windows');

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
