import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from './command';
import { galleyDir, modulePath, nodePath, root } from './paths';
import { loadSecrets } from './secrets';
import { appEnvironment } from './settings';

/** The running app. */
export type RunningApp = {
  readonly url: string;
  /** What the set-up page asks for while there is no account. */
  readonly setupToken: string;
  readonly pid: number;
  readonly hasEnded: () => boolean;
  /** Ends it, giving requests three seconds; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it as `kill -9` would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/** `env` is added last and wins. `host` is this machine only unless given. */
export type AppOptions = {
  readonly port: number;
  readonly databaseUrl: string;
  readonly host?: string;
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile?: string;
  readonly mode?: 'start' | 'dev';
  /** Gives up waiting, and ends the app, when it is aborted. */
  readonly signal?: AbortSignal;
};

/**
 * Starts the built app (or the developers' one) and waits until it says that it is ready.
 * Throws CommandError with its last words when it ends or stays silent instead.
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { port, mode = 'start', logFile = join(galleyDir, 'app.log') } = options;
  const url = options.url ?? `http://localhost:${port}`;
  const env = { ...appEnvironment(options.databaseUrl, url, loadSecrets()), ...options.env };
  const child = launch(options, env, mode, logFile);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const state = { ended: false };
  void ended.then(() => {
    state.ended = true;
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(timer);
  };
  const isReady = await waitUntilReady(options, mode, () => state.ended || options.signal?.aborted === true);
  if (!isReady) {
    await end('SIGKILL');
    options.signal?.throwIfAborted();
    throw new CommandError(
      logsToTerminal()
        ? 'Galley does not come up. Its last words stand above.'
        : `Galley does not come up. Its last words (${logFile}):\n${lastLines(logFile)}`,
    );
  }
  return {
    url,
    setupToken: env.GALLEY_SETUP_TOKEN ?? '',
    pid: child.pid ?? 0,
    hasEnded: () => state.ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function launch(
  options: AppOptions,
  env: Readonly<Record<string, string>>,
  mode: 'start' | 'dev',
  logFile: string,
): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const isLarge = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const log = logsToTerminal() ? undefined : openSync(logFile, isLarge ? 'w' : 'a', 0o600);
  const next = modulePath('next', 'dist', 'bin', 'next');
  const follow = join(root, 'lib', 'cli', 'follow-parent.mjs');
  const host = options.host ?? '127.0.0.1';
  const child = spawn(
    nodePath,
    ['--import', pathToFileURL(follow).href, next, mode, '-p', String(options.port), '-H', host],
    {
      cwd: root,
      detached: true, // Ctrl+C is for Galley, which ends the app itself and in the right order
      stdio:
        mode === 'dev'
          ? ['ignore', 'inherit', 'inherit', 'ipc']
          : ['ignore', log ?? 'inherit', log ?? 'inherit', 'ipc'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: nodeEnv(mode), ...env },
    },
  );
  if (log !== undefined) closeSync(log);
  return child;
}

/** A container's log is what it prints. */
function logsToTerminal(): boolean {
  return process.env.GALLEY_LOG === 'terminal';
}

function nodeEnv(mode: 'start' | 'dev'): 'production' | 'development' {
  return mode === 'start' ? 'production' : 'development';
}

async function waitUntilReady(
  options: AppOptions,
  mode: 'start' | 'dev',
  isOver: () => boolean,
): Promise<boolean> {
  // The health answer comes from this very process: the port was free before, and it alone was started on it.
  const address = options.host === undefined || options.host === '0.0.0.0' ? '127.0.0.1' : options.host;
  const host = address.includes(':') ? `[${address === '::' ? '::1' : address}]` : address;
  const deadline = Date.now() + (mode === 'start' ? 60_000 : 180_000);
  while (!isOver() && Date.now() < deadline) {
    const answer = await fetch(`http://${host}:${options.port}/api/health/ready`, {
      signal: AbortSignal.timeout(mode === 'start' ? 5_000 : 60_000),
    }).catch(() => undefined);
    if (answer?.ok === true && !isOver()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');
}
