import connect, { type Sql } from 'postgres';
import { findFileNames, findMissing, readFile } from './backup-files';
import type { Frame } from './backup-frames';
import { type BackupTable, findTables, readRows, startSum, type TableSum } from './backup-tables';

/** What the backup is to hold besides the tables; `filesDir` is where files of evidence lie. */
export type BackupHead = {
  readonly createdAt: Date;
  readonly nextauthSecret: string;
  readonly filesDir: string;
};

/** What the person at the terminal is told meanwhile. */
export type BackupNotes = {
  readonly table: (name: string, sum: TableSum) => void;
  readonly file: (name: string, isThere: boolean) => void;
};

/**
 * Everything in the database at `url` (its owner's address) as it is at one moment, and the files that it names; people
 * may go on working. `notes` hears of each table and file when it is done; a file that is missing is left out.
 */
export async function* takeBackup(url: string, head: BackupHead, notes: BackupNotes): AsyncGenerator<Frame> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  const connection = await sql.reserve();
  try {
    await connection`begin isolation level repeatable read, read only`;
    const migrations = await readMigrationNames(connection);
    yield {
      kind: 'begin',
      createdAt: head.createdAt.toISOString(),
      migrations,
      nextauthSecret: head.nextauthSecret,
    };
    const tables = await findTables(connection);
    for (const table of tables) yield* readTable(connection, table, notes.table);
    const fileNames = await findFileNames(connection);
    const missing = new Set(findMissing(head.filesDir, fileNames));
    for (const name of fileNames) {
      if (!missing.has(name)) yield* readFile(head.filesDir, name);
      notes.file(name, !missing.has(name));
    }
    yield { kind: 'end', tables: tables.length, files: fileNames.length - missing.size };
    await connection`commit`;
  } finally {
    connection.release();
    await sql.end({ timeout: 1 });
  }
}

async function* readTable(
  sql: Sql,
  table: BackupTable,
  noteTable: (name: string, sum: TableSum) => void,
): AsyncGenerator<Frame> {
  yield { kind: 'table', ...table, columns: [...table.columns] };
  const { add, sum } = startSum();
  for await (const rows of readRows(sql, table)) {
    add(rows);
    yield { kind: 'rows', rows };
  }
  yield { kind: 'tableEnd', sum: sum() };
  noteTable(table.name, sum());
}

async function readMigrationNames(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by migration_name`;
  return rows.map((row) => row.name);
}
