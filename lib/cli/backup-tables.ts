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
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
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

/** Rows in Postgres's own text form of a whole row, which loses nothing; some at a time. */
export type Rows = readonly string[];

/** The rows of a table in the order of its key. */
export async function* readRows(sql: Sql, table: BackupTable): AsyncGenerator<Rows> {
  const fields = table.columns.map((column) => `t.${quote(column)}`).join(', ');
  const query = `select row(${fields})::text as row from ${quote(table.name)} t order by ${table.key}`;
  for await (const batch of sql.unsafe<{ row: string }[]>(query).cursor(BATCH))
    yield batch.map(({ row }) => row);
}

/** Puts rows that `readRows` gave into a table. */
export async function writeRows(sql: Sql, table: BackupTable, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const fields = table.columns.map((column) => `(s.whole).${quote(column)}`).join(', ');
  // "offset 0" keeps Postgres from reading the text of a row again for each of its columns.
  await sql.unsafe(
    `insert into ${quote(table.name)} (${names(table)})
     select ${fields} from (select v::${quote(table.name)} as whole from unnest($1::text[]) v offset 0) s`,
    [[...rows]],
  );
}

/** Counts and hashes rows; `sum` may be asked at any time. */
export function startSum(): { readonly add: (rows: Rows) => void; readonly sum: () => TableSum } {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add: (rows) => {
      count += rows.length;
      for (const row of rows) hash.update(row).update('\0');
    },
    sum: () => ({ rows: count, sha256: hash.copy().digest('hex') }),
  };
}

const BATCH = 50;

function names(table: BackupTable): string {
  return table.columns.map(quote).join(', ');
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
