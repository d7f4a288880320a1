import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { PrismaClient, Transaction } from './client';
import { Prisma } from './generated/client';

const attempts = 4;

/**
 * Runs `work` in one READ COMMITTED transaction. When Postgres ended it for another's sake (deadlock, serialization)
 * it is run again, up to three times. `timeoutMs` is 20 000 unless given. An id that is taken already is refused with
 * INVALID, a text that the word index cannot hold with TOO_LARGE; when no connection comes free in time, UNAVAILABLE.
 */
export async function inTransaction<T>(
  db: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  { timeoutMs }: { readonly timeoutMs?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, timeoutMs === undefined ? {} : { timeout: timeoutMs });
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === 'again' && attempt < attempts) continue;
      if (reason === 'taken') {
        throw new DomainError('INVALID', 'This id is taken already. Make a new one and send it again.');
      }
      if (reason === 'unindexable') {
        throw new DomainError(
          'TOO_LARGE',
          'This text has too many different words to be searched. Divide it into parts.',
        );
      }
      if (reason === 'busy') {
        throw new DomainError('UNAVAILABLE', 'Galley is very busy just now. Try again in a moment.');
      }
      throw error;
    }
  }
}

/** Runs `work` inside a transaction that is open already, or in one of its own. */
export function insideOrAlone<T>(
  db: PrismaClient,
  open: Transaction | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return open === undefined ? inTransaction(db, work) : work(open);
}

function reasonOf(error: unknown): 'again' | 'taken' | 'unindexable' | 'busy' | 'other' {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return 'other';
  const code = postgresCode(error.meta);
  if (error.code === 'P2034' || code === '40001' || code === '40P01') return 'again';
  if (code === '54000') return 'unindexable';
  if (error.code === 'P2002') return 'taken';
  // P2028 is also thrown when a transaction ran too long; only the wait for a connection says "start"
  return error.code === 'P2028' && error.message.includes('start a transaction') ? 'busy' : 'other';
}

/** Postgres' own code of an error, where Prisma's meta holds it. */
function postgresCode(meta: unknown): string | undefined {
  return /"(?:originalCode|code)":"([0-9A-Z]{5})"/.exec(JSON.stringify(meta ?? {}))?.[1];
}
