import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { audit } from '../audit';
import { endSessionsOf } from './end-sessions';
import { changeMember } from './member-change';

/** Shuts a member out of the team at once: sessions in it end, bearer tokens stop. Their work stays. */
export async function disableMember(actor: Actor, userId: string): Promise<void> {
  await changeMember(actor, 'team.disable', userId, async (tx, member) => {
    if (member.isDisabled) return;
    const { teamId, userId: actorId } = actor;
    const disabledAt = new Date();
    await tx.membership.update({ where: { teamId_userId: { teamId, userId } }, data: { disabledAt } });
    await endSessionsOf(tx, userId, { teamId });
    await audit(tx, { teamId, actorId, type: 'member.disabled', body: { userId } });
  });
}

/** Lets a disabled member in again, with the role they had. They sign in anew. */
export async function enableMember(actor: Actor, userId: string): Promise<void> {
  await changeMember(actor, 'team.disable', userId, async (tx, member) => {
    if (!member.isDisabled) return;
    const { teamId, userId: actorId } = actor;
    await tx.membership.update({ where: { teamId_userId: { teamId, userId } }, data: { disabledAt: null } });
    await audit(tx, { teamId, actorId, type: 'member.enabled', body: { userId } });
  });
}
