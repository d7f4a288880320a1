import 'server-only';
import { randomInt } from 'node:crypto';
import { recoveryAlphabet, recoveryCodeCount } from '@/lib/domain/second-factor';
import { hashPassword } from './password';

/** A recovery code as it is shown, once, and what is stored of it. */
export type NewRecoveryCode = { readonly code: string; readonly hash: string };

/**
 * Ten recovery codes of twelve characters in three groups. They are hashed like passwords, because they hold fewer
 * than 112 bits (ASVS 5.0, 6.5.2).
 */
export async function createRecoveryCodes(): Promise<readonly NewRecoveryCode[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => [group(), group(), group()].join('-'));
  return await Promise.all(codes.map(async (code) => ({ code, hash: await hashPassword(plain(code)) })));
}

function group(): string {
  return Array.from({ length: 4 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('');
}

const plain = (code: string) => code.replaceAll('-', '');
