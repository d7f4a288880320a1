import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { decrypt, encrypt } from './backup-cipher';
import { type Frame, readFrames, writeFrames } from './backup-frames';
import { CommandError } from './command';
import { loadSecrets, readSetting } from './secrets';

/** Writes a backup whole or not at all. Throws CommandError when the file exists. */
export async function writeBackupFile(
  file: string,
  passphrase: string,
  frames: AsyncIterable<Frame>,
): Promise<void> {
  if (existsSync(file))
    throw new CommandError(`${file} exists already. Name a new file, so that no backup is lost.`);
  const part = `${file}.part`;
  try {
    const packed = Readable.from(writeFrames(frames)).pipe(createGzip({ level: 6 }));
    await pipeline(encrypt(packed, passphrase), createWriteStream(part, { mode: 0o600 }));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The frames of a backup. Throws CommandError when the file is missing, damaged or locked with something else. */
export async function* readBackupFile(file: string, passphrase: string): AsyncGenerator<Frame> {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  yield* readFrames(unpacked(decrypt(createReadStream(file), passphrase)));
}

/** The passphrase from GALLEY_BACKUP_PASSPHRASE, else this installation's own key; and which of the two it is. */
export function backupPassphrase(): { readonly passphrase: string; readonly isOwnKey: boolean } {
  const given = readSetting('GALLEY_BACKUP_PASSPHRASE');
  if (given === undefined) return { passphrase: loadSecrets().backupKey, isOwnKey: true };
  if (given.length >= 12) return { passphrase: given, isOwnKey: false };
  throw new CommandError('GALLEY_BACKUP_PASSPHRASE needs at least 12 characters.');
}

/** Errors of the source must come out here as they are: a plain pipe would leave the reader waiting. */
async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = pipeline(packed, gunzip);
  feeding.catch(() => undefined); // reported below, once the reader has noticed
  try {
    for await (const bytes of gunzip) yield bytes;
  } finally {
    await feeding;
  }
}
