import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import { digitsOf, recoveryCodeOf } from '@/lib/domain/second-factor';
import { isPassword } from '../password';
import { openSecret } from '../sealed-secret';
import { limitCodes } from '../sign-in-limit';
import { findTimeStep } from '../totp';
import { auditInAllTeams } from './reset-password';

/**
 * Whether a person typed a code of their second factor: of the app, from a step later than the one used last, or a
 * recovery code not used before. A code that is accepted is used up by it. Throws TOO_MANY after ten wrong ones in an hour.
 */
export async function proveSecondFactor(userId: string, typed: string, now = new Date()): Promise<boolean> {
  return await limitCodes(userId, async () => {
    const digits = digitsOf(typed);
    if (digits !== undefined) return await spendDigits(userId, digits, now);
    const recoveryCode = recoveryCodeOf(typed);
    return recoveryCode !== undefined && (await spendRecoveryCode(userId, recoveryCode, now));
  });
}

/** Throws INVALID, for the field `code`, unless `proveSecondFactor` takes the code; TOO_MANY likewise. */
export async function ensureCode(userId: string, typed: string, now?: Date): Promise<void> {
  if (await proveSecondFactor(userId, typed, now)) return;
  throw new DomainError(
    'INVALID',
    'This code is not right, or was used already. Wait for the next one, or use a recovery code.',
    { field: 'code' },
  );
}

async function spendDigits(userId: string, digits: string, now: Date): Promise<boolean> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { totpSecret: true } });
  const secret = openSecret(user?.totpSecret ?? '', userId);
  const step = secret === undefined ? undefined : findTimeStep(secret, digits, now);
  if (step === undefined) return false;
  // Only one of several with the same code at the same time finds the row as it must be.
  const { count } = await db.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(userId: string, code: string, now: Date): Promise<boolean> {
  const left = await db.recoveryCode.findMany({ where: { userId, usedAt: null }, orderBy: { id: 'asc' } });
  for (const { id, hash } of left) {
    if (await isPassword(code, hash)) return await markUsed(userId, id, now);
  }
  return false;
}

async function markUsed(userId: string, id: string, now: Date): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 1) await auditInAllTeams(tx, userId, 'second_factor.recovery_code_used');
    return count === 1;
  });
}
