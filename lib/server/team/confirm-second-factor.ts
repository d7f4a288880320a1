import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { codeSchema, digitsOf } from '@/lib/domain/second-factor';
import { createRecoveryCodes, type NewRecoveryCode } from '../recovery-code';
import { openSecret } from '../sealed-secret';
import type { Session } from '../session';
import { findTimeStep } from '../totp';
import { alreadyOn } from './begin-second-factor';
import { endSessionsOf } from './end-sessions';
import { auditInAllTeams } from './reset-password';

export const confirmSecondFactorSchema = z.strictObject({ code: codeSchema });

/**
 * Turns the offered second factor on, once its first code is right, and ends the person's other sessions. Answers with
 * ten recovery codes, which nobody can read again. Throws INVALID, for the field `code`, for a wrong one.
 */
export async function confirmSecondFactor(
  session: Session,
  given: z.output<typeof confirmSecondFactorSchema>,
  now = new Date(),
): Promise<readonly string[]> {
  const { userId } = session.actor;
  const { secret, step } = await checkOffer(userId, given.code, now);
  const codes = await createRecoveryCodes();
  await inTransaction(db, async (tx) => {
    // The very secret whose code was checked: another tab may have been offered a new one meanwhile.
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpSecret: null, totpPendingSecret: secret },
      data: { totpSecret: secret, totpPendingSecret: null, totpLastStep: step },
    });
    if (count === 0) throw noOffer();
    await replaceRecoveryCodes(tx, userId, codes);
    await endSessionsOf(tx, userId, { except: session.id });
    await auditInAllTeams(tx, userId, 'second_factor.set_up');
  });
  return codes.map(({ code }) => code);
}

/** Puts new recovery codes in the place of all that a person had. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  userId: string,
  codes: readonly NewRecoveryCode[],
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map(({ hash }) => ({ id: randomUUID(), userId, hash })) });
}

/** The offered secret as it is stored, and the time step of the code that is right for it. */
async function checkOffer(
  userId: string,
  typed: string,
  now: Date,
): Promise<{ secret: string; step: number }> {
  const select = { totpSecret: true, totpPendingSecret: true };
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select });
  if (user.totpSecret !== null) throw alreadyOn();
  const secret = user.totpPendingSecret;
  const opened = openSecret(secret ?? '', userId);
  if (secret === null || opened === undefined) throw noOffer();
  const digits = digitsOf(typed);
  const step = digits === undefined ? undefined : findTimeStep(opened, digits, now);
  if (step !== undefined) return { secret, step };
  throw new DomainError(
    'INVALID',
    'This is not the code that your app should show now. Type the newest one; the clock of your phone must be right.',
    { field: 'code' },
  );
}

function noOffer(): DomainError {
  return new DomainError('INVALID', 'This set-up is no longer open. Close it and begin again.');
}
