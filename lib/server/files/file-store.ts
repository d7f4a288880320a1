import 'server-only';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '../env';
import { type FilePart, folderOf, removePart, writePart } from './file-part';

/** A file as it lies on the disk: each team has a folder of its own, in which files are named by their SHA-256. */
export type StoredAs = { readonly teamId: string; readonly sha256: string };

const names = /^[0-9a-f]{64}$/;
const folders = /^[0-9a-f-]{36}$/;

/** Writes a file whole or not at all; one that is there already stays. */
export async function writeStored(as: StoredAs, bytes: Uint8Array): Promise<void> {
  if ((await sizeOf(as)) === bytes.length) return;
  const part = await writePart(as.teamId, [bytes]);
  try {
    await keepPart(part, as);
  } finally {
    await removePart(part);
  }
}

/** Gives a part its name, once it is on the disk for good. */
export async function keepPart({ path }: FilePart, as: StoredAs): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(path, pathOf(as));
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

/** Files that were last written before a time, and parts of writes that never ended before another. */
export async function findWrittenBefore(
  time: Date,
  partsTime: Date,
): Promise<{ readonly files: readonly StoredAs[]; readonly parts: readonly string[] }> {
  const files: StoredAs[] = [];
  const parts: string[] = [];
  for (const teamId of (await list(env.GALLEY_FILES)).filter((name) => folders.test(name))) {
    for (const name of await list(join(env.GALLEY_FILES, teamId))) {
      const path = join(env.GALLEY_FILES, teamId, name);
      const written = await stat(path).catch(() => undefined);
      if (written === undefined) continue;
      if (names.test(name) && written.mtime < time) files.push({ teamId, sha256: name });
      if (name.endsWith('.part') && written.mtime < partsTime) parts.push(path);
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
  return join(folderOf(teamId), sha256);
}
