import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import type { Export } from '@/lib/domain/report/export';
import { audit } from '../audit';
import { getExport, ownExport } from './find-exports';

/** Ends the writing of an export of the actor's own. One that has ended stays as it is. Throws NOT_FOUND. */
export async function stopExport(actor: Actor, exportId: string): Promise<Export> {
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    if ((await tx.export.count({ where: ownExport(actor, exportId) })) === 0) throw notFound('export');
    ensureCan(actor, 'report.export');
    const { count } = await tx.export.updateMany({
      where: { ...ownExport(actor, exportId), endedAt: null },
      data: { state: 'stopped', endedAt: new Date(), leaseUntil: null },
    });
    if (count > 0) await audit(tx, { teamId, actorId: userId, type: 'export.stopped', body: { exportId } });
  });
  return getExport(actor, exportId);
}
