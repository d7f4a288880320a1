import 'server-only';
import { randomUUID } from 'node:crypto';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { emailSchema, personNameSchema, type Role, roleSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { ensureGoodPassword } from '../credentials';
import { hashPassword } from '../password';
import { parse } from '../validate';
import { createInvitation } from './create-invitation';
import { writeReset } from './create-reset-link';
import { endSessionsOf } from './end-sessions';
import { clearSecondFactor } from './remove-second-factor';
import { auditInAllTeams } from './reset-password';
import { welcome } from './welcome';

type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password?: string | undefined;
};

/**
 * Adds somebody to the oldest team, which is made when there is none: at once when a password is given, else by
 * an invitation link. Throws INVALID with a sentence for a bad value and for somebody who is there already.
 */
export async function createUserFromCli(
  given: NewUser,
): Promise<{ readonly userId: string | null; readonly invitationUrl?: string }> {
  const email = readEmail(given.email);
  const name = String(parse(personNameSchema, given.name));
  const role = readRole(given.role);
  if (given.password === undefined)
    return { userId: null, invitationUrl: await invite({ email, name, role }) };
  ensureGoodPassword(given.password, [email, name]);
  const passwordHash = await hashPassword(given.password);
  const actor = await inTransaction(db, async (tx): Promise<Actor> => {
    if ((await tx.user.findUnique({ where: { email } })) !== null) throw alreadyThere();
    const teamId = await findOrCreateTeam(tx);
    const userId = randomUUID();
    await tx.user.create({ data: { id: userId, email, name, passwordHash } });
    await tx.membership.create({ data: { teamId, userId, role } });
    await audit(tx, { teamId, actorId: null, type: 'member.joined', body: { userId, role } });
    return { userId, name, teamId, role };
  });
  await welcome(actor);
  return { userId: actor.userId };
}

/**
 * A link with which a person sets a new password, once, within the hour. Their second factor is removed, and with it the
 * old password, which was never meant to stand alone. Throws NOT_FOUND for an unknown address.
 */
export async function resetUserFromCli(given: {
  readonly email: string;
}): Promise<{ readonly resetUrl: string; readonly hadSecondFactor: boolean }> {
  const email = readEmail(given.email);
  return await inTransaction(db, async (tx) => {
    const userId = await getUserId(tx, email);
    await auditInAllTeams(tx, userId, 'password.reset_linked', { byOperator: true });
    const hadSecondFactor = await clearSecondFactor(tx, userId);
    if (hadSecondFactor) {
      await tx.user.update({ where: { id: userId }, data: { passwordHash: null } });
      await auditInAllTeams(tx, userId, 'second_factor.removed', { byOperator: true });
    }
    return { resetUrl: await writeReset(tx, userId), hadSecondFactor };
  });
}

/** Shuts a person out of every team at once. Refused while they are some team's only owner. */
export async function disableUserFromCli(given: { readonly email: string }): Promise<void> {
  const email = readEmail(given.email);
  await inTransaction(db, async (tx) => {
    const userId = await getUserId(tx, email);
    const teams = await tx.membership.findMany({
      where: { userId, disabledAt: null },
      orderBy: { teamId: 'asc' },
      include: { team: true },
    });
    for (const { teamId, role, team } of teams) {
      await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId}::uuid FOR UPDATE`;
      const otherOwners = { teamId, role: 'owner', disabledAt: null, userId: { not: userId } };
      if (role === 'owner' && (await tx.membership.count({ where: otherOwners })) === 0) {
        throw new DomainError(
          'FORBIDDEN',
          `${email} is the only owner of ${team.name}. A team needs an owner.`,
        );
      }
      const where = { teamId_userId: { teamId, userId } };
      await tx.membership.update({ where, data: { disabledAt: new Date() } });
      await audit(tx, { teamId, actorId: null, type: 'member.disabled', body: { userId } });
    }
    await endSessionsOf(tx, userId);
  });
}

async function invite(given: { email: string; name: string; role: Role }): Promise<string> {
  return await inTransaction(db, async (tx) => {
    const teamId = await findOrCreateTeam(tx);
    return await createInvitation(tx, { ...given, teamId, invitedById: null });
  });
}

async function findOrCreateTeam(tx: Transaction): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('galley first account'))`;
  const oldest = await tx.team.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return oldest?.id ?? (await tx.team.create({ data: { id: randomUUID(), name: 'Our team' } })).id;
}

async function getUserId(tx: Transaction, email: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (user === null) throw new DomainError('NOT_FOUND', `There is no account with the address ${email}.`);
  return user.id;
}

function readEmail(text: string): string {
  const email = emailSchema.safeParse(text);
  if (email.success) return email.data;
  throw new DomainError('INVALID', `"${text}" is not a whole e-mail address.`);
}

function readRole(text: string): Role {
  const role = roleSchema.safeParse(text);
  if (role.success) return role.data;
  throw new DomainError('INVALID', `"${text}" is no role. A person is owner, editor, reviewer or viewer.`);
}

function alreadyThere(): DomainError {
  return new DomainError(
    'INVALID',
    'There is an account with this address already. Its password can be reset.',
  );
}
