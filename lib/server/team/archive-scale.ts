import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';
import { getOwnScale, lockScales } from './own-scale';

export const archiveScaleSchema = z.strictObject({
  scaleId: idSchema,
  isArchived: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/**
 * Takes a scale of the actor's team out of the choice, or brings it back. Owners only. Verdicts given on it stay as
 * they are. INVALID for the one that the team rates on, NOT_FOUND for another team's and for a preset.
 */
export async function archiveScale(
  actor: Actor,
  { scaleId, isArchived }: { readonly scaleId: string; readonly isArchived: boolean },
): Promise<void> {
  ensureCan(actor, 'team.change_rules');
  const { teamId, userId: actorId } = actor;
  await inTransaction(db, async (tx) => {
    await lockScales(tx, actor);
    const { id, version, archivedAt } = await getOwnScale(tx, actor, scaleId);
    const team = await tx.team.findUniqueOrThrow({ where: { id: teamId }, select: { scaleId: true } });
    if (isArchived && team.scaleId === id)
      throw new DomainError(
        'INVALID',
        'Your team rates on this scale. Choose another one before you archive it.',
      );
    if (isArchived === (archivedAt !== null)) return;
    await tx.verdictScale.update({
      where: { id_version: { id, version } },
      data: { archivedAt: isArchived ? new Date() : null },
    });
    const type = isArchived ? 'scale.archived' : 'scale.restored';
    await audit(tx, { teamId, actorId, type, body: { scaleId: id, version } });
  });
}
