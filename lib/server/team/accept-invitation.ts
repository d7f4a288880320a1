import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { passwordSchema, personNameSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { ensureGoodPassword } from '../credentials';
import { hashPassword } from '../password';
import type { Session } from '../session';
import { getInvitationToAccept, type OpenInvitation } from './find-invitation';

export const acceptSchema = z.strictObject({
  token: z.string().max(200),
  name: personNameSchema,
  password: passwordSchema,
});

/** Makes the account of an invited person who has none. Answers with them and the address to sign in with. Single use. */
export async function acceptInvitation(
  given: z.output<typeof acceptSchema>,
): Promise<{ readonly email: string; readonly actor: Actor }> {
  const passwordHash = await hashPassword(given.password);
  return await inTransaction(db, async (tx) => {
    const invitation = await getInvitationToAccept(given.token, tx);
    if (invitation.hasAccount) {
      throw new DomainError('FORBIDDEN', 'You have an account already: sign in to accept this invitation.');
    }
    ensureGoodPassword(given.password, [invitation.email, given.name]);
    const userId = randomUUID();
    await tx.user.create({ data: { id: userId, email: invitation.email, name: given.name, passwordHash } });
    await join(tx, invitation, userId);
    const { email, teamId, role } = invitation;
    return { email, actor: { userId, name: given.name, teamId, role } };
  });
}

/** Brings a signed-in person into the team that invited their address; their session then works in that team. */
export async function joinTeam(session: Session, token: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const invitation = await getInvitationToAccept(token, tx);
    if (invitation.email !== session.email) {
      throw new DomainError(
        'FORBIDDEN',
        'This invitation is for another e-mail address than the one you are signed in with.',
      );
    }
    await join(tx, invitation, session.actor.userId);
    const { teamId } = invitation;
    await tx.authSession.update({ where: { id: session.id }, data: { teamId } });
  });
}

async function join(tx: Transaction, invitation: OpenInvitation, userId: string): Promise<void> {
  const { id: invitationId, teamId, role } = invitation;
  await tx.invitation.update({ where: { id: invitationId }, data: { acceptedAt: new Date() } });
  const isMember = await tx.membership.findUnique({ where: { teamId_userId: { teamId, userId } } });
  if (isMember !== null) throw new DomainError('FORBIDDEN', 'You are in this team already.');
  await tx.membership.create({ data: { teamId, userId, role } });
  // a link to a new password, made by an owner of the team before, must not lead into this one
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
  await audit(tx, { teamId, actorId: userId, type: 'member.joined', body: { invitationId, role } });
}
