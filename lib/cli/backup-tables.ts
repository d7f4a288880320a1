import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';

/** A table as it is backed up: columns in order, and the expression that sorts its rows the same way every time. */
export type BackupTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: string;
};

/** How many rows a table held, and the SHA-256 (hex) of their text in that order. */
export type TableSum = { readonly rows: number; readonly sha256: string };

/** All tables, every one after those that it refers to. Throws when tables refer to each other in a circle. */
export async function findTables(sql: Sql): Promise<readonly BackupTable[]> {
  const tables = await sql<{ name: string; columns: string[]; key: string | null; parents: string[] }[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key,
      array(select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`;
  const ordered: BackupTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const done = new Set(ordered.map((table) => table.name));
    const next = waiting.filter((table) => table.parents.every((parent) => done.has(parent)));
    if (next.length === 0) throw new Error(`Tables refer to each other in a circle: ${waiting[0]?.name}`);
    ordered.push(...next.map(({ name, columns, key }) => ({ name, columns, key: key ?? '1' })));
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}

/** The rows of a table as Postgres writes them with COPY, in the order of the key. */
export async function* readRows(sql: Sql, table: BackupTable): AsyncGenerator<Buffer> {
  const query = `copy (select ${names(table)} from ${quote(table.name)} order by ${table.key}) to stdout`;
  for await (const bytes of await sql.unsafe(query).readable()) yield bytes;
}

/** Puts rows that `readRows` gave into an empty table. */
export async function writeRows(sql: Sql, table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void> {
  const target = await sql.unsafe(`copy ${quote(table.name)} (${names(table)}) from stdin`).writable();
  const finished = new Promise<void>((resolve, reject) =>
    target.once('finish', resolve).once('error', reject),
  );
  for await (const bytes of rows) {
    if (!target.write(bytes))
      await Promise.race([new Promise((resolve) => target.once('drain', resolve)), finished]);
  }
  target.end();
  await finished;
}

/** Counts and hashes rows while they pass. */
export function summing(rows: AsyncIterable<Buffer>): { rows: AsyncGenerator<Buffer>; sum: () => TableSum } {
  const hash = createHash('sha256');
  let count = 0;
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const bytes of rows) {
      hash.update(bytes);
      for (const byte of bytes) if (byte === NEWLINE) count += 1; // COPY escapes newlines within values
      yield bytes;
    }
  }
  return { rows: pass(), sum: () => ({ rows: count, sha256: hash.copy().digest('hex') }) };
}

const NEWLINE = 10;

function names(table: BackupTable): string {
  return table.columns.map(quote).join(', ');
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
