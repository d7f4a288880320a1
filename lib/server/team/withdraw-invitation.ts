import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { roleSchema } from '@/lib/domain/team';
import { audit } from '../audit';

/** Makes the link of an invitation of the actor's team useless. Withdrawing a withdrawn one changes nothing; an accepted one is refused as not found. */
export async function withdrawInvitation(actor: Actor, invitationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { teamId, userId: actorId } = actor;
    const invitation = await tx.invitation.findFirst({
      where: { id: invitationId, teamId, acceptedAt: null },
    });
    if (invitation === null) throw notFound('invitation');
    ensureCan(actor, 'team.invite', { targetRole: roleSchema.parse(invitation.role) });
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (count === 0) return;
    await audit(tx, { teamId, actorId, type: 'invitation.withdrawn', body: { invitationId } });
  });
}
