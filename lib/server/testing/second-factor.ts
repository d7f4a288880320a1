import { generateSync } from 'otplib';
import type { Session } from '../session';
import { beginSecondFactor } from '../team/begin-second-factor';
import { confirmSecondFactor } from '../team/confirm-second-factor';

/** What an authenticator app shows at that time for a secret in Base32. */
export function codeAt(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

/**
 * Gives a signed-in person a second factor as the account page does. Its first code was used a minute ago, so that the
 * codes of now are new.
 */
export async function withSecondFactor(
  session: Session,
  password: string,
  address: string,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { secret } = await beginSecondFactor(session, { ownPassword: password }, address);
  const minuteAgo = new Date(Date.now() - 60_000);
  const recoveryCodes = await confirmSecondFactor(session, { code: codeAt(secret, minuteAgo) }, minuteAgo);
  return { secret, recoveryCodes };
}
