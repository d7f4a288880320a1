import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { insideOrAlone } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { plainRules } from '@/lib/domain/team-rules';
import { audit } from '../audit';
import { getOwnScale, lockScales } from './own-scale';

export const scaleIdSchema = z.strictObject({ scaleId: idSchema });

/**
 * Makes a scale the one that the actor's team rates on from now. Owners only. Verdicts given on another one stay as
 * they are. NOT_FOUND for a scale of another team, INVALID for an archived one. `open` is a
 * transaction that this belongs to.
 */
export async function chooseScale(actor: Actor, scaleId: string, open?: Transaction): Promise<void> {
  ensureCan(actor, 'team.change_rules');
  const { teamId, userId: actorId } = actor;
  const isPreset = plainRules.scales.some(({ id }) => id === scaleId);
  await insideOrAlone(db, open, async (tx) => {
    await lockScales(tx, actor);
    if (!isPreset && (await getOwnScale(tx, actor, scaleId)).archivedAt !== null)
      throw new DomainError('INVALID', 'This scale is archived. Bring it back first.');
    const { scaleId: before } = await tx.team.findUniqueOrThrow({
      where: { id: teamId },
      select: { scaleId: true },
    });
    if (before === scaleId) return;
    await tx.team.update({ where: { id: teamId }, data: { scaleId } });
    await audit(tx, { teamId, actorId, type: 'team.scale_chosen', body: { scaleId, before } });
  });
}
