import 'server-only';
import type { Transaction } from '@/lib/db/client';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { writeStored } from '../files/file-store';
import { lockStored, removeIfUnused } from '../files/upload-file';

/** Keeps the bytes of a Galley file's attached files for a team, inside the transaction that writes their rows. */
export function keepGalleyFiles(teamId: string, files: GalleyWhole['files']) {
  // In order of their hashes, so that two imports never wait for each other.
  const held = files
    .flatMap(({ sha256, content }) => (content === null ? [] : [{ as: { teamId, sha256 }, content }]))
    .sort((a, b) => (a.as.sha256 < b.as.sha256 ? -1 : 1));
  return {
    async keep(tx: Transaction): Promise<void> {
      for (const { as, content } of held) {
        await lockStored(tx, as);
        await writeStored(as, Buffer.from(content, 'base64'));
      }
    },
    /** Removes them again where nothing came of it. */
    async giveUp(): Promise<void> {
      for (const { as } of held) await removeIfUnused(as);
    },
  };
}
