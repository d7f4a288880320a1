import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { insideOrAlone } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';
import { findSecondFactor } from './find-second-factor';

export const requireOwnerFactorSchema = z.strictObject({
  isRequired: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/**
 * Says whether owners of the actor's team need a second factor before they can do anything there. Owners only; FORBIDDEN
 * for whoever would shut themselves out by it. `open` is a transaction that this belongs to.
 */
export async function requireOwnerFactor(
  actor: Actor,
  isRequired: boolean,
  open?: Transaction,
): Promise<void> {
  ensureCan(actor, 'team.require_second_factor');
  if (isRequired && !(await findSecondFactor(actor, open)).isOn) {
    throw new DomainError('FORBIDDEN', 'Set up your own second factor first, on your account page.');
  }
  const { teamId, userId: actorId } = actor;
  await insideOrAlone(db, open, async (tx) => {
    const { count } = await tx.team.updateMany({
      where: { id: teamId, ownersNeedSecondFactor: !isRequired },
      data: { ownersNeedSecondFactor: isRequired },
    });
    if (count === 0) return;
    await audit(tx, { teamId, actorId, type: 'team.second_factor_rule_changed', body: { isRequired } });
  });
}

/** Whether owners of the actor's team need a second factor. */
export async function isOwnerFactorRequired(actor: Actor): Promise<boolean> {
  const team = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { ownersNeedSecondFactor: true },
  });
  return team.ownersNeedSecondFactor;
}
