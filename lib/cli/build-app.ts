import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command';
import { galleyDir, modulePath, nodePath, root } from './paths';
import { hashFiles } from './source-hash';

const stamp = join(galleyDir, 'build');
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** True when `.next` holds a production build of exactly these sources. */
export function isBuilt(): boolean {
  const id = readIfPresent(join(root, '.next', 'BUILD_ID'));
  return id !== undefined && readIfPresent(stamp) === `${hashFiles(root, SOURCES)} ${id}`;
}

/** Makes the production build. Throws CommandError with the compiler's words when the sources do not build. */
export async function buildApp(signal?: AbortSignal): Promise<void> {
  rmSync(stamp, { force: true });
  const hash = hashFiles(root, SOURCES);
  const { code, output } = await runNextBuild(signal);
  if (code !== 0) throw new CommandError(`Galley could not be built.\n${output.trim()}`);
  mkdirSync(galleyDir, { recursive: true });
  writeFileSync(stamp, `${hash} ${readIfPresent(join(root, '.next', 'BUILD_ID')) ?? ''}`);
}

function runNextBuild(signal: AbortSignal | undefined): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(nodePath, [modulePath('next', 'dist', 'bin', 'next'), 'build'], {
      cwd: root,
      env: { ...process.env, ...BUILD_ENVIRONMENT },
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

/** Nothing of the installation may be baked into the build, so it sees no real secret and no real database. */
const BUILD_ENVIRONMENT = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: 'postgresql://build@127.0.0.1:1/build',
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'only-while-building-and-never-in-use-0123456789',
  GALLEY_SETUP_TOKEN: '',
} as const;

function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
