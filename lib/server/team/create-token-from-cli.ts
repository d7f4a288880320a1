import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { emailSchema } from '@/lib/domain/team';
import { apiTokenPrefix } from '../api-token';
import { audit } from '../audit';
import { createSecret, hashSecret } from '../secret-token';

/**
 * A bearer token with which scripts act as this person in the team they joined last. It is returned once; only
 * its hash is kept. Throws NOT_FOUND for an unknown address and FORBIDDEN for a disabled person.
 */
export async function createTokenFromCli(given: {
  readonly email: string;
  readonly name: string;
}): Promise<string> {
  const email = emailSchema.safeParse(given.email).data ?? given.email;
  const name = given.name.trim();
  if (name === '' || name.length > 120) {
    throw new DomainError(
      'INVALID',
      'Give the token a name of at most 120 characters, for example what uses it.',
    );
  }
  const token = `${apiTokenPrefix}${createSecret()}`;
  await inTransaction(db, async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (user === null) throw new DomainError('NOT_FOUND', `There is no account with the address ${email}.`);
    const membership = await tx.membership.findFirst({
      where: { userId: user.id, disabledAt: null },
      orderBy: [{ joinedAt: 'desc' }, { teamId: 'asc' }],
    });
    if (membership === null)
      throw new DomainError('FORBIDDEN', `${email} is disabled and cannot have a token.`);
    const id = randomUUID();
    const { teamId } = membership;
    await tx.apiToken.create({ data: { id, userId: user.id, teamId, name, hash: hashSecret(token) } });
    await audit(tx, { teamId, actorId: null, type: 'token.created', body: { tokenId: id, userId: user.id } });
  });
  return token;
}
