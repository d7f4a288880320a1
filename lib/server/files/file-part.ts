import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { env } from '../env';

/** A file that is written whole and nobody knows yet: it is kept under its own name, sent once, or removed. */
export type FilePart = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Where the files of a team lie. */
export const folderOf = (teamId: string): string => join(env.GALLEY_FILES, teamId);

/**
 * Writes pieces to the disk as they come; no more of them is held than one. Whatever fails, also one of the pieces,
 * leaves nothing. What a process left that died is cleared away within the hour.
 */
export async function writePart(
  teamId: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<FilePart> {
  const path = join(folderOf(teamId), `${randomUUID()}.part`);
  await mkdir(folderOf(teamId), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of pieces) {
        await file.writeFile(piece);
        hash.update(piece);
        bytes += piece.length;
      }
      return { path, bytes, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** The bytes of a part for one reader. It has no name any more from now on, and is gone when they are read or given up. */
export async function readPartOnce({ path }: FilePart): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path);
  await rm(path, { force: true });
  return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>; // Node's own web stream
}

/** Removes a part; one that was kept or sent is no failure. */
export async function removePart({ path }: FilePart): Promise<void> {
  await rm(path, { force: true });
}
