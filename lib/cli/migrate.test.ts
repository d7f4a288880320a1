import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import connect from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { grantAppRole } from './app-role';
import { findMigrationState, migrate, migrationsDir, readMigrations } from './migrate';
import { root } from './paths';
import { type EmbeddedPostgres, startPostgres } from './postgres';
import { isAlive } from './process-identity';
import { refuseOtherSecret } from './same-secret';
import { diffSchemas } from './schema-diff';
import { startScratchPostgres, withScratchPostgres } from './scratch-postgres';

vi.setConfig({ testTimeout: 60_000 }); // a real Postgres, on a machine that may be busy

let postgres: EmbeddedPostgres;

beforeAll(async () => {
  postgres = await startScratchPostgres();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
});

describe('migrating', () => {
  const first = {
    name: '1_first',
    sql: 'create table a (id int); insert into a values (1); -- ; not the end',
  };
  const broken = { name: '2_broken', sql: 'create table b (id int); create table a (id int)' };

  it('applies each migration once, whole or not at all', async () => {
    const url = await newDatabase('whole');
    expect(await migrate(url, [first])).toEqual(['1_first']);
    await expect(migrate(url, [first, broken])).rejects.toThrow(
      '2_broken failed with "relation "a" already exists"',
    );
    expect(await query(url, `select to_regclass('b') is null as absent`)).toEqual([{ absent: true }]);
    const repaired = { name: '2_broken', sql: 'create table b (id int)' };
    expect(await migrate(url, [first, repaired])).toEqual(['2_broken']);
    expect(await migrate(url, [first, repaired])).toEqual([]);
    expect(await query(url, 'select count(*)::int as n from a')).toEqual([{ n: 1 }]);
  });

  it('happens once when many processes begin together', async () => {
    const url = await newDatabase('together');
    const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(url, [first])));
    expect(applied.flat()).toEqual(['1_first']);
    expect(await query(url, 'select count(*)::int as n from a')).toEqual([{ n: 1 }]);
  });

  it('is refused while a Galley with another secret serves the database', async () => {
    const url = await newDatabase('secrets');
    const other = connect(url, { max: 1, connection: { application_name: 'galley 0123456789ab' } });
    await other`select 1`;
    await expect(refuseOtherSecret(url, 'galley ba9876543210')).rejects.toThrow(
      'with another NEXTAUTH_SECRET',
    );
    await refuseOtherSecret(url, 'galley 0123456789ab');
    await other.end();
    await refuseOtherSecret(url, 'galley ba9876543210');
  });

  it('refuses a database that a newer Galley has used', async () => {
    const url = await newDatabase('newer');
    await migrate(url, [first, { name: '3_future', sql: 'select 1' }]);
    await expect(migrate(url, [first])).rejects.toThrow('A newer Galley was used on this database');
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const url = await newDatabase('edited');
    await migrate(url, [first]);
    const edited = [{ ...first, sql: `${first.sql} ` }];
    await expect(migrate(url, edited)).rejects.toThrow(
      '1_first was changed after this database had applied it',
    );
    expect((await findMigrationState(url, edited)).edited).toEqual(['1_first']);
  });
});

describe('the migrations of Galley', () => {
  it('lead to the schema: one was made for every change', () => {
    const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
    expect(readFileSync(join(migrationsDir, 'schema.prisma'), 'utf8')).toBe(schema);
  });

  it('make every column that the schema asks for, with its type', async () => {
    const migrated = await newDatabase('migrated');
    const drawn = await newDatabase('drawn');
    await migrate(migrated);
    const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
    await query(drawn, await diffSchemas(drawn, undefined, schema));
    const columns = `
      select table_name, column_name, udt_name, is_nullable, column_default, datetime_precision
      from information_schema.columns
      where table_schema = 'public' and table_name <> '_prisma_migrations' order by 1, 2`;
    const asked = await query(drawn, columns);
    expect(asked.length).toBeGreaterThan(100);
    expect(await query(migrated, columns)).toEqual(asked);
  });

  it('let the app add to the record and not rewrite it', async () => {
    await migrate(postgres.ownerUrl());
    await grantAppRole(postgres.ownerUrl());
    const app = postgres.appUrl;
    await query(app, `insert into "Team" (id, name) values ('11111111-1111-4111-8111-111111111111', 'A')`);
    await query(
      app,
      `insert into "AuditEvent" ("teamId", seq, at, type, body, "previousHash", hash)
       values ('11111111-1111-4111-8111-111111111111', 1, now(), 'x', '{}', '', '')`,
    );
    for (const table of ['AuditEvent', 'ArticleEvent']) {
      await expect(query(app, `delete from "${table}"`)).rejects.toThrow('permission denied');
      await expect(query(app, `update "${table}" set hash = ''`)).rejects.toThrow('permission denied');
      await expect(query(app, `truncate "${table}"`)).rejects.toThrow('permission denied');
    }
    await expect(query(app, 'create table extra (id int)')).rejects.toThrow('permission denied');
    await expect(query(app, `delete from _prisma_migrations`)).rejects.toThrow('permission denied');
    expect(readMigrations().length).toBeGreaterThan(0);
  });

  it('give the queue of e-mails a schema in which the app’s role may make its tables, and no other', async () => {
    await migrate(postgres.ownerUrl());
    await grantAppRole(postgres.ownerUrl());
    const boss = new PgBoss({
      connectionString: postgres.appUrl,
      schema: 'galley_queue',
      createSchema: false,
      max: 1,
    });
    boss.on('error', () => undefined);
    await boss.start();
    await boss.createQueue('mail');
    expect(await boss.send('mail', { id: 7 })).toMatch(/^[0-9a-f-]{36}$/);
    expect(await boss.fetch('mail')).toMatchObject([{ data: { id: 7 } }]);
    await boss.stop({ graceful: false });
    await expect(query(postgres.appUrl, 'create schema elsewhere')).rejects.toThrow('permission denied');
  });
});

describe('the embedded Postgres', () => {
  it('is taken over while it runs, and comes back with its data after it was killed', async () => {
    const [row] = await query(postgres.ownerUrl(), 'show data_directory');
    const dataDir = join(String(row?.data_directory), '..');
    await query(postgres.ownerUrl(), 'create table kept (id int); insert into kept values (7)');
    const taken = await startPostgres({ dataDir, durable: false });
    expect([taken.adopted, taken.process.pid]).toEqual([true, postgres.process.pid]);
    taken.kill();
    const again = await startPostgres({ dataDir, durable: false });
    expect([again.adopted, again.port]).toEqual([false, postgres.port]);
    expect(await query(again.ownerUrl(), 'select id from kept')).toEqual([{ id: 7 }]);
    await again.stop();
  });
});

describe('a scratch Postgres', () => {
  it('that a killed process left behind is ended and removed by the next one', async () => {
    const abandoned = await startScratchPostgres();
    const [row] = await query(abandoned.ownerUrl(), 'show data_directory');
    const folder = join(String(row?.data_directory), '..');
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    await withScratchPostgres(async () => undefined);
    expect(existsSync(folder)).toBe(false);
    expect(isAlive(abandoned.process)).toBe(false);
  });
});

async function newDatabase(name: string): Promise<string> {
  await query(postgres.ownerUrl('postgres'), `create database ${name}`);
  return postgres.ownerUrl(name);
}

async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}
