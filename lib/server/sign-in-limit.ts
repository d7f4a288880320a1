import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { log } from './log';
import { tooMany } from './rate-limit';

// Five failures per account and address in a quarter of an hour, a hundred tries per address in an hour: soft,
// they pass by themselves. Counted in Postgres, so that all processes and restarts share them; the store removes what is over.
const store = { storeClient: db, tableName: 'rateLimit' };
const perAccount = new RateLimiterPrisma({ ...store, keyPrefix: 'account', points: 5, duration: 15 * 60 });
const perAddress = new RateLimiterPrisma({ ...store, keyPrefix: 'address', points: 100, duration: 60 * 60 });

/**
 * Runs `check` as one try to prove a secret of `account` from `address`; a check that answers undefined has
 * failed and stays counted, any other outcome is forgotten. Each try is counted before it is checked, so that
 * tries at the same time do not pass together. Throws TOO_MANY with the wait, UNAVAILABLE when it cannot count.
 */
export async function limitTries<T>(
  account: string,
  address: string,
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  // The table holds a hash: who tries to sign in is nobody's business.
  const key = createHash('sha256').update(`${account}\n${address}`).digest('hex');
  await count(perAddress, address);
  await count(perAccount, key);
  const result = await check();
  if (result === undefined) return undefined;
  await Promise.all([perAccount.delete(key), perAddress.reward(address, 1)]);
  return result;
}

/** Counts one use of a link or form that anybody may send, against its address alone. Throws like `limitTries`. */
export async function limitAddress(address: string): Promise<void> {
  await count(perAddress, address);
}

async function count(limiter: RateLimiterPrisma, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw tooMany('Too many tries.', reason.msBeforeNext);
    log.error('Tries cannot be counted', { error: reason });
    throw new DomainError(
      'UNAVAILABLE',
      'Galley cannot check passwords at the moment. Try again in a minute.',
    );
  }
}
