import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CommandError } from './command';
import type { PostgresAccount } from './postgres-account';
import type { PostgresPrograms } from './postgres-programs';
import { writePrivateFile } from './secrets';

const serverSchema = z.object({
  port: z.number().int(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  /** Postgres's own number for this cluster, so that no other server is ever taken for it. */
  systemIdentifier: z.string().optional(),
});

/** What must be remembered about an embedded cluster between starts. */
export type ServerFile = z.infer<typeof serverSchema>;

/** Where a cluster keeps its data below its folder. */
export function dataPath(folder: string): string {
  return join(folder, 'data');
}

/** What is remembered about the cluster, or undefined for a new or damaged record. */
export function readServerFile(folder: string): ServerFile | undefined {
  try {
    return serverSchema.parse(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')));
  } catch {
    return undefined; // absent or damaged: the cluster gets new passwords
  }
}

/** Remembers the cluster, readable by its owner alone. */
export function writeServerFile(folder: string, server: ServerFile): void {
  writePrivateFile(join(folder, 'server.json'), `${JSON.stringify(server, undefined, 2)}\n`);
}

/** What Postgres's programs get to see of the environment: no secrets, and messages in English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** The record of the cluster in this folder; makes the cluster, or new passwords for it, when they are missing. */
export async function ensureCluster(
  folder: string,
  programs: PostgresPrograms,
  account: PostgresAccount,
  durable: boolean,
): Promise<ServerFile> {
  const remembered = readServerFile(folder);
  const exists = existsSync(join(dataPath(folder), 'PG_VERSION'));
  if (exists && remembered !== undefined) return remembered;
  const server = { port: 0, ownerPassword: newPassword(), appPassword: newPassword() };
  if (exists) await resetPassword(folder, programs, account, server.ownerPassword);
  else await createCluster(folder, programs, account, server.ownerPassword, durable);
  writeServerFile(folder, server);
  return server;
}

/** Made beside its final place and then renamed, so that a killed first start leaves nothing half-made. */
async function createCluster(
  folder: string,
  programs: PostgresPrograms,
  account: PostgresAccount,
  password: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  const unfinished = join(folder, 'data.new');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  account.own(passwordFile);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = ['--username=galley', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const speed = durable ? [] : ['--no-sync'];
  try {
    await run(account, programs.initdb, [`--pgdata=${unfinished}`, ...login, ...locale, ...speed]);
    renameSync(unfinished, dataPath(folder));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The record of the passwords is lost but the data are there: whoever owns the files may set a new one. */
async function resetPassword(
  folder: string,
  programs: PostgresPrograms,
  account: PostgresAccount,
  password: string,
): Promise<void> {
  const statement = `ALTER ROLE galley PASSWORD '${password}'\n`;
  await run(account, programs.postgres, ['--single', '-D', dataPath(folder), 'postgres'], statement);
}

async function run(
  account: PostgresAccount,
  program: string,
  args: readonly string[],
  input?: string,
): Promise<void> {
  const [file, all] = account.command(program, args);
  const running = promisify(execFile)(file, all, { ...account.ids, cwd: '/', env: postgresEnvironment() });
  running.child.stdin?.end(input);
  try {
    await running;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new CommandError(`The database could not be prepared. Postgres says: ${stderr}`);
  }
}

function newPassword(): string {
  return randomBytes(24).toString('hex');
}
