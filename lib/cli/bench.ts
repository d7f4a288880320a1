import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import connect from 'postgres';
import { grantAppRole } from './app-role';
import { type RunningApp, startApp } from './app-server';
import { type BenchName, readBenchRequest } from './bench-request';
import { buildApp, isBuilt } from './build-app';
import { chromiumAdvice, ensureChromium } from './chromium';
import { CommandError, runCommand, say } from './command';
import { type Figure, figureTable, verdictOf } from './figures';
import { generateCode } from './generate-code';
import { migrate } from './migrate';
import { findFreePort } from './ports';
import { type EmbeddedPostgres, startPostgres } from './postgres';
import { loadSecrets } from './secrets';
import { appEnvironment } from './settings';
import { untilStopped } from './until-stopped';

await runCommand(async (args) => {
  const names = readBenchRequest(args);
  const stop = new AbortController();
  const stopped = untilStopped().then(() => {
    stop.abort();
    throw new CommandError('The bench was stopped.');
  });
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  const running: Running = { app: undefined, postgres: undefined };
  try {
    const load = loadavg()[0] ?? 0;
    const figures = await Promise.race([measure(names, folder, running, stop.signal), stopped]);
    report(figures, load);
  } finally {
    await running.app?.stop();
    await running.postgres?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
});

type Running = { app: RunningApp | undefined; postgres: EmbeddedPostgres | undefined };

async function measure(
  names: readonly BenchName[],
  folder: string,
  running: Running,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const isPure = (name: BenchName): boolean => name === 'reanchor';
  const figures: Figure[] = [];
  if (names.some(isPure)) {
    say('Measuring: reanchor …');
    const { measureReanchoring } = await import('@/e2e/bench/reanchor-bench');
    figures.push(...measureReanchoring(say));
  }
  const others = names.filter((name) => !isPure(name));
  if (others.length > 0) figures.push(...(await measureApp(others, folder, running, signal)));
  return figures;
}

async function measureApp(
  names: readonly BenchName[],
  folder: string,
  running: Running,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  await generateCode();
  if (!isBuilt()) {
    say('Building Galley …');
    await buildApp(signal);
  }
  await nameChromium();
  // As durable as in real use: what a command costs is for the most part the disk's.
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  running.postgres = postgres;
  await migrate(postgres.ownerUrl());
  await grantAppRole(postgres.ownerUrl());
  running.app = await startBenchApp(postgres, folder, signal);
  Object.assign(process.env, benchEnvironment(postgres, running.app.url));
  process.env.GALLEY_REPEAT ??= 'full';
  const { runBenches } = await import('@/e2e/bench/run-benches');
  const settle = () => analyze(postgres.ownerUrl());
  const startAnother = () => startBenchApp(postgres, folder, signal);
  const { app } = running;
  return await runBenches(names, { url: app.url, app, startAnother, settle, say });
}

/** The browser tests' configuration finds the program by this variable. */
async function nameChromium(): Promise<void> {
  const chromium = await ensureChromium();
  if (chromium === undefined) throw new CommandError(chromiumAdvice);
  process.env.CHROMIUM_PATH = chromium;
}

async function startBenchApp(
  postgres: EmbeddedPostgres,
  folder: string,
  signal: AbortSignal,
): Promise<RunningApp> {
  const port = await findFreePort();
  return startApp({
    port,
    databaseUrl: postgres.appUrl,
    logFile: join(folder, 'app.log'),
    // Nobody sends as many commands a minute as the bench does.
    env: {
      ...benchEnvironment(postgres, `http://localhost:${port}`),
      GALLEY_RATE_FACTOR: '1000',
      LOG_LEVEL: 'warn',
    },
    signal,
  });
}

/** The same for the app and for the use cases that fill it. Nothing of how this machine runs its own Galley. */
function benchEnvironment(postgres: EmbeddedPostgres, url: string): Record<string, string> {
  const nothing = { NODE_ENV: 'production' } as const;
  return { ...appEnvironment(postgres.appUrl, url, loadSecrets(), nothing), ...nothing, DATABASE_POOL: '10' };
}

async function analyze(url: string): Promise<void> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe('vacuum analyze');
  } finally {
    await sql.end();
  }
}

function report(figures: readonly Figure[], load: number): void {
  const cores = cpus().length;
  const day = new Date().toISOString().slice(0, 10);
  say('');
  say(`${day}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`);
  if (load > cores / 2) {
    say(
      `Other programs kept the machine busy when this began (load ${load.toFixed(1)}): the times are too long.`,
    );
  }
  say('');
  say(figureTable(figures));
  const goals = figures.map(verdictOf).filter((verdict) => verdict !== '');
  const met = goals.filter((verdict) => verdict === 'met').length;
  say('');
  say(`${met} of ${goals.length} goals met.`);
}
