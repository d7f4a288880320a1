import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';

/** Whether the actor has a second factor, and how many of their recovery codes are unused. */
export async function findSecondFactor(
  actor: Actor,
  tx: Transaction = db,
): Promise<{ readonly isOn: boolean; readonly codesLeft: number }> {
  const { userId } = actor;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { totpSecret: true } });
  const codesLeft = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
  return { isOn: user !== null && user.totpSecret !== null, codesLeft };
}
