import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { passwordSchema } from '@/lib/domain/team';
import { ensureGoodPassword } from '../credentials';
import { hashPassword, isPassword } from '../password';
import type { Session } from '../session';
import { limitTries } from '../sign-in-limit';
import { endSessionsOf } from './end-sessions';
import { auditInAllTeams } from './reset-password';

export const changePasswordSchema = z.strictObject({ oldPassword: z.string(), password: passwordSchema });

/** Changes the person's own password, for which the old one is asked, and ends all their other sessions. */
export async function changePassword(
  session: Session,
  given: z.output<typeof changePasswordSchema>,
  address: string,
): Promise<void> {
  const { userId, name } = session.actor;
  ensureGoodPassword(given.password, [session.email, name]);
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  const isRight = await limitTries(session.email, address, async () =>
    (await isPassword(given.oldPassword, user.passwordHash)) ? true : undefined,
  );
  if (isRight === undefined) {
    throw new DomainError('INVALID', 'This is not your present password.', { field: 'oldPassword' });
  }
  const passwordHash = await hashPassword(given.password);
  await inTransaction(db, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await endSessionsOf(tx, userId, { except: session.id });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
    await auditInAllTeams(tx, userId, 'password.changed');
  });
}
