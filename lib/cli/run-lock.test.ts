import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ownIdentity, processStart } from './process-identity';
import { findRuns, readRun, takeRunLock } from './run-lock';

const impatient = { graceMs: 150, stoppingMs: 1_500 };
const url = 'http://localhost:4000';

const folder = mkdtempSync(join(tmpdir(), 'galley-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

function newFile(): string {
  return join(mkdtempSync(join(folder, 'run-')), 'run.json');
}

it('refuses a second Galley and says where the first one answers', async () => {
  const file = newFile();
  const lock = await takeRunLock(file, url, impatient);
  await expect(takeRunLock(file, url, impatient)).rejects.toThrow(
    'Galley is already starting in this folder',
  );
  lock.note('ready');
  await expect(takeRunLock(file, url, impatient)).rejects.toThrow(
    `Galley already runs in this folder, at ${url} (process ${process.pid}). Stop that one first, or use it.`,
  );
  lock.release();
  expect(existsSync(file)).toBe(false);
});

it('lets several run that share a database, and knows all of them', async () => {
  const place = mkdtempSync(join(folder, 'shared-'));
  const locks = await Promise.all(
    ['run-4001.json', 'run-4002.json'].map((name) =>
      takeRunLock(join(place, name), `http://${name}`, impatient),
    ),
  );
  writeFileSync(join(place, 'build.json'), readFileSync(join(place, 'run-4001.json')));
  writeFileSync(
    join(place, 'run-4003.json'),
    JSON.stringify({ pid: 1, started: 'of another boot', url, phase: 'ready' }),
  );
  expect(findRuns(place).map((run) => run.url)).toEqual(['http://run-4001.json', 'http://run-4002.json']);
  for (const lock of locks) lock.release();
  expect(findRuns(place)).toEqual([]);
  expect(findRuns(join(place, 'absent'))).toEqual([]);
});

it('recovers the lock of a process that was killed', async () => {
  const file = newFile();
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  writeFileSync(file, JSON.stringify({ pid, started: processStart(pid), url, phase: 'ready' }));
  await expect(takeRunLock(file, url, impatient)).rejects.toThrow('already runs');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  const lock = await takeRunLock(file, url, impatient);
  expect(lock.recovered).toBe(true);
  expect(readRun(file)?.pid).toBe(process.pid);
});

it('does not take a later process with the same number for the one that held the lock', async () => {
  const file = newFile();
  writeFileSync(file, JSON.stringify({ ...ownIdentity(), started: 'long ago', url, phase: 'ready' }));
  expect(readRun(file)).toBeUndefined();
  expect((await takeRunLock(file, url, impatient)).recovered).toBe(true);
});

it('recovers a lock that is damaged', async () => {
  const file = newFile();
  writeFileSync(file, '{"pid": 12');
  await takeRunLock(file, url, impatient);
  expect(readRun(file)?.phase).toBe('starting');
});

it('waits for a Galley that is stopping', async () => {
  const file = newFile();
  const first = await takeRunLock(file, url, impatient);
  first.note('stopping');
  setTimeout(first.release, 400);
  const second = await takeRunLock(file, 'http://localhost:4001', impatient);
  expect(JSON.parse(readFileSync(file, 'utf8')).url).toBe('http://localhost:4001');
  second.release();
});

it('lets exactly one of many that start together win', async () => {
  const file = newFile();
  writeFileSync(file, JSON.stringify({ pid: 1, started: 'of another boot', url, phase: 'ready' }));
  const script = `
    import { takeRunLock } from ${JSON.stringify(join(import.meta.dirname, 'run-lock.ts'))};
    try { await takeRunLock(process.argv[2], 'x', { graceMs: 0, stoppingMs: 0 }); console.log('won'); }
    catch { console.log('lost'); }
    setTimeout(() => undefined, 3000);`;
  const starter = join(folder, 'starter.mts');
  writeFileSync(starter, script);
  const answers = await Promise.all(Array.from({ length: 4 }, () => firstLine(starter, file)));
  expect(answers.filter((answer) => answer === 'won')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'lost')).toHaveLength(3);
}, 30_000);

function firstLine(script: string, argument: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, argument], { cwd: process.cwd() });
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    child.once('exit', () => resolve('silent'));
  });
}
