import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { longestPassword } from '../password';
import { sealSecret } from '../sealed-secret';
import type { Session } from '../session';
import { createTotpSecret, totpUri } from '../totp';
import { ensureOwnPassword } from './prove-password';

export const beginSecondFactorSchema = z.strictObject({ ownPassword: z.string().max(longestPassword) });

/** What an authenticator app needs, to be shown once: as text, and as an address to make a QR code of. */
export type OfferedFactor = { readonly secret: string; readonly uri: string };

/**
 * Offers the person a secret for their authenticator app, for which their password is asked. It counts for nothing
 * until a code confirms it; an offer made before is gone. Throws INVALID when a second factor is set up already.
 */
export async function beginSecondFactor(
  session: Session,
  given: z.output<typeof beginSecondFactorSchema>,
  address: string,
): Promise<OfferedFactor> {
  await ensureOwnPassword(session, given.ownPassword, address, 'ownPassword');
  const { userId } = session.actor;
  const secret = createTotpSecret();
  const { count } = await db.user.updateMany({
    where: { id: userId, totpSecret: null },
    data: { totpPendingSecret: sealSecret(secret, userId) },
  });
  if (count === 0) throw alreadyOn();
  return { secret, uri: totpUri(secret, session.email) };
}

/** The refusal for a second factor that is set up already. */
export function alreadyOn(): DomainError {
  return new DomainError('INVALID', 'You have a second factor already. Remove it to set up another.');
}
