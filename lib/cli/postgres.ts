import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import connect from 'postgres';
import { CommandError } from './command';
import { findFreePort, isPortFree } from './ports';
import { type PostgresAccount, postgresAccount } from './postgres-account';
import {
  dataPath,
  ensureCluster,
  postgresEnvironment,
  readServerFile,
  type ServerFile,
  writeServerFile,
} from './postgres-cluster';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs';
import { commandLineOf, isAlive, type ProcessIdentity, processStart } from './process-identity';

/** A running embedded Postgres. Addresses hold passwords: never print them. */
export type EmbeddedPostgres = {
  readonly process: ProcessIdentity;
  readonly port: number;
  /** The address of a database for its owner, who may do everything; default database `galley`. */
  readonly ownerUrl: (database?: string) => string;
  /** The address of the database `galley` for the app, which may not rewrite the record. */
  readonly appUrl: string;
  /** True when it ran already and was taken over. */
  readonly adopted: boolean;
  /** Ends it cleanly; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => void;
  /** Starts it on the same folder once more after it died; resolves with what runs then. */
  readonly startAgain: () => Promise<EmbeddedPostgres>;
};

/** `durable: false` is for throw-away clusters: faster, and safe against everything but a power cut. */
export type PostgresOptions = { readonly dataDir: string; readonly durable?: boolean };

/**
 * Starts the Postgres whose cluster lies in `dataDir` (made when missing), or takes over the one that still runs
 * on it. It listens on 127.0.0.1 only, at the port it had before when that is free.
 * Throws CommandError when it cannot.
 */
export async function startPostgres({ dataDir, durable = true }: PostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const programs = postgresPrograms();
  const account = postgresAccount(programs.postgres, dataDir);
  const running = await findPostgres(dataDir, durable);
  if (running !== undefined) return running;
  await stopUnusable(dataDir);
  const server = await ensureCluster(dataDir, programs, account, durable);
  const port =
    server.port > 0 && (await isPortFree(server.port, '127.0.0.1')) ? server.port : await findFreePort();
  writeServerFile(dataDir, { ...server, port });
  const process = await launch(dataDir, { ...server, port }, programs, account, durable);
  return ready({ dataDir, durable }, { ...server, port }, process, false);
}

/** The Postgres that already runs on this folder and answers as that cluster, or undefined. */
export async function findPostgres(dataDir: string, durable = true): Promise<EmbeddedPostgres | undefined> {
  const server = readServerFile(dataDir);
  const running = readPostmaster(dataDir);
  if (server === undefined || running === undefined) return undefined;
  const here = { ...server, port: running.port };
  // It may be in the middle of recovering from a crash: give it time before calling it unusable.
  for (let attempt = 0; attempt < 100 && isAlive(running); attempt += 1) {
    const identifier = await askIdentifier(ownerUrl(here)).catch(() => undefined);
    if (identifier !== undefined) {
      const isOurs = server.systemIdentifier === undefined || identifier === server.systemIdentifier;
      return isOurs ? await ready({ dataDir, durable }, here, running, true) : undefined;
    }
    await pause(50);
  }
  return undefined;
}

type Postmaster = ProcessIdentity & { readonly port: number };

/** What the lock file in the data says, when the process it names really is a Postgres. */
function readPostmaster(dataDir: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(join(dataPath(dataDir), 'postmaster.pid'), 'utf8')
      .split('\n')
      .map(Number);
    if (pid === undefined || port === undefined) return undefined;
    const started = processStart(pid);
    if (started === undefined || !/\bpostgres(\.exe)?\b/.test(commandLineOf(pid))) return undefined;
    return { pid, started, port };
  } catch {
    return undefined; // no lock file: nothing runs
  }
}

/** A server on our data that does not answer is ended; a lock file that names a stranger's process is removed. */
async function stopUnusable(dataDir: string): Promise<void> {
  const running = readPostmaster(dataDir);
  const lock = join(dataPath(dataDir), 'postmaster.pid');
  if (running === undefined) rmSync(lock, { force: true });
  else if (commandLineOf(running.pid).includes(dataPath(dataDir))) await stopProcess(running);
}

async function launch(
  dataDir: string,
  server: ServerFile,
  programs: PostgresPrograms,
  account: PostgresAccount,
  durable: boolean,
): Promise<ProcessIdentity> {
  // The leftovers of a killed server need a moment to go away; Postgres refuses to start until then.
  for (let attempt = 1; ; attempt += 1) {
    const process = await launchOnce(dataDir, server, programs, account, durable);
    if (process !== undefined) return process;
    if (attempt === 20) throw new CommandError(`The database does not start. ${lastLogLines(dataDir)}`);
    await pause(150);
  }
}

async function launchOnce(
  dataDir: string,
  server: ServerFile,
  programs: PostgresPrograms,
  account: PostgresAccount,
  durable: boolean,
): Promise<ProcessIdentity | undefined> {
  const args = ['-D', dataPath(dataDir), '-p', String(server.port), ...settings(durable)];
  const [file, all] = account.command(programs.postgres, args);
  const log = openSync(logPath(dataDir), isLarge(logPath(dataDir)) ? 'w' : 'a', 0o600);
  const child = spawn(file, all, {
    ...account.ids,
    cwd: '/',
    detached: true, // Ctrl+C reaches every process of the terminal; Galley ends Postgres itself, and last
    stdio: ['ignore', log, log],
    env: postgresEnvironment(),
  });
  closeSync(log);
  child.unref();
  const state = { ended: false };
  child.on('error', () => {
    state.ended = true;
  });
  child.on('exit', () => {
    state.ended = true;
  });
  const pid = child.pid ?? 0;
  const identity = { pid, started: processStart(pid) ?? '' };
  const deadline = Date.now() + 60_000; // recovery after a crash may take a while
  while (!state.ended && Date.now() < deadline) {
    if (await askIdentifier(ownerUrl(server)).then(Boolean, () => false)) return identity;
    await pause(30);
  }
  if (!state.ended) await stopProcess(identity);
  return undefined;
}

function settings(durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '', // a socket's path may have 107 bytes only, and a clone may lie deeper
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and rows hold unpublished text: it must not reach the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // After a crash Postgres first writes its whole folder through to the disk; file by file that takes seconds.
    ...(platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    // synchronous_commit stays on: without it a killed server would forget what it had acknowledged.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function ready(
  options: PostgresOptions,
  server: ServerFile,
  process: ProcessIdentity,
  adopted: boolean,
): Promise<EmbeddedPostgres> {
  const systemIdentifier = await askIdentifier(ownerUrl(server));
  writeServerFile(options.dataDir, { ...server, systemIdentifier });
  await ensureDatabase(server);
  return {
    process,
    port: server.port,
    ownerUrl: (database = 'galley') => ownerUrl(server, database),
    appUrl: `postgresql://galley_app:${server.appPassword}@127.0.0.1:${server.port}/galley`,
    adopted,
    stop: () => stopProcess(process),
    kill: () => signal(process, 'SIGKILL'),
    startAgain: () => startPostgres(options),
  };
}

async function ensureDatabase(server: ServerFile): Promise<void> {
  const sql = connect(ownerUrl(server, 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql<{ database: boolean; role: boolean }[]>`
      select exists (select from pg_database where datname = 'galley') as database,
             exists (select from pg_roles where rolname = 'galley_app') as role`;
    if (found?.role !== true) await sql.unsafe('create role galley_app login');
    await sql.unsafe(`alter role galley_app password '${server.appPassword}'`);
    if (found?.database !== true) await sql.unsafe('create database galley');
  } finally {
    await sql.end();
  }
}

async function askIdentifier(url: string): Promise<string> {
  const sql = connect(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const [row] = await sql<{ id: string }[]>`select system_identifier::text as id from pg_control_system()`;
    return row?.id ?? '';
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function ownerUrl(server: ServerFile, database = 'postgres'): string {
  return `postgresql://galley:${server.ownerPassword}@127.0.0.1:${server.port}/${database}`;
}

/** Fast shutdown first; a server that does not obey is ended harder, which its next start repairs. */
async function stopProcess(process: ProcessIdentity): Promise<void> {
  for (const [name, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(process, name);
    const deadline = Date.now() + patienceMs;
    while (isAlive(process) && Date.now() < deadline) await pause(20);
    if (!isAlive(process)) return;
  }
}

function signal(target: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    if (isAlive(target)) process.kill(target.pid, name);
  } catch {
    // it ended between the look and the signal
  }
}

function logPath(dataDir: string): string {
  return join(dataDir, 'postgres.log');
}

function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
}

function lastLogLines(dataDir: string): string {
  const lines = readFileSync(logPath(dataDir), 'utf8').trim().split('\n').slice(-4);
  return `Postgres says: ${lines.join(' | ')}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
