import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { insideOrAlone } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { type RecheckDays, recheckIntervals } from '@/lib/domain/capture';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';

const daysSchema = z.enum(recheckIntervals.map(String)).transform(Number).pipe(z.literal(recheckIntervals));

export const recheckDaysSchema = z.strictObject({
  days: z.union([z.literal('never').transform(() => null), daysSchema]),
});

/**
 * Says how often the pages of evidence are looked at again by themselves in the actor's team; null never. Owners only.
 * `open` is a transaction that this belongs to.
 */
export async function setRecheckDays(
  actor: Actor,
  days: RecheckDays | null,
  open?: Transaction,
): Promise<void> {
  ensureCan(actor, 'team.change_rules');
  const { teamId, userId: actorId } = actor;
  await insideOrAlone(db, open, async (tx) => {
    const before = await getRecheckDays(actor, tx);
    if (before === days) return;
    await tx.team.update({ where: { id: teamId }, data: { recheckDays: days } });
    await audit(tx, { teamId, actorId, type: 'team.recheck_changed', body: { days, before } });
  });
}

/** How often the pages of evidence are looked at again by themselves in the actor's team; null never. */
export async function getRecheckDays({ teamId }: Actor, tx: Transaction = db): Promise<RecheckDays | null> {
  const { recheckDays } = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { recheckDays: true },
  });
  return recheckIntervals.find((days) => days === recheckDays) ?? null;
}
