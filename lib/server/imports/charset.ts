import 'server-only';
import { analyse } from 'chardet';

/** The encoding of a text, as TextDecoder names it; `isGuess` where nothing but the bytes themselves speaks for it. */
export type Charset = { readonly name: string; readonly isGuess: boolean };

/**
 * Finds the encoding of a text: by its byte order mark, as UTF-8 where the bytes are exactly that, as it was declared
 * where the bytes allow it, else by the frequencies of its bytes. A declaration of one byte for each letter gives way
 * to bytes that speak clearly for Chinese, Japanese or Korean. `declared` may be any label; nonsense counts as none.
 */
export function findCharset(bytes: Uint8Array, declared: readonly (string | undefined)[]): Charset {
  const marked = markOf(bytes);
  if (marked !== undefined) return { name: marked, isGuess: false };
  if (decodes(bytes, 'utf-8') && !bytes.includes(shiftSign)) return { name: 'utf-8', isGuess: false };
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return { name: wide, isGuess: true };
  const names = declared.flatMap((label) => nameOf(label) ?? []);
  const said = names.find((name) => decodes(bytes, name));
  const guessed = guess(bytes);
  if (said === undefined) return { name: guessed?.name ?? 'windows-1252', isGuess: true };
  const isOverruled =
    guessed !== undefined && isMultiByte(guessed.name) && !isMultiByte(said) && guessed.confidence >= 90;
  return isOverruled ? { name: guessed.name, isGuess: true } : { name: said, isGuess: false };
}

/** Begins the shifts of ISO-2022-JP, whose bytes are all ASCII. */
const shiftSign = 0x1b;

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** UTF-16 without a mark: in most scripts every second byte of its spaces and line feeds, at least, is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length < 20 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length / 2;
  if (odd > most * 0.1 && even === 0) return 'utf-16le';
  return even > most * 0.1 && odd === 0 ? 'utf-16be' : undefined;
}

const sampleBytes = 256 * 1024;

function guess(bytes: Uint8Array): { readonly name: string; readonly confidence: number } | undefined {
  for (const { name: label, confidence } of analyse(bytes.subarray(0, sampleBytes))) {
    const name = nameOf(label);
    if (name !== undefined && name !== 'utf-8' && decodes(bytes, name)) return { name, confidence };
  }
  return undefined;
}

const isMultiByte = (name: string): boolean => /^(shift_jis|gb|big5|euc|iso-2022)/.test(name);

function nameOf(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    // Pages declare anything; what no decoder knows says nothing.
    return undefined;
  }
}

function decodes(bytes: Uint8Array, name: string): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder says only that it failed, which is the answer.
    return false;
  }
}
