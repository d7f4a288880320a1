import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { PrismaClient, Transaction } from './client';
import { Prisma } from './generated/client';

const attempts = 4;

/**
 * Runs `work` in one READ COMMITTED transaction. When Postgres ended it for another's sake (deadlock, serialization)
 * it is run again, up to three times. `timeoutMs` is 20 000 unless given. An id that is taken already is refused with INVALID; when no connection comes
 * free in time, UNAVAILABLE.
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
      if (reason === 'busy') {
        throw new DomainError('UNAVAILABLE', 'Galley is very busy just now. Try again in a moment.');
      }
      throw error;
    }
  }
}

function reasonOf(error: unknown): 'again' | 'taken' | 'busy' | 'other' {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return 'other';
  if (error.code === 'P2034' || /\b(40001|40P01)\b/.test(JSON.stringify(error.meta ?? {}))) return 'again';
  if (error.code === 'P2002') return 'taken';
  // P2028 is also thrown when a transaction ran too long; only the wait for a connection says "start"
  return error.code === 'P2028' && error.message.includes('start a transaction') ? 'busy' : 'other';
}
