import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { log } from './log';
import { tooMany } from './rate-limit';

// Five failures per account and address in a quarter of an hour, a hundred tries per address in an hour: soft,
// they pass by themselves. Counted in Postgres, so that all processes and restarts share them; the store removes what is over.
// Codes are counted per account as well, whatever the address: six digits are few. Only who has the password gets there.
const store = { storeClient: db, tableName: 'rateLimit' };
const perAccount = new RateLimiterPrisma({ ...store, keyPrefix: 'account', points: 5, duration: 15 * 60 });
const perAddress = new RateLimiterPrisma({ ...store, keyPrefix: 'address', points: 100, duration: 60 * 60 });
const perCode = new RateLimiterPrisma({ ...store, keyPrefix: 'code', points: 10, duration: 60 * 60 });

/** What a try came to: `proven` forgets the failures before it, `unfinished` changes nothing, `failed` stays counted. */
export type TryOutcome = 'proven' | 'unfinished' | 'failed';

/**
 * Runs `check` as one try to prove a secret of `account` from `address`; a check that answers undefined has
 * failed, any other answer has proven it unless `outcomeOf` says otherwise. Each try is counted before it is checked,
 * so that tries at the same time do not pass together. Throws TOO_MANY with the wait, UNAVAILABLE when it cannot count.
 */
export async function limitTries<T>(
  account: string,
  address: string,
  check: () => Promise<T | undefined>,
  outcomeOf: (result: T) => TryOutcome = () => 'proven',
): Promise<T | undefined> {
  const key = hidden(`${account}\n${address}`);
  await count(perAddress, address);
  await count(perAccount, key);
  const result = await check();
  const outcome = result === undefined ? 'failed' : outcomeOf(result);
  if (outcome === 'failed') return result;
  const settled = outcome === 'proven' ? perAccount.delete(key) : perAccount.reward(key, 1);
  await Promise.all([settled, perAddress.reward(address, 1)]);
  return result;
}

/** Runs `check` as one try of a code of `userId`, from wherever: ten wrong ones in an hour. Throws like `limitTries`. */
export async function limitCodes(userId: string, check: () => Promise<boolean>): Promise<boolean> {
  const key = hidden(userId);
  await count(perCode, key);
  const isRight = await check();
  if (isRight) await perCode.delete(key);
  return isRight;
}

/** Counts one use of a link or form that anybody may send, against its address alone. Throws like `limitTries`. */
export async function limitAddress(address: string): Promise<void> {
  await count(perAddress, address);
}

/** The table holds hashes: who tries to sign in is nobody's business. */
function hidden(key: string): string {
  return createHash('sha256').update(key).digest('hex');
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
