import connect, { type Sql } from 'postgres';
import { putBackFile } from './backup-files';
import type { Frame } from './backup-frames';
import { type BackupTable, findTables, readRows, startSum, type TableSum, writeRows } from './backup-tables';
import { CommandError } from './command';
import { CREATE_RECORD, type Migration, readMigrations } from './migrate';

/** What came back, for the person at the terminal. */
export type Restored = {
  readonly createdAt: Date;
  readonly nextauthSecret: string;
  readonly tables: ReadonlyMap<string, TableSum>;
  readonly files: number;
};

/**
 * Makes the database at `url` (its owner's address) what the backup holds: whole, compared row by row, or not at
 * all, and puts the files of evidence into `filesDir`. Throws CommandError when the database holds data and `force` is
 * not set, or when the backup does not fit.
 * Migrations younger than the backup still have to be applied afterwards.
 */
export async function putBackBackup(
  url: string,
  frames: AsyncGenerator<Frame>,
  { force, filesDir }: { readonly force: boolean; readonly filesDir: string },
): Promise<Restored> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    if (!force && (await holdsData(connection))) throw notEmpty();
    const begin = await nextFrame(frames, 'begin');
    await recreateTables(connection, begin.migrations);
    const { tables, files } = await fillTables(connection, frames, filesDir);
    await connection`commit`;
    return { createdAt: new Date(begin.createdAt), nextauthSecret: begin.nextauthSecret, tables, files };
  } catch (error) {
    await connection`rollback`;
    throw error;
  } finally {
    connection.release();
    await sql.end({ timeout: 1 });
  }
}

async function holdsData(sql: Sql): Promise<boolean> {
  for (const { name } of await findTables(sql)) {
    if (name === RECORD) continue;
    if ((await sql`select 1 from ${sql(name)} limit 1`).length > 0) return true;
  }
  return false;
}

/** Prisma's table of applied migrations: it comes with the backup, and alone it is no data. */
const RECORD = '_prisma_migrations';

async function recreateTables(sql: Sql, names: readonly string[]): Promise<void> {
  const known = readMigrations();
  const needed = names.map((name) => findMigration(known, name));
  await sql.unsafe('drop schema public cascade');
  await sql.unsafe('create schema public');
  await sql.unsafe(CREATE_RECORD);
  for (const migration of needed) await sql.unsafe(migration.sql);
}

function findMigration(known: readonly Migration[], name: string): Migration {
  const found = known.find((migration) => migration.name === name);
  if (found !== undefined) return found;
  throw new CommandError('This backup was made by a newer Galley. Restore it with that version.');
}

async function fillTables(
  sql: Sql,
  frames: AsyncGenerator<Frame>,
  filesDir: string,
): Promise<Pick<Restored, 'tables' | 'files'>> {
  const done = new Map<string, TableSum>();
  let files = 0;
  for (;;) {
    const note = await nextFrame(frames, 'table', 'file', 'end');
    if (note.kind === 'end') {
      if (note.tables === done.size && note.files === files) return { tables: done, files };
      throw new CommandError('The backup ends in the middle.');
    }
    if (note.kind === 'file') {
      // A file that is there although the rest then fails does no harm: nothing names it.
      await putBackFile(filesDir, note.name, piecesOf(frames));
      files += 1;
      continue;
    }
    done.set(note.name, await fillTable(sql, note, frames));
  }
}

async function* piecesOf(frames: AsyncGenerator<Frame>): AsyncGenerator<string> {
  for (;;) {
    const frame = await nextFrame(frames, 'bytes', 'fileEnd');
    if (frame.kind === 'fileEnd') return;
    yield frame.base64;
  }
}

async function fillTable(sql: Sql, table: BackupTable, frames: AsyncGenerator<Frame>): Promise<TableSum> {
  await sql`alter table ${sql(table.name)} disable trigger user`;
  let frame = await nextFrame(frames, 'rows', 'tableEnd');
  while (frame.kind === 'rows') {
    await writeRows(sql, table, frame.rows);
    frame = await nextFrame(frames, 'rows', 'tableEnd');
  }
  await sql`alter table ${sql(table.name)} enable trigger user`;
  const found = await sumOf(sql, table);
  if (frame.sum.rows === found.rows && frame.sum.sha256 === found.sha256) return found;
  throw new CommandError(`The table ${table.name} did not come back as it was; nothing was changed.`);
}

async function sumOf(sql: Sql, table: BackupTable): Promise<TableSum> {
  const { add, sum } = startSum();
  for await (const rows of readRows(sql, table)) add(rows);
  return sum();
}

async function nextFrame<Kind extends Frame['kind']>(
  frames: AsyncGenerator<Frame>,
  ...kinds: readonly Kind[]
): Promise<Extract<Frame, { kind: Kind }>> {
  const { value, done } = await frames.next();
  if (done !== true && isOneOf(value, kinds)) return value;
  throw new CommandError('The backup ends in the middle.');
}

function isOneOf<Kind extends Frame['kind']>(
  frame: Frame,
  kinds: readonly Kind[],
): frame is Extract<Frame, { kind: Kind }> {
  return kinds.some((kind) => kind === frame.kind);
}

function notEmpty(): CommandError {
  return new CommandError(
    'This database holds data already. To replace all of it by the backup, for good: npm run restore -- FILE --force',
  );
}
