import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { insideOrAlone } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';

export const blindSecondCheckSchema = z.strictObject({
  isBlind: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/**
 * Says whether second checkers of the actor's team see a proposal only after recording their own. Owners only. `open` is a
 * transaction that this belongs to.
 */
export async function setBlindSecondCheck(actor: Actor, isBlind: boolean, open?: Transaction): Promise<void> {
  ensureCan(actor, 'team.change_rules');
  const { teamId, userId: actorId } = actor;
  await insideOrAlone(db, open, async (tx) => {
    const { count } = await tx.team.updateMany({
      where: { id: teamId, blindSecondCheck: !isBlind },
      data: { blindSecondCheck: isBlind },
    });
    if (count === 0) return;
    await audit(tx, { teamId, actorId, type: 'team.blind_second_check_changed', body: { isBlind } });
  });
}
