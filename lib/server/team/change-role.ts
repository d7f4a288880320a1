import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { Role } from '@/lib/domain/team';
import { audit } from '../audit';
import { changeMember } from './member-change';

/** Gives a member another role, in force from their next request on. The same role changes nothing. */
export async function changeRole(actor: Actor, userId: string, role: Role): Promise<void> {
  await changeMember(actor, 'team.change_role', userId, async (tx, member) => {
    if (member.role === role) return;
    const { teamId, userId: actorId } = actor;
    await tx.membership.update({ where: { teamId_userId: { teamId, userId } }, data: { role } });
    const body = { userId, from: member.role, to: role };
    await audit(tx, { teamId, actorId, type: 'member.role_changed', body });
  });
}
