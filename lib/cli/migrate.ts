import { createHash } from 'node:crypto';
import connect from 'postgres';
import { CommandError } from './command';
import { applyMigrations, type Migration, readMigrations } from './migration-engine';

/** How a database stands to the migrations of this Galley. */
export type MigrationState = {
  readonly pending: readonly Migration[];
  /** Applied there, unknown here: a newer Galley was used on this database. */
  readonly unknown: readonly string[];
  /** Applied there with another text than the one here. */
  readonly edited: readonly string[];
  /** Begun there and never finished. */
  readonly failed: readonly string[];
};

/**
 * Brings the database at `url` (its owner's address) up to this Galley; returns the names of the migrations that
 * were new. Throws CommandError, having changed nothing, when the database does not fit.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<readonly string[]> {
  const state = await findMigrationState(url, migrations);
  refuseMisfit(state);
  if (state.pending.length === 0) return [];
  try {
    return await applyMigrations(url, migrations);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The database could not be brought up to date: ${reason}`);
  }
}

/** Compares the database's own record with these migrations; changes nothing. */
export async function findMigrationState(
  url: string,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const rows = await readRecord(url);
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

async function readRecord(url: string): Promise<readonly RecordRow[]> {
  const sql = connect(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [table] = await sql<{ found: boolean }[]>`
      select to_regclass('public._prisma_migrations') is not null as found`;
    if (table?.found !== true) return [];
    return await sql<RecordRow[]>`
      select migration_name as name, checksum, finished_at is not null as finished,
             rolled_back_at is not null as "rolledBack"
      from public._prisma_migrations order by started_at`;
  } finally {
    await sql.end();
  }
}

function isEdited(row: RecordRow, migration: Migration | undefined): boolean {
  if (migration === undefined || !row.finished) return false;
  return createHash('sha256').update(migration.sql).digest('hex') !== row.checksum;
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
