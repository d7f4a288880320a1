import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What the postgres project's tests are told before they begin. */
  export interface ProvidedContext {
    templateDatabase: string;
  }
}

/**
 * Makes one migrated database that every test file gets a copy of. `DATABASE_URL` names a server on which the tests may
 * create and drop databases.
 */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL;
  if (url === undefined)
    throw new Error('The tests against Postgres need DATABASE_URL; `npm test` gives it.');
  const name = `galley_template_${process.pid}`;
  await onServer(url, (sql) => sql.unsafe(`create database ${name}`));
  await onServer(databaseUrl(url, name), (sql) => sql.unsafe(migrations()));
  project.provide('templateDatabase', name);
  return () => onServer(url, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Runs something over one connection of its own. */
export async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function migrations(): string {
  const folder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'))
    .join('\n;\n');
}
