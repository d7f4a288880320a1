import 'server-only';
import { generateSecret, generateURI, verifySync } from 'otplib';

/** Codes of the step before and after count too: clocks differ, and people type slowly (RFC 6238, 5.2). */
const toleranceSeconds = 30;

/** A new secret of 160 bits for an authenticator app, in Base32. */
export function createTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What a QR code tells an authenticator app: the secret, whose it is, and that it is Galley's. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Galley', label: email, secret });
}

/** The time step (of 30 seconds since 1970) for which six digits are the code of a secret; undefined when they are not. */
export function findTimeStep(secret: string, digits: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const answer = verifySync({ secret, token: digits, epoch, epochTolerance: toleranceSeconds });
  return answer.valid && 'timeStep' in answer ? answer.timeStep : undefined;
}
