import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import connect, { type Sql } from 'postgres';
import { CommandError } from './command';
import { root } from './paths';

/** One migration as it lies in the folder: its name, and its SQL. */
export type Migration = { readonly name: string; readonly sql: string };

/** How a database stands to the migrations of this Galley. */
export type MigrationState = {
  readonly pending: readonly Migration[];
  /** Applied there, unknown here: a newer Galley was used on this database. */
  readonly unknown: readonly string[];
  /** Applied there with another text than the one here. */
  readonly edited: readonly string[];
  /** Begun there by another tool and never finished. */
  readonly failed: readonly string[];
};

/** Where the migrations of Galley lie. */
export const migrationsDir = join(root, 'prisma', 'migrations');

/** All migrations in the order in which they are applied. */
export function readMigrations(directory = migrationsDir): readonly Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(directory, name, 'migration.sql'), 'utf8') }));
}

/**
 * Brings the database at `url` (its owner's address) up to this Galley; returns the names of the migrations that
 * were new. Each is applied whole or not at all, and noted where `prisma migrate deploy` looks.
 * Throws CommandError, having changed nothing, when the database does not fit.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<readonly string[]> {
  return await withConnection(url, async (sql) => {
    const state = compare(await readRecord(sql), migrations);
    refuseMisfit(state);
    if (state.pending.length === 0) return [];
    await createRecord(sql);
    const applied: string[] = [];
    for (const migration of state.pending) {
      if (await applyOne(sql, migration)) applied.push(migration.name);
    }
    return applied;
  });
}

/** Compares the database's own record with these migrations; changes nothing. */
export async function findMigrationState(
  url: string,
  migrations = readMigrations(),
): Promise<MigrationState> {
  return await withConnection(url, async (sql) => compare(await readRecord(sql), migrations));
}

/** Makes Prisma's own table of applied migrations, column for column. */
export const CREATE_RECORD = `
  create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** Any number that every Galley uses alike: two that start together migrate one after the other. */
const MIGRATION_LOCK = 72_707_369;

async function createRecord(sql: Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await transaction.unsafe(CREATE_RECORD);
  });
}

/** False when another process was quicker. */
async function applyOne(sql: Sql, migration: Migration): Promise<boolean> {
  try {
    return await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      const done = await transaction`
        select 1 from public._prisma_migrations
        where migration_name = ${migration.name} and finished_at is not null and rolled_back_at is null`;
      if (done.length > 0) return false;
      await transaction.unsafe(migration.sql);
      await transaction`
        insert into public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
        values (${randomUUID()}, ${checksum(migration)}, ${migration.name}, clock_timestamp(), 1)`;
      return true;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The database could not be brought up to date, and is as it was: ${migration.name} failed with "${reason}".`,
    );
  }
}

function compare(rows: readonly RecordRow[], migrations: readonly Migration[]): MigrationState {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const live = rows.filter((row) => !row.rolledBack);
  const finished = new Set(live.filter((row) => row.finished).map((row) => row.name));
  return {
    pending: migrations.filter((migration) => !finished.has(migration.name)),
    unknown: [...finished].filter((name) => !known.has(name)),
    edited: live.filter((row) => isEdited(row, known.get(row.name))).map((row) => row.name),
    failed: live.filter((row) => !row.finished).map((row) => row.name),
  };
}

type RecordRow = { name: string; checksum: string; finished: boolean; rolledBack: boolean };

async function readRecord(sql: Sql): Promise<readonly RecordRow[]> {
  const [table] = await sql<{ found: boolean }[]>`
    select to_regclass('public._prisma_migrations') is not null as found`;
  if (table?.found !== true) return [];
  return await sql<RecordRow[]>`
    select migration_name as name, checksum, finished_at is not null as finished,
           rolled_back_at is not null as "rolledBack"
    from public._prisma_migrations order by started_at`;
}

async function withConnection<Result>(url: string, use: (sql: Sql) => Promise<Result>): Promise<Result> {
  const sql = connect(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
}

function isEdited(row: RecordRow, migration: Migration | undefined): boolean {
  return migration !== undefined && row.finished && checksum(migration) !== row.checksum;
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

function refuseMisfit(state: MigrationState): void {
  const [unknown] = state.unknown;
  if (unknown !== undefined) {
    throw new CommandError(
      `A newer Galley was used on this database (it knows the migration ${unknown}). Use that version, or restore a backup made with this one.`,
    );
  }
  const [failed] = state.failed;
  if (failed !== undefined) {
    throw new CommandError(
      `The migration ${failed} was begun on this database and never finished. Restore the latest backup, or ask for help before changing anything.`,
    );
  }
  const [edited] = state.edited;
  if (edited !== undefined) {
    throw new CommandError(
      `The migration ${edited} was changed after this database had applied it. Put its text back as it was; a change needs a migration of its own.`,
    );
  }
}
