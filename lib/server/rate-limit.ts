import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { Caller } from './access';
import { addToRates } from './add-to-rates';
import { env } from './env';
import { log } from './log';
import { createSharedCount, type SharedCount } from './shared-count';

/** How many requests one person at the screen, or one token, may make in a minute, by kind of door. */
export const perMinute = { command: 3_000, api: 1_200, export: 60, presence: 600 } as const;
export type Rate = keyof typeof perMinute;

/** How many times as much all tokens of one person, and all of one team, may send together. */
export const rateShares = { person: 2, team: 10 } as const;

/** Where somebody stands: how many requests are allowed in a minute, how many are left, and when all are there again. */
export type RateStanding = {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
};

/** A refusal that says where its sender stands. */
export class TooMany extends DomainError {
  readonly standing: RateStanding;

  constructor(standing: RateStanding) {
    const { message, details } = tooMany('Too many requests at once.', standing.resetSeconds * 1_000);
    super('TOO_MANY', message, details);
    this.standing = standing;
  }
}

// Next loads a module once for pages and once for route handlers: the count lives beside both.
const shared: typeof globalThis & { galleyRates?: SharedCount } = globalThis;

/**
 * Counts one request and answers where its sender stands by the tightest of their limits. A person at the screen has one;
 * a token has its own, and its person's and its team's together with all their tokens, so that no script slows a colleague's
 * work. All processes count together, each knowing of the others with half a second's delay. Throws TooMany with the waiting
 * time. It protects the machine from runaway scripts, and goes on by itself where counts cannot be shared; guessing of
 * passwords is counted one by one, and refused then (sign-in-limit).
 */
export function countRequest(rate: Rate, caller: Caller): RateStanding {
  let tightest: RateStanding | undefined;
  for (const [key, share] of keysOf(caller)) {
    const standing = consume(rate, key, share);
    if (tightest === undefined || standing.remaining < tightest.remaining) tightest = standing;
  }
  if (tightest === undefined) throw new Error('Every caller is counted.');
  return tightest;
}

function keysOf(caller: Caller): readonly (readonly [string, number])[] {
  const { userId, teamId } = caller.actor;
  if (caller.means === 'session') return [[`screen ${userId}`, 1]];
  return [
    [`token ${caller.tokenId}`, 1],
    [`person ${userId}`, rateShares.person],
    [`team ${teamId}`, rateShares.team],
  ];
}

function consume(rate: Rate, key: string, share: number): RateStanding {
  const limit = Math.ceil(perMinute[rate] * share * env.GALLEY_RATE_FACTOR);
  const name = `rate ${rate} ${key}`;
  const counts = requestCounts();
  const counted = counts.add(name, limit);
  const { count, leftMs } = counted ?? counts.count(name);
  const resetSeconds = Math.max(1, Math.ceil(leftMs / 1_000));
  if (counted === undefined) throw new TooMany({ limit, remaining: 0, resetSeconds });
  return { limit, remaining: Math.max(0, limit - count), resetSeconds };
}

function requestCounts(): SharedCount {
  shared.galleyRates ??= createSharedCount({
    share: addToRates,
    onFailure: (error) => log.warn('Requests are counted in this process alone', { error }),
    now: Date.now,
    schedule: (callback, afterMs) => void setTimeout(callback, afterMs).unref(),
  });
  return shared.galleyRates;
}

/** The refusal for too many tries, with the wait in words. */
export function tooMany(what: string, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const wait = seconds < 100 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
  return new DomainError('TOO_MANY', `${what} Try again in ${wait}.`, { retryAfterSeconds: seconds });
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
