import { join } from 'node:path';
import connect from 'postgres';
import { grantAppRole } from './app-role';
import { CommandError } from './command';
import { migrate } from './migrate';
import { galleyDir } from './paths';
import { type EmbeddedPostgres, startPostgres } from './postgres';
import { readSetting } from './secrets';

/** The database that the commands share with the app. Addresses hold passwords: never print them. */
export type Database = {
  /** For the app and for use cases. */
  readonly appUrl: string;
  /** For migrations, backup and restore; with a database of the operator's own DIRECT_DATABASE_URL, else `appUrl`. */
  readonly ownerUrl: string;
  /** Galley's own server, absent when DATABASE_URL names another. */
  readonly embedded: EmbeddedPostgres | undefined;
  /** Ends the embedded server if it was started for this. */
  readonly close: () => Promise<void>;
};

/** Where the embedded cluster of this installation lies. */
export const clusterDir = join(galleyDir, 'postgres');

/** DATABASE_URL's database, or the embedded one, started when it does not run. Throws CommandError. */
export async function openDatabase(): Promise<Database> {
  const given = readSetting('DATABASE_URL');
  if (given !== undefined) {
    await refuseUnreachable('DATABASE_URL', given);
    const direct = readSetting('DIRECT_DATABASE_URL') ?? given;
    if (direct !== given) await refuseUnreachable('DIRECT_DATABASE_URL', direct);
    return { appUrl: given, ownerUrl: direct, embedded: undefined, close: async () => undefined };
  }
  const embedded = await startPostgres({ dataDir: clusterDir });
  const close = async () => (embedded.adopted ? undefined : await embedded.stop());
  return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl(), embedded, close };
}

/** Brings the database up to this Galley; returns the names of the new migrations. */
export async function prepareDatabase(database: Database): Promise<readonly string[]> {
  const applied = await migrate(database.ownerUrl);
  if (database.embedded !== undefined) await grantAppRole(database.ownerUrl);
  return applied;
}

/** Runs something with the migrated database, and ends an embedded server that was started for it. */
export async function withDatabase<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase();
  try {
    await prepareDatabase(database);
    return await use(database);
  } finally {
    await database.close();
  }
}

/** True when somebody has an account. `url` must name a migrated database. */
export async function hasAccount(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ found: boolean }[]>`select exists (select from "User") as found`;
    return row?.found === true;
  } finally {
    await sql.end();
  }
}

async function refuseUnreachable(name: string, url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new CommandError(
      `${name} must be an address such as postgresql://user:password@host:5432/galley, and it is not.`,
    );
  }
  const sql = connect(url, { max: 1, connect_timeout: 10, prepare: false, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new CommandError(
      `The database named by ${name} does not answer: ${reason}. Check the address, or leave DATABASE_URL away to use the one Galley brings.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
