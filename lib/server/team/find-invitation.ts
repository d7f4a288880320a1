import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { type Role, roleSchema } from '@/lib/domain/team';
import { hashSecret } from '../secret-token';

/** An invitation as the person who holds its link may see it. */
export type OpenInvitation = {
  readonly id: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Whether somebody with this address has an account, and then accepts by signing in. */
  readonly hasAccount: boolean;
};

/** The invitation behind a link, if it can still be accepted; undefined for a wrong, used, withdrawn or expired one. */
export async function findOpenInvitation(
  token: string,
  reader: Reader = db,
): Promise<OpenInvitation | undefined> {
  const row = await reader.invitation.findFirst({
    where: { hash: hashSecret(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    include: { team: { select: { name: true } } },
  });
  if (row === null) return undefined;
  const account = await reader.user.findUnique({ where: { email: row.email }, select: { id: true } });
  return {
    id: row.id,
    teamId: row.teamId,
    teamName: row.team.name,
    email: row.email,
    name: row.name,
    role: roleSchema.parse(row.role),
    hasAccount: account !== null,
  };
}

/** Like `findOpenInvitation`, but locks it against a second use at the same time and throws NOT_FOUND when there is none. */
export async function getInvitationToAccept(token: string, reader: Reader): Promise<OpenInvitation> {
  await reader.$queryRaw`SELECT 1 FROM "Invitation" WHERE "hash" = ${hashSecret(token)} FOR UPDATE`;
  const invitation = await findOpenInvitation(token, reader);
  if (invitation !== undefined) return invitation;
  throw new DomainError(
    'NOT_FOUND',
    'This invitation was used, was withdrawn, or is older than seven days. Ask for a new one.',
  );
}
