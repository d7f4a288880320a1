import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';

/** A Word file of an article that some other process has been writing for a while and will go on with. */
export async function makeSlowExport(
  { teamId, userId: askedById }: Actor,
  articleId: string,
  share: number,
): Promise<void> {
  const now = new Date();
  const later = new Date(now.getTime() + 3_600_000);
  const arrangement = {
    ...plainArrangement,
    sections: [...plainArrangement.sections],
    marks: [...plainArrangement.marks],
    details: [...plainArrangement.details],
  };
  const wish = { format: 'docx', table: 'claims', arrangement };
  await db.export.create({
    data: {
      ...{ id: randomUUID(), teamId, articleId, askedById, wish, share },
      ...{ state: 'writing', tries: 1, leaseUntil: later, createdAt: now, expiresAt: later },
    },
  });
}
