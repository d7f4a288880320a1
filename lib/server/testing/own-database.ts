import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { databaseUrl, onServer } from './template';

// Before a test file's own imports open the pool: a database of its own, so that files can run side by side.
const server = process.env.DATABASE_URL ?? '';
const name = `galley_test_${process.pid}_${randomBytes(4).toString('hex')}`;
await onServer(server, (sql) => sql.unsafe(`create database ${name} template ${inject('templateDatabase')}`));
process.env.DATABASE_URL = databaseUrl(server, name);
process.env.DATABASE_POOL ??= '25';
const files = mkdtempSync(join(tmpdir(), 'galley-files-'));
process.env.GALLEY_FILES = files;
process.env.NEXTAUTH_SECRET ??= 'a secret that is only known to these tests';
process.env.LOG_LEVEL ??= 'silent';

afterAll(async () => {
  const { db } = await import('@/lib/db/client');
  await db.$disconnect();
  await onServer(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  process.env.DATABASE_URL = server;
  rmSync(files, { recursive: true, force: true });
});
