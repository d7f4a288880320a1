import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sql } from 'postgres';
import type { Frame } from './backup-frames';
import { CommandError } from './command';

/** A file of evidence or of an export by its name below the folder of files: its team's folder, then its SHA-256. */
const nameOf = (teamId: string, sha256: string): string => `${teamId}/${sha256}`;
const names = /^[0-9a-f-]{36}\/([0-9a-f]{64})$/;

/** The names of all files that the database knows, in order. */
export async function findFileNames(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ teamId: string; sha256: string }[]>`
    select "teamId", "sha256" from "StoredFile"
    union select "teamId", "sha256" from "Export" where "sha256" is not null order by 1, 2`;
  return rows.map(({ teamId, sha256 }) => nameOf(teamId, sha256));
}

/** Those of the names under which the folder holds nothing. */
export function findMissing(folder: string, fileNames: readonly string[]): readonly string[] {
  return fileNames.filter((name) => !existsSync(join(folder, name)));
}

/** A file as frames: its name, its bytes in pieces. What comes back is compared with the hash in its name. */
export async function* readFile(folder: string, name: string): AsyncGenerator<Frame> {
  yield { kind: 'file', name };
  for await (const bytes of createReadStream(join(folder, name), { highWaterMark: pieceBytes })) {
    yield { kind: 'bytes', base64: (bytes as Buffer).toString('base64') }; // no encoding was set
  }
  yield { kind: 'fileEnd' };
}

/**
 * Writes a file of a backup beside its place and puts it there when its hash is that of its name. `pieces` gives its
 * bytes. Throws CommandError for another hash or a name that leads out of the folder.
 */
export async function putBackFile(
  folder: string,
  name: string,
  pieces: AsyncIterable<string>,
): Promise<void> {
  const expected = names.exec(name)?.[1];
  if (expected === undefined)
    throw new CommandError('The backup names a file that cannot be one of Galley’s.');
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.restored.part`;
  const hash = createHash('sha256');
  const out = createWriteStream(part, { mode: 0o600 });
  try {
    for await (const base64 of pieces) {
      const bytes = Buffer.from(base64, 'base64');
      hash.update(bytes);
      if (!out.write(bytes)) await once(out, 'drain');
    }
    await new Promise<void>((resolve, reject) => {
      out.once('error', reject);
      out.end(resolve);
    });
    if (hash.digest('hex') !== expected)
      throw new CommandError(`The file ${name} did not come back as it was; the database was not changed.`);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

const pieceBytes = 1 << 20;
