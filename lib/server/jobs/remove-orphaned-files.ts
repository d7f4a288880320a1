import 'server-only';
import { rm } from 'node:fs/promises';
import { db } from '@/lib/db/client';
import { findWrittenBefore, type StoredAs } from '../files/file-store';
import { removeIfUnused } from '../files/upload-file';

/** How long a file is kept that no evidence names: so long can an upload be used, or its removal be undone. */
const hoursUntilRemoved = 24;
/** How long a file may be written without a word: exports have ten minutes. */
const hoursUntilBroken = 1;

/**
 * Removes files that were uploaded and never used, or taken from their evidence, more than a day ago, and what writes
 * left on the disk that broke more than an hour ago. Returns how many files went.
 */
export async function removeOrphanedFiles(now: Date): Promise<number> {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
  const before = hoursAgo(hoursUntilRemoved);
  const gone = await db.$queryRaw<StoredAs[]>`
    DELETE FROM "StoredFile" WHERE "id" IN (
      SELECT f."id" FROM "StoredFile" f
      WHERE f."releasedAt" < ${before} AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = f."id")
      ORDER BY f."releasedAt" LIMIT 1000 FOR UPDATE SKIP LOCKED)
    RETURNING "teamId", "sha256"`;
  const { files, parts } = await findWrittenBefore(before, hoursAgo(hoursUntilBroken));
  for (const part of parts) await rm(part, { force: true });
  let removed = 0;
  for (const file of [...gone, ...(await findUnnamed(files))]) if (await removeIfUnused(file)) removed += 1;
  return removed;
}

/** Those of the files on the disk that no row names. */
async function findUnnamed(files: readonly StoredAs[]): Promise<readonly StoredAs[]> {
  if (files.length === 0) return [];
  return db.$queryRaw<StoredAs[]>`
    SELECT d."teamId", d."sha256"
    FROM unnest(${files.map(({ teamId }) => teamId)}::uuid[], ${files.map(({ sha256 }) => sha256)}::text[])
      AS d("teamId", "sha256")
    WHERE NOT EXISTS (
      SELECT FROM "StoredFile" f WHERE f."teamId" = d."teamId" AND f."sha256" = d."sha256")
      AND NOT EXISTS (SELECT FROM "Export" x WHERE x."teamId" = d."teamId" AND x."sha256" = d."sha256")`;
}
