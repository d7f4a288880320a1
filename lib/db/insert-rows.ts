import 'server-only';
import type { Transaction } from './client';
import { Prisma } from './generated/client';

/** As many as make a statement of some megabytes. */
const atOnce = 1_000;

type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts many rows; what one of them does not name is null in it. They go to Postgres as one value each thousand: Prisma would walk through
 * every value of every row, and thousands of annotations with their events would keep all other requests waiting.
 */
export async function insertRows(
  tx: Transaction,
  table: Prisma.ModelName,
  rows: readonly Row[],
): Promise<void> {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Array.from(names, (name) => `"${name}"`).join(', ');
  for (let at = 0; at < rows.length; at += atOnce) {
    const values = JSON.stringify(rows.slice(at, at + atOnce).map(withPlainNulls));
    await tx.$executeRaw`
      INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.raw(columns)})
      SELECT ${Prisma.raw(columns)} FROM jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${values}::jsonb)`;
  }
}

const withPlainNulls = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === Prisma.DbNull ? null : value]),
  );
