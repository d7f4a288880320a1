import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { databaseUrl, onServer } from './template';

// A process runs several test files, one after the other, with code that is loaded once. Each file gets a database and a
// folder of its own under the names that this code knows already, so that files can run side by side and in any order.
const server = process.env.DATABASE_URL ?? '';
const name = `galley_test_${process.pid}`;
const files = join(tmpdir(), name);
await onServer(server, async (sql) => {
  // A file that cannot even be loaded leaves its database behind: the next ones shall not fail for it.
  await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.unsafe(`create database ${name} template ${inject('templateDatabase')}`);
});
mkdirSync(files, { mode: 0o700 });
process.env.DATABASE_URL = databaseUrl(server, name);
process.env.DATABASE_POOL ??= '25';
process.env.GALLEY_FILES = files;
process.env.NEXTAUTH_SECRET ??= 'a secret that is only known to these tests';
process.env.GALLEY_SETUP_TOKEN ??= 'a set-up token that is only known to these tests';
process.env.LOG_LEVEL ??= 'silent';

afterAll(async () => {
  await forgetShared();
  await onServer(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  process.env.DATABASE_URL = server;
  rmSync(files, { recursive: true, force: true });
});

/** Ends what this process shares, so that the next file finds none of it. The pool opens again when it is asked. */
async function forgetShared(): Promise<void> {
  const { db } = await import('@/lib/db/client');
  await db.$disconnect();
  const shared: typeof globalThis & { galleyListening?: { readonly close: () => Promise<void> } } =
    globalThis;
  await shared.galleyListening?.close();
  for (const key of Object.keys(shared))
    if (key.startsWith('galley') && key !== 'galleyDb') Reflect.deleteProperty(shared, key);
}
