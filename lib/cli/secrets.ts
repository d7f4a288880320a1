import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandError } from './command';
import { galleyDir } from './paths';

const secretsSchema = z.object({
  /** Signs the sessions. */
  nextauthSecret: z.string().min(32),
  /** Opens the set-up page while there is no account. */
  setupToken: z.string().min(32),
  /** Locks backups when no passphrase is given; 32 bytes as hex. */
  backupKey: z.string().length(64),
});

/** The secrets of this installation that nobody has to think of. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Where the generated secrets lie, readable by their owner alone. */
export const secretsFile = join(galleyDir, 'secrets.json');

/** The secrets of this installation, made at the first call. Throws CommandError when the file is damaged. */
export function loadSecrets(file = secretsFile): Secrets {
  const text = readIfPresent(file);
  if (text === undefined) return createSecrets(file);
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CommandError(
    `${file} is damaged. Put back a copy of it, or delete it: everybody then signs in again, and backups locked with its key cannot be opened any more.`,
  );
}

/**
 * A setting from the variable NAME, or from the file that NAME_FILE names; undefined when neither is set.
 * Throws CommandError when the file cannot be read.
 */
export function readSetting(name: string, environment = process.env): string | undefined {
  const direct = environment[name]?.trim();
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`]?.trim();
  if (file === undefined || file === '') return undefined;
  const text = readIfPresent(file)?.trim();
  if (text !== undefined && text !== '') return text;
  throw new CommandError(`${name}_FILE names ${file}, which is missing, unreadable or empty.`);
}

/** The value itself when it can keep a secret; throws CommandError for short ones and for placeholders. */
export function requireRealSecret(name: string, value: string): string {
  const placeholder =
    /change.?me|placeholder|example|your.?secret|replace|insert|todo|^(secret|password|x+|0+)$/i;
  if (value.length >= 32 && !placeholder.test(value) && new Set(value).size >= 8) return value;
  throw new CommandError(
    `${name} is a placeholder or too easy to guess. Leave it away and Galley makes one, or use the output of: openssl rand -base64 32`,
  );
}

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivateFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

function createSecrets(file: string): Secrets {
  const secrets: Secrets = {
    nextauthSecret: randomBytes(32).toString('base64url'),
    setupToken: randomBytes(32).toString('base64url'),
    backupKey: randomBytes(32).toString('hex'),
  };
  return writeOnce(file, `${JSON.stringify(secrets, undefined, 2)}\n`) ? secrets : loadSecrets(file);
}

/** False when another process was quicker: several that start together must have the same secrets. */
function writeOnce(file: string, text: string): boolean {
  const mine = `${file}.${process.pid}`;
  writePrivateFile(mine, text);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CommandError(
      `${file} cannot be read. Run Galley as the account that it belongs to, or give it to yours.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
