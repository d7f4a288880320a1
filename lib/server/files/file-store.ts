import 'server-only';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '../env';

/** A file as it lies on the disk: each team has a folder of its own, in which files are named by their SHA-256. */
export type StoredAs = { readonly teamId: string; readonly sha256: string };

const names = /^[0-9a-f]{64}$/;
const folders = /^[0-9a-f-]{36}$/;

/** Writes a file whole or not at all; one that is there already stays. */
export async function writeStored(as: StoredAs, bytes: Uint8Array): Promise<void> {
  const path = pathOf(as);
  if ((await sizeOf(as)) === bytes.length) return;
  await mkdir(join(env.GALLEY_FILES, as.teamId), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The bytes of a file from `start` to `end`, both included. */
export function readStored(as: StoredAs, range: { readonly start: number; readonly end: number }) {
  return createReadStream(pathOf(as), range);
}

/** How many bytes a file has on the disk; undefined when it is not there. */
export async function sizeOf(as: StoredAs): Promise<number | undefined> {
  return stat(pathOf(as)).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Removes a file; one that is gone already is no failure. */
export async function removeStored(as: StoredAs): Promise<void> {
  await rm(pathOf(as), { force: true });
}

/** Everything on the disk that was last written before a time, and parts of writes that never ended. */
export async function findWrittenBefore(time: Date): Promise<{
  readonly files: readonly StoredAs[];
  readonly parts: readonly string[];
}> {
  const files: StoredAs[] = [];
  const parts: string[] = [];
  for (const teamId of (await list(env.GALLEY_FILES)).filter((name) => folders.test(name))) {
    for (const name of await list(join(env.GALLEY_FILES, teamId))) {
      const path = join(env.GALLEY_FILES, teamId, name);
      const written = await stat(path).catch(() => undefined);
      if (written === undefined || written.mtime >= time) continue;
      if (names.test(name)) files.push({ teamId, sha256: name });
      else if (name.endsWith('.part')) parts.push(path);
    }
  }
  return { files, parts };
}

/** The names in a folder; none when there is no folder yet. */
function list(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

function pathOf({ teamId, sha256 }: StoredAs): string {
  // Both come from our own tables; a path is the last place where that should have to be believed.
  if (!folders.test(teamId) || !names.test(sha256)) throw new Error('This is no name of a stored file.');
  return join(env.GALLEY_FILES, teamId, sha256);
}
