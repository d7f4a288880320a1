import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import type { Role } from '@/lib/domain/team';
import { audit } from '../audit';
import { createSecret, hashSecret } from '../secret-token';
import { daysFrom, invitationDays, invitationUrl } from './links';

/** What an invitation needs; `invitedById` null when the operator invites from the command line. */
export type InvitationGiven = {
  readonly teamId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly invitedById: string | null;
};

/**
 * Writes an invitation and returns its link, which is not stored and cannot be shown again. An earlier open
 * one for the same address stops working. Throws INVALID when the person is in the team already.
 */
export async function createInvitation(tx: Transaction, given: InvitationGiven): Promise<string> {
  const { teamId, email } = given;
  const member = await tx.membership.findFirst({ where: { teamId, user: { email } } });
  if (member !== null) throw alreadyIn(member.disabledAt !== null);
  const now = new Date();
  const open = { teamId, email, acceptedAt: null, withdrawnAt: null };
  await tx.invitation.updateMany({ where: open, data: { withdrawnAt: now } });
  const token = createSecret();
  const id = randomUUID();
  const expiresAt = daysFrom(now, invitationDays);
  await tx.invitation.create({ data: { ...given, id, hash: hashSecret(token), expiresAt } });
  const body = { invitationId: id, role: given.role };
  await audit(tx, { teamId, actorId: given.invitedById, type: 'invitation.created', body });
  return invitationUrl(token);
}

function alreadyIn(isDisabled: boolean): DomainError {
  const message = isDisabled
    ? 'This person is in the team already, but disabled. Enable them in the list of members.'
    : 'This person is in the team already.';
  return new DomainError('INVALID', message, { field: 'email' });
}
