import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { emailSchema } from '@/lib/domain/team';
import type { TokenScope } from '@/lib/domain/token-scope';
import { addToken } from './create-api-token';

/**
 * A bearer token with which scripts act as this person in the team they joined last. It is returned once; only
 * its hash is kept. Throws NOT_FOUND for an unknown address and FORBIDDEN for a disabled person.
 */
export async function createTokenFromCli(given: {
  readonly email: string;
  readonly name: string;
  readonly scope?: TokenScope;
}): Promise<string> {
  const email = emailSchema.safeParse(given.email).data ?? given.email;
  const name = given.name.trim();
  if (name === '' || name.length > 120) {
    throw new DomainError(
      'INVALID',
      'Give the token a name of at most 120 characters, for example what uses it.',
    );
  }
  return inTransaction(db, async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (user === null) throw new DomainError('NOT_FOUND', `There is no account with the address ${email}.`);
    const membership = await tx.membership.findFirst({
      where: { userId: user.id, disabledAt: null },
      orderBy: [{ joinedAt: 'desc' }, { teamId: 'asc' }],
    });
    if (membership === null)
      throw new DomainError('FORBIDDEN', `${email} is disabled and cannot have a token.`);
    const { scope = 'admin' } = given;
    const { teamId } = membership;
    return addToken(tx, { teamId, userId: user.id, name, scope, expiresAt: null, actorId: null });
  });
}
