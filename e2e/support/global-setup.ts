import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startApp } from '@/lib/cli/app-server';
import { migrate } from '@/lib/cli/migrate';
import { findFreePort } from '@/lib/cli/ports';
import { startScratchPostgres } from '@/lib/cli/scratch-postgres';

/** Starts the built app on a database of its own; the tests find both in GALLEY_E2E_URL and DATABASE_URL. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const given = process.env.GALLEY_TEST_DATABASE_URL;
  const scratch = given === undefined ? await startScratchPostgres() : undefined;
  const server = given ?? scratch?.ownerUrl('postgres') ?? '';
  process.env.GALLEY_TEST_DATABASE_URL = server;
  const database = await makeDatabase(server);
  const files = mkdtempSync(join(tmpdir(), 'galley-e2e-files-'));
  // The tests read what the app has locked, and lock what it reads.
  const secret = randomBytes(32).toString('base64url');
  const web = `127.0.0.1:${await findFreePort()}`;
  const app = await startApp({
    port: await findFreePort(),
    databaseUrl: database.url,
    logFile: join(tmpdir(), `galley-e2e-${process.pid}.log`),
    env: {
      GALLEY_RATE_FACTOR: '100',
      LOG_LEVEL: 'warn',
      GALLEY_FILES: files,
      NEXTAUTH_SECRET: secret,
      GALLEY_TEST_WEB: web,
      // On one machine it only costs: both ends would work for what no wire carries.
      GALLEY_COMPRESS: 'off',
    },
  });
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_SECRET = secret;
  process.env.GALLEY_FILES = files;
  process.env.GALLEY_TEST_WEB = web;
  process.env.GALLEY_E2E_URL = app.url;
  process.env.GALLEY_E2E_PID = String(app.pid);
  return async () => {
    await app.stop();
    await database.drop();
    rmSync(files, { recursive: true, force: true });
    await scratch?.stop();
  };
}

/** A migrated database on a Postgres server, and what removes it. */
export async function makeDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `galley_e2e_${process.pid}_${randomBytes(4).toString('hex')}`;
  const onServer = async (statement: string): Promise<void> => {
    const sql = postgres(server, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement);
    await sql.end();
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}
