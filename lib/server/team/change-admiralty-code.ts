import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { insideOrAlone } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';

export const admiraltyCodeSchema = z.strictObject({
  isUsed: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/** Says whether the actor's team grades evidence by the Admiralty code. Owners only. Grades given stay either way. `open` is a transaction that this belongs to. */
export async function changeAdmiraltyCode(actor: Actor, isUsed: boolean, open?: Transaction): Promise<void> {
  ensureCan(actor, 'team.change_rules');
  const { teamId, userId: actorId } = actor;
  await insideOrAlone(db, open, async (tx) => {
    const { count } = await tx.team.updateMany({
      where: { id: teamId, usesAdmiraltyCode: !isUsed },
      data: { usesAdmiraltyCode: isUsed },
    });
    if (count === 0) return;
    await audit(tx, { teamId, actorId, type: 'team.admiralty_code_changed', body: { isUsed } });
  });
}

/** Whether the actor's team grades evidence by the Admiralty code. */
export async function usesAdmiraltyCode(actor: Actor): Promise<boolean> {
  const team = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { usesAdmiraltyCode: true },
  });
  return team.usesAdmiraltyCode;
}
