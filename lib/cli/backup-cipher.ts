import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { CommandError } from './command';

/*
 * A backup file: magic, salt, then chunks of AES-256-GCM. Each chunk's nonce counts up and says whether it is the
 * last one, so that chunks can be neither reordered nor cut off unseen (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015).
 */
const MAGIC = Buffer.from('GALLEY-BACKUP-1\n');
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 1 << 16;

/** Encrypts a stream of bytes under a passphrase of any length. */
export async function* encrypt(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const key = deriveKey(passphrase, salt);
  yield Buffer.concat([MAGIC, salt]);
  let index = 0;
  for await (const { bytes, isLast } of inPieces(plain, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/**
 * Decrypts what `encrypt` made. Throws CommandError when the file is no backup, is damaged or cut off, or the
 * passphrase is another one; what came out before that must then not be used.
 */
export async function* decrypt(sealed: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const head = MAGIC.length + SALT_BYTES;
  let key: Buffer | undefined;
  let index = 0;
  for await (const { bytes, isLast } of inPieces(sealed, CHUNK_BYTES + TAG_BYTES, head)) {
    if (key === undefined) {
      key = deriveKey(passphrase, readSalt(bytes));
      if (isLast) throw damaged();
      continue;
    }
    yield open(key, nonce(index, isLast), bytes);
    index += 1;
  }
}

function readSalt(head: Buffer): Buffer {
  if (head.subarray(0, MAGIC.length).equals(MAGIC)) return head.subarray(MAGIC.length);
  throw new CommandError('This file is not a backup made by Galley.');
}

function open(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function damaged(): CommandError {
  return new CommandError(
    'The backup cannot be opened: it was locked with another passphrase or key, or the file is damaged or cut off.',
  );
}

function deriveKey(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N: 1 << 16, r: 8, p: 1, maxmem: 1 << 27 });
}

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes.writeUInt8(isLast ? 1 : 0, 11);
  return bytes;
}

/** Cuts a stream into pieces of one size (the first of another, when asked); only the last may be shorter. */
async function* inPieces(
  stream: AsyncIterable<Buffer>,
  size: number,
  firstSize = size,
): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  let want = firstSize;
  for await (const bytes of stream) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length > want) {
      yield { bytes: rest.subarray(0, want), isLast: false };
      rest = rest.subarray(want);
      want = size;
    }
  }
  yield { bytes: rest, isLast: true };
}
