import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// argon2id as OWASP's password storage sheet and ASVS 5.0 (11.4.2) ask: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nobody's password, of the same cost, so that unknown accounts take as long as known ones. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$AaAo6W5+SNRhXKuYduNhgg$HZqodt+sctFLdzL4pjtvkiCxYl9vod6PhG9AYx7aPLc';

/** Passwords longer than this are wrong without being looked at. */
export const longestPassword = 1024;

/** The argon2id hash to store, in PHC form. The same password typed on another system (NFC, NFD) fits too. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFKC'), cost);
}

/** Whether the password fits the hash. Takes the same time when there is no hash at all. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  const candidate = password.length > longestPassword ? '' : password.normalize('NFKC');
  const fits = await verify(passwordHash ?? nobody, candidate);
  return fits && passwordHash !== null && passwordHash !== undefined && candidate !== '';
}
