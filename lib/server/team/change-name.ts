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

/** More teams than anybody is in. */
const mostTeams = 200;

/**
 * Changes how the actor is called, everywhere and also on work done before. The record of each of their teams says that
 * it was done, and pages of these teams that are open ask anew how everybody is called.
 */
export async function changeName(actor: Actor, name: string): Promise<void> {
  ensureCan(actor, 'account.change');
  const { userId } = actor;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, name: { not: name } },
      data: { name },
    });
    if (count === 0) return;
    const places = await tx.membership.findMany({
      where: { userId, disabledAt: null },
      select: { teamId: true },
      // Each entry locks its team: always in the same order.
      orderBy: { teamId: 'asc' },
      take: mostTeams,
    });
    for (const { teamId } of places)
      await audit(tx, { teamId, actorId: userId, type: 'member.renamed', body: {} });
  });
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
