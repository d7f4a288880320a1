import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { codeSchema } from '@/lib/domain/second-factor';
import { passwordSchema } from '@/lib/domain/team';
import { longestPassword } from '../password';
import type { Session } from '../session';
import { endSessionsOf } from './end-sessions';
import { ensureOwnPassword } from './prove-password';
import { ensureCode } from './prove-second-factor';
import { auditInAllTeams } from './reset-password';

export const passwordAndCodeSchema = z.strictObject({
  ownPassword: z.string().max(longestPassword),
  code: codeSchema,
});

/**
 * Removes the person's second factor, for which password and a code are asked, and ends their other sessions. Throws
 * INVALID for a wrong one; FORBIDDEN while a team asks its owners for a second factor, or the password is too short without one.
 */
export async function removeSecondFactor(
  session: Session,
  given: z.output<typeof passwordAndCodeSchema>,
  address: string,
  now = new Date(),
): Promise<void> {
  const { userId } = session.actor;
  await ensureOwnPassword(session, given.ownPassword, address, 'ownPassword');
  if (!passwordSchema.safeParse(given.ownPassword).success) throw tooShortAlone();
  await ensureNotRequired(userId);
  await ensureCode(userId, given.code, now);
  await inTransaction(db, async (tx) => {
    await clearSecondFactor(tx, userId);
    await endSessionsOf(tx, userId, { except: session.id });
    await auditInAllTeams(tx, userId, 'second_factor.removed');
  });
}

/** Forgets a person's second factor and recovery codes inside the transaction of what asks for it; true when one was on. */
export async function clearSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpSecret: { not: null } },
    data: { totpSecret: null, totpPendingSecret: null, totpLastStep: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return count === 1;
}

async function ensureNotRequired(userId: string): Promise<void> {
  const where = { userId, role: 'owner', disabledAt: null, team: { ownersNeedSecondFactor: true } };
  const asking = await db.membership.findFirst({ where, include: { team: { select: { name: true } } } });
  if (asking === null) return;
  throw new DomainError(
    'FORBIDDEN',
    `${asking.team.name} asks its owners for a second factor, so it stays on.`,
  );
}

function tooShortAlone(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'Your password is short, which is enough only beside a second factor. Choose one of at least 15 characters first.',
  );
}
