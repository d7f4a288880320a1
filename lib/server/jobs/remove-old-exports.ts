import 'server-only';
import { db } from '@/lib/db/client';
import { removeIfUnused } from '../files/upload-file';

/** Removes exports whose time is over, and their files. Returns how many. */
export async function removeOldExports(now: Date): Promise<number> {
  const gone = await db.$queryRaw<{ teamId: string; sha256: string | null }[]>`
    DELETE FROM "Export" WHERE "id" IN (
      SELECT "id" FROM "Export" WHERE "expiresAt" <= ${now} ORDER BY "expiresAt", "id"
      LIMIT 1000 FOR UPDATE SKIP LOCKED)
    RETURNING "teamId", "sha256"`;
  for (const { teamId, sha256 } of gone) if (sha256 !== null) await removeIfUnused({ teamId, sha256 });
  return gone.length;
}
