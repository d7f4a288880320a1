import 'server-only';
import { z } from 'zod';
import { db, type Reader, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { passwordBesideFactorSchema } from '@/lib/domain/team';
import { type AuditType, audit } from '../audit';
import { ensureGoodPassword } from '../credentials';
import { hashPassword } from '../password';
import { hashSecret } from '../secret-token';
import { endSessionsOf } from './end-sessions';

export const resetSchema = z.strictObject({
  token: z.string().max(200),
  password: passwordBesideFactorSchema,
});

/** Sets a new password by a reset link, once, and ends all sessions of the person. Answers with the address to sign in with. */
export async function resetPassword(
  given: z.output<typeof resetSchema>,
): Promise<{ readonly email: string }> {
  const passwordHash = await hashPassword(given.password);
  return await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "PasswordReset" WHERE "hash" = ${hashSecret(given.token)} FOR UPDATE`;
    const reset = await findOpenReset(given.token, tx);
    if (reset === undefined) {
      throw new DomainError('NOT_FOUND', 'This link was used or is older than an hour. Ask for a new one.');
    }
    ensureGoodPassword(given.password, [reset.email, reset.name], { besideFactor: reset.hasSecondFactor });
    await tx.passwordReset.update({ where: { id: reset.id }, data: { usedAt: new Date() } });
    await tx.user.update({ where: { id: reset.userId }, data: { passwordHash } });
    await endSessionsOf(tx, reset.userId);
    await auditInAllTeams(tx, reset.userId, 'password.reset');
    return { email: reset.email };
  });
}

/** Whose password a link sets; undefined for a wrong, used or expired one. */
export async function findOpenReset(
  token: string,
  reader: Reader = db,
): Promise<
  { id: string; userId: string; email: string; name: string; hasSecondFactor: boolean } | undefined
> {
  const row = await reader.passwordReset.findFirst({
    where: { hash: hashSecret(token), usedAt: null, expiresAt: { gt: new Date() } },
    include: { user: { select: { email: true, name: true, totpSecret: true } } },
  });
  if (row === null) return undefined;
  const { email, name, totpSecret } = row.user;
  return { id: row.id, userId: row.userId, email, name, hasSecondFactor: totpSecret !== null };
}

/** Notes in the record of each of a person's teams what was done to their account: by themselves, or by whoever runs Galley. */
export async function auditInAllTeams(
  tx: Transaction,
  userId: string,
  type: AuditType,
  { byOperator = false }: { readonly byOperator?: boolean } = {},
): Promise<void> {
  const who = byOperator ? { actorId: null, body: { userId } } : { actorId: userId, body: {} };
  const teams = await tx.membership.findMany({ where: { userId }, orderBy: { teamId: 'asc' } });
  for (const { teamId } of teams) await audit(tx, { ...who, teamId, type });
}
