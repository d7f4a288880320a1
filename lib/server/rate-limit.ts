import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/domain/errors';
import { env } from './env';

/** How many requests one person or token may make in a minute, by kind of door. */
export const perMinute = { command: 3_000, api: 1_200, export: 60, presence: 600 } as const;
export type Rate = keyof typeof perMinute;

// Next loads a module once for pages and once for route handlers: the counters live beside both.
const counters: typeof globalThis & { galleyRates?: Map<Rate, RateLimiterMemory> } = globalThis;

/**
 * Counts one request of `key` against the limit of this process; throws TOO_MANY with the waiting time.
 * It protects the machine from runaway scripts. Guessing of passwords is counted in Postgres (sign-in-limit).
 */
export async function countRequest(rate: Rate, key: string): Promise<void> {
  counters.galleyRates ??= new Map();
  let limiter = counters.galleyRates.get(rate);
  if (limiter === undefined) {
    limiter = new RateLimiterMemory({
      points: Math.ceil(perMinute[rate] * env.GALLEY_RATE_FACTOR),
      duration: 60,
    });
    counters.galleyRates.set(rate, limiter);
  }
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw tooMany('Too many requests at once.', reason.msBeforeNext);
  }
}

/** The refusal for too many tries, with the wait in words. */
export function tooMany(what: string, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const wait = seconds < 100 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
  return new DomainError('TOO_MANY', `${what} Try again in ${wait}.`, { retryAfterSeconds: seconds });
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
