import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { personNameSchema, teamNameSchema } from '@/lib/domain/team';
import { audit } from '../audit';

export const nameSchema = z.strictObject({ name: personNameSchema });
export const teamNameFormSchema = z.strictObject({ name: teamNameSchema });

/** Changes how the actor is called, everywhere and also on work done before. */
export async function changeName(actor: Actor, name: string): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { name } });
}

/** Changes the name of the actor's team. Owners only. */
export async function renameTeam(actor: Actor, name: string): Promise<void> {
  ensureCan(actor, 'team.rename');
  const { teamId, userId: actorId } = actor;
  await inTransaction(db, async (tx) => {
    await tx.team.update({ where: { id: teamId }, data: { name } });
    await audit(tx, { teamId, actorId, type: 'team.renamed', body: {} });
  });
}
