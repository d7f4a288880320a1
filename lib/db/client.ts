import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';

export type { PrismaClient } from './generated/client';

/** Either the database or one open transaction: whatever reads may be given. */
export type Reader = Prisma.TransactionClient;

/** One open transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * The one door to Postgres, one pool per process. Next loads a module once per kind of route, so the pool lives on
 * globalThis. Its connections are named by PGAPPNAME. `DATABASE_POOL` is the number of connections (10 when absent); a request that finds none free for
 * ten seconds is refused.
 */
export const db: PrismaClient = findOrMakeClient();

function findOrMakeClient(): PrismaClient {
  const shared: typeof globalThis & { galleyDb?: PrismaClient } = globalThis;
  shared.galleyDb ??= makeClient();
  return shared.galleyDb;
}

function makeClient(): PrismaClient {
  // biome-ignore lint/style/noProcessEnv: lib/db may not enter lib/server/env; both are checked there at boot
  const { DATABASE_URL, DATABASE_POOL } = process.env;
  const adapter = new PrismaPg({
    connectionString: DATABASE_URL,
    max: Number(DATABASE_POOL || 10), // empty is absent, as in env
    connectionTimeoutMillis: 10_000,
  });
  // Minimal: an error's long form quotes the query with its values, and values are people's texts.
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}
