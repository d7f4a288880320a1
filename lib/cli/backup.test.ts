import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import connect from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBackupFile, writeBackupFile } from './backup-file';
import { findMissing, putBackFile } from './backup-files';
import { migrate } from './migrate';
import type { EmbeddedPostgres } from './postgres';
import { putBackBackup } from './put-back-backup';
import { startScratchPostgres } from './scratch-postgres';
import { takeBackup } from './take-backup';

const folder = mkdtempSync(join(tmpdir(), 'galley-backup-'));
const passphrase = 'correct horse battery';
const head = {
  createdAt: new Date('2026-01-02T03:04:05Z'),
  nextauthSecret: 'the secret of the first machine',
  filesDir: join(folder, 'files'),
};
const silent = { table: () => undefined, file: () => undefined };
const team = '11111111-1111-4111-8111-111111111111';
const person = '22222222-2222-4222-8222-222222222222';
vi.setConfig({ testTimeout: 60_000 }); // a real Postgres, on a machine that may be busy

let postgres: EmbeddedPostgres;

beforeAll(async () => {
  postgres = await startScratchPostgres();
  await run('postgres', 'create database first');
  await run('postgres', 'create database second');
  await migrate(postgres.ownerUrl('first'));
  await run(
    'first',
    `insert into "Team" (id, name) values ('${team}', E'Tab\\there, line\\nthere, slash \\\\, “quotes” 🗞');
     insert into "User" (id, email, name) select gen_random_uuid(), 'p' || n || '@example.org', repeat('x', 50)
       from generate_series(1, 5000) n;
     insert into "User" (id, email, name) values ('${person}', 'ada@example.org', 'Ada');
     insert into "Membership" ("teamId", "userId", role) values ('${team}', '${person}', 'owner');
     insert into "AuditEvent" ("teamId", seq, at, type, body, "previousHash", hash)
       values ('${team}', 1, now(), 'team.created', '{"a": null}', '', 'h')`,
  );
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  it('brings every row back into an empty database, and the next one is equal', async () => {
    const file = await backUp('first', 'whole');
    const restored = await putBack('second', file);
    expect(restored.nextauthSecret).toBe(head.nextauthSecret);
    expect(restored.tables.get('User')?.rows).toBe(5001);
    expect(await sumsOf('second')).toEqual(await sumsOf('first'));
  });

  it('holds nothing readable', async () => {
    const file = await backUp('first', 'sealed');
    expect(readFileSync(file).includes('ada@example.org')).toBe(false);
    expect(readFileSync(file).includes('first machine')).toBe(false);
  });

  it('is refused by a database that holds data, unless told to replace it', async () => {
    const file = await backUp('first', 'again');
    await run(
      'first',
      `insert into "User" (id, email, name) values (gen_random_uuid(), 'late@example.org', 'Late')`,
    );
    await expect(putBack('first', file)).rejects.toThrow('This database holds data already.');
    expect((await sumsOf('first')).get('User')?.rows).toBe(5002);
    await putBack('first', file, { force: true });
    expect((await sumsOf('first')).get('User')?.rows).toBe(5001);
  });

  it('leaves the database as it was when it is cut off, changed, or locked with another passphrase', async () => {
    const file = await backUp('first', 'damaged');
    const before = await sumsOf('first');
    const bytes = readFileSync(file);
    const cut = join(folder, 'cut');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 100));
    const changed = join(folder, 'changed');
    writeFileSync(
      changed,
      Buffer.from(bytes.map((byte, at) => (at === bytes.length - 500 ? byte ^ 1 : byte))),
    );
    const cannot = 'The backup cannot be opened';
    await expect(putBack('first', cut, { force: true })).rejects.toThrow(cannot);
    await expect(putBack('first', changed, { force: true })).rejects.toThrow(cannot);
    await expect(putBack('first', file, { force: true, passphrase: 'another passphrase' })).rejects.toThrow(
      cannot,
    );
    expect(await sumsOf('first')).toEqual(before);
  });

  it('brings the files of evidence along, in the same file, and says which are missing', async () => {
    const [there, gone] = ['a page '.repeat(400_000), 'gone'].map((words) => Buffer.from(words));
    const [hash, goneHash] = [there, gone].map((bytes = Buffer.of()) =>
      createHash('sha256').update(bytes).digest('hex'),
    );
    mkdirSync(join(head.filesDir, team), { recursive: true });
    writeFileSync(join(head.filesDir, team, hash ?? ''), there ?? '');
    await run('first', evidenceFiles([hash, goneHash]));
    const notes = new Map<string, boolean>();
    const file = join(folder, 'with files');
    const note = (name: string, isThere: boolean) => notes.set(name, isThere);
    const frames = takeBackup(postgres.ownerUrl('first'), head, { ...silent, file: note });
    await writeBackupFile(file, passphrase, frames);
    expect(Object.fromEntries(notes)).toEqual({ [`${team}/${hash}`]: true, [`${team}/${goneHash}`]: false });
    expect(readFileSync(file).includes('a page')).toBe(false);
    const filesDir = join(folder, 'files of the new machine');
    const restored = await putBack('second', file, { force: true, filesDir });
    expect(restored.files).toBe(1);
    expect(readFileSync(join(filesDir, team, hash ?? '')).equals(there ?? Buffer.of())).toBe(true);
    expect(findMissing(filesDir, [...notes.keys()])).toEqual([`${team}/${goneHash}`]);
  });

  it('puts no file outside its folder, and none that was changed', async () => {
    const pieces = async function* () {
      yield Buffer.from('something').toString('base64');
    };
    const to = join(folder, 'fence');
    for (const name of ['../../etc/passwd', `${team}/../x`, `${team}/${'a'.repeat(63)}`, '']) {
      await expect(putBackFile(to, name, pieces())).rejects.toThrow('cannot be one of Galley');
    }
    const name = `${team}/${'a'.repeat(64)}`;
    await expect(putBackFile(to, name, pieces())).rejects.toThrow('did not come back as it was');
    expect(findMissing(to, [name])).toEqual([name]);
  });

  it('is told from other files and never written over', async () => {
    const other = join(folder, 'other');
    writeFileSync(other, 'This is a shopping list, and it is long enough to be read as a head.');
    await expect(putBack('first', other, { force: true })).rejects.toThrow('not a backup made by Galley');
    await expect(putBack('first', join(folder, 'nowhere'), { force: true })).rejects.toThrow(
      'There is no file',
    );
    await expect(backUp('first', 'other')).rejects.toThrow('exists already');
  });
});

async function backUp(database: string, name: string): Promise<string> {
  const file = join(folder, name);
  const frames = takeBackup(postgres.ownerUrl(database), head, silent);
  await writeBackupFile(file, passphrase, frames);
  return file;
}

async function putBack(
  database: string,
  file: string,
  how: { force?: boolean; passphrase?: string; filesDir?: string } = {},
) {
  const frames = readBackupFile(file, how.passphrase ?? passphrase);
  return await putBackBackup(postgres.ownerUrl(database), frames, {
    force: how.force ?? false,
    filesDir: how.filesDir ?? head.filesDir,
  });
}

async function sumsOf(database: string) {
  const sums = new Map<string, { rows: number; sha256: string }>();
  const frames = takeBackup(postgres.ownerUrl(database), head, {
    ...silent,
    table: (name, sum) => sums.set(name, sum),
  });
  for await (const _ of frames); // only the sums are wanted
  expect(sums.size).toBeGreaterThan(15);
  return sums;
}

async function run(database: string, statements: string): Promise<void> {
  const sql = connect(postgres.ownerUrl(database), { max: 1, onnotice: () => undefined });
  await sql.unsafe(statements);
  await sql.end();
}

/** SQL for an article whose evidence has files with these hashes. */
function evidenceFiles(hashes: readonly (string | undefined)[]): string {
  const article = '33333333-3333-4333-8333-333333333333';
  return [
    `insert into "Article" (id, "teamId", title, "createdById", "currentRevisionId")
       values ('${article}', '${team}', 'The port', '${person}', gen_random_uuid())`,
    ...hashes.map(
      (
        hash,
      ) => `insert into "StoredFile" (id, "teamId", "articleId", name, type, bytes, sha256, "uploadedById", "createdAt")
         values (gen_random_uuid(), '${team}', '${article}', 'a.png', 'image/png', 4, '${hash}', '${person}', now())`,
    ),
  ].join(';');
}
