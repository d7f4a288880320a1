import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { emailSchema, passwordSchema, personNameSchema, teamNameSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { ensureGoodPassword } from '../credentials';
import { env } from '../env';
import { hashPassword } from '../password';
import { isSameSecret } from '../secret-token';

/** What the first person of an installation gives. */
export const setUpSchema = z.strictObject({
  token: z.string().max(200),
  name: personNameSchema,
  teamName: teamNameSchema,
  email: emailSchema,
  password: passwordSchema,
});

/**
 * Makes the first account, as owner of the first team, for whoever holds the set-up token. Throws NOT_FOUND
 * for a wrong token, and FORBIDDEN once there is an account: of two at the same time one wins.
 */
export async function setUpTeam(given: z.output<typeof setUpSchema>): Promise<Actor> {
  if (!isSetUpToken(given.token)) throw wrongLink();
  ensureGoodPassword(given.password, [given.email, given.name]);
  const passwordHash = await hashPassword(given.password);
  return await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('galley first account'))`;
    if ((await tx.user.count()) > 0) throw alreadySetUp();
    const userId = randomUUID();
    await tx.user.create({ data: { id: userId, email: given.email, name: given.name, passwordHash } });
    const teamId = await findOrCreateTeam(tx, given.teamName);
    await tx.membership.create({ data: { teamId, userId, role: 'owner' } });
    await audit(tx, { teamId, actorId: userId, type: 'team.created', body: {} });
    return { userId, name: given.name, teamId, role: 'owner' };
  });
}

/** Whether the set-up page is open to this token: `open`, `done` when there is an account, `wrong` link otherwise. */
export async function findSetUpState(token: string): Promise<'open' | 'done' | 'wrong'> {
  if ((await db.user.findFirst({ select: { id: true } })) !== null) return 'done';
  return isSetUpToken(token) ? 'open' : 'wrong';
}

/** A team without people can be there already: the command line makes one for the first invitation. */
async function findOrCreateTeam(tx: Transaction, name: string): Promise<string> {
  const waiting = await tx.team.findFirst({
    where: { memberships: { none: {} } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (waiting === null) return (await tx.team.create({ data: { id: randomUUID(), name } })).id;
  await tx.team.update({ where: { id: waiting.id }, data: { name } });
  return waiting.id;
}

function isSetUpToken(token: string): boolean {
  return env.GALLEY_SETUP_TOKEN !== undefined && isSameSecret(token, env.GALLEY_SETUP_TOKEN);
}

const wrongLink = () =>
  new DomainError(
    'NOT_FOUND',
    'This set-up link is not the right one. Galley prints the right one when it starts.',
  );
const alreadySetUp = () =>
  new DomainError(
    'FORBIDDEN',
    'This Galley has its first account already. Sign in, or ask for an invitation.',
  );
