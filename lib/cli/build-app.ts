import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command';
import { galleyDir, modulePath, nodePath, root } from './paths';
import { findRuns, takeRunLock } from './run-lock';
import { hashFiles } from './source-hash';

// Beside what it speaks of: a copy of the build is known as built wherever it is served.
const stamp = join(root, '.next', 'galley-sources');
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** True when `.next` holds a production build of exactly these sources. */
export function isBuilt(): boolean {
  return (
    readIfPresent(join(root, '.next', 'BUILD_ID')) !== undefined &&
    readIfPresent(stamp) === buildMark(hashFiles(root, SOURCES))
  );
}

/** Makes the production build. Throws CommandError with the compiler's words when the sources do not build. */
export async function buildApp(signal?: AbortSignal): Promise<void> {
  // Several that start together in one folder build once.
  const lock = await takeRunLock(join(galleyDir, 'build.json'), '', { graceMs: 600_000, stoppingMs: 0 });
  try {
    if (!isBuilt()) await buildNow(signal);
  } finally {
    lock.release();
  }
}

async function buildNow(signal: AbortSignal | undefined): Promise<void> {
  refuseUnderRunningGalley();
  rmSync(stamp, { force: true });
  const sources = hashFiles(root, SOURCES); // before: what is edited meanwhile may not be in the build
  const { code, output } = await runNextBuild(signal);
  if (code !== 0) throw new CommandError(`Galley could not be built.\n${output.trim()}`);
  writeFileSync(stamp, buildMark(sources));
}

function refuseUnderRunningGalley(): void {
  const run = findRuns().find(({ pid, phase }) => pid !== process.pid && phase !== 'starting');
  if (run === undefined) return;
  throw new CommandError(
    `Galley runs in this folder (process ${run.pid}) from sources that have changed since. Stop it, then run this again.`,
  );
}

/** What was built, and of what. */
function buildMark(sources: string): string {
  const id = readIfPresent(join(root, '.next', 'BUILD_ID')) ?? '';
  return `${sources} ${id}`;
}

function runNextBuild(signal: AbortSignal | undefined): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(nodePath, [modulePath('next', 'dist', 'bin', 'next'), 'build'], {
      cwd: root,
      env: {
        ...process.env,
        FORCE_COLOR: undefined,
        ...BUILD_ENVIRONMENT,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Nothing of the installation may be baked into the build, so it sees no secret and no database. */
const BUILD_ENVIRONMENT = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  DATABASE_URL: 'postgresql://build@127.0.0.1:1/build',
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'only-while-building-and-never-in-use-0123456789',
  GALLEY_SETUP_TOKEN: '',
} as const;

function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
