import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { grantAppRole } from '@/lib/cli/app-role';
import { type Keeper, keepRunning } from '@/lib/cli/keep-running';
import { migrate } from '@/lib/cli/migrate';
import { nodePath, root } from '@/lib/cli/paths';
import { findFreePort } from '@/lib/cli/ports';
import { startPostgres } from '@/lib/cli/postgres';
import type { Newsroom, NewsroomSize } from './newsroom';

/** An app with an embedded Postgres of its own, both kept alive as `npm start` keeps them. */
export type KeptGalley = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly room: Newsroom;
  /** Ends the app as `kill -9` does; the keeper starts another one. */
  readonly killApp: () => void;
  /** The same for the server of the database, with all that it is doing. */
  readonly killPostgres: () => void;
  readonly appPid: () => number;
  readonly stop: () => Promise<void>;
};

/** Makes the cluster, fills it, and starts. It writes through to the disk as in real use. */
export async function startKeptGalley(size: NewsroomSize): Promise<KeptGalley> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  let keeper: Keeper | undefined;
  const stop = async (): Promise<void> => {
    await keeper?.stop();
    await (keeper?.postgres ?? postgres).stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await migrate(postgres.ownerUrl());
    await grantAppRole(postgres.ownerUrl());
    const room = await seed(postgres.ownerUrl(), size);
    const port = await findFreePort();
    const env = { GALLEY_RATE_FACTOR: '1000', LOG_LEVEL: 'error', GALLEY_FILES: join(folder, 'files') };
    const logFile = join(folder, 'app.log');
    const running = await keepRunning({ port, databaseUrl: postgres.appUrl, logFile, env }, postgres);
    keeper = running;
    return {
      url: running.app.url,
      ownerUrl: postgres.ownerUrl(),
      room,
      killApp: () => void running.app.kill(),
      killPostgres: () => running.postgres?.kill(),
      appPid: () => running.app.pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In a process of its own: the use cases of this one belong to the database that all tests share. */
async function seed(databaseUrl: string, size: NewsroomSize): Promise<Newsroom> {
  const flags = ['--disable-warning=ExperimentalWarning', '--conditions=react-server', '--import', 'tsx'];
  const script = join(root, 'e2e', 'faults', 'seed.ts');
  const { stdout } = await promisify(execFile)(nodePath, [...flags, script, JSON.stringify(size)], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
