import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { createRecoveryCodes } from '../recovery-code';
import type { Session } from '../session';
import { replaceRecoveryCodes } from './confirm-second-factor';
import { ensureOwnPassword } from './prove-password';
import { ensureCode } from './prove-second-factor';
import type { passwordAndCodeSchema } from './remove-second-factor';
import { auditInAllTeams } from './reset-password';

/**
 * Ten new recovery codes in the place of the old ones, which stop working. Password and a code are asked for them.
 * Throws INVALID for a wrong one and TOO_MANY.
 */
export async function renewRecoveryCodes(
  session: Session,
  given: z.output<typeof passwordAndCodeSchema>,
  address: string,
  now = new Date(),
): Promise<readonly string[]> {
  const { userId } = session.actor;
  await ensureOwnPassword(session, given.ownPassword, address, 'ownPassword');
  await ensureCode(userId, given.code, now);
  const codes = await createRecoveryCodes();
  await inTransaction(db, async (tx) => {
    await replaceRecoveryCodes(tx, userId, codes);
    await auditInAllTeams(tx, userId, 'second_factor.codes_renewed');
  });
  return codes.map(({ code }) => code);
}
