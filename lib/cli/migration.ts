import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, runCommand, say } from './command';
import { migrationsDir } from './migrate';
import { root } from './paths';
import { diffSchemas } from './schema-diff';
import { withScratchPostgres } from './scratch-postgres';

const NOTHING = '-- This is an empty migration.';

await runCommand(async ([name = '']) => {
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new CommandError('Name the migration in small letters: npm run migration -- add_something');
  }
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
  // The schema as the latest migration left it: the engine cannot read a database offline, but it can read this.
  const before = join(migrationsDir, 'schema.prisma');
  const latest = existsSync(before) ? readFileSync(before, 'utf8') : undefined;
  const sql = await withScratchPostgres((postgres) => diffSchemas(postgres.ownerUrl(), latest, schema));
  if (sql.trim() === '' || sql.trim() === NOTHING) {
    throw new CommandError(
      'prisma/schema.prisma is as the latest migration left it: there is nothing to migrate.',
    );
  }
  const directory = join(migrationsDir, `${timestamp(new Date())}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'migration.sql'), sql);
  writeFileSync(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(before, schema);
  say(`Read it, and add what the schema cannot say: ${join(directory, 'migration.sql')}`);
  return 0;
});

/** The first 14 digits of the time in UTC, as Prisma names its migrations. */
function timestamp(time: Date): string {
  return time.toISOString().replace(/\D/g, '').slice(0, 14);
}
