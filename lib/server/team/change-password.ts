import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { passwordBesideFactorSchema } from '@/lib/domain/team';
import { ensureGoodPassword } from '../credentials';
import { hashPassword } from '../password';
import type { Session } from '../session';
import { endSessionsOf } from './end-sessions';
import { findSecondFactor } from './find-second-factor';
import { ensureOwnPassword } from './prove-password';
import { auditInAllTeams } from './reset-password';

export const changePasswordSchema = z.strictObject({
  oldPassword: z.string(),
  password: passwordBesideFactorSchema,
});

/** Changes the person's own password, for which the old one is asked, and ends all their other sessions. */
export async function changePassword(
  session: Session,
  given: z.output<typeof changePasswordSchema>,
  address: string,
): Promise<void> {
  const { userId, name } = session.actor;
  const { isOn } = await findSecondFactor(session.actor);
  ensureGoodPassword(given.password, [session.email, name], { besideFactor: isOn });
  await ensureOwnPassword(session, given.oldPassword, address, 'oldPassword');
  const passwordHash = await hashPassword(given.password);
  await inTransaction(db, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await endSessionsOf(tx, userId, { except: session.id });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
    await auditInAllTeams(tx, userId, 'password.changed');
  });
}
