import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumAdvice, ensureChromium } from './chromium';
import { say } from './command';
import { modulePath, nodePath, root } from './paths';
import type { EmbeddedPostgres } from './postgres';
import { countPlaywright, readReport, settleCounts, type TestCounts } from './test-counts';

/** Where a run of tests writes its report, with which environment, and what ends it early. */
export type BrowserRun = {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/** Runs the browser tests whose paths contain one of these words (none: all), with further options of Playwright. */
export async function runPlaywright(
  run: BrowserRun,
  filters: readonly string[],
  options: readonly string[] = [],
): Promise<TestCounts> {
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    say(chromiumAdvice);
    return settleCounts(1, undefined);
  }
  const report = join(run.folder, 'playwright.json');
  const env = { ...run.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--reporter=list,json', ...options, ...filters];
  // The tests build teams and read the database through the same use cases as the app, which are for the server only.
  const flags = ['--disable-warning=ExperimentalWarning', '--conditions=react-server'];
  const cli = modulePath('@playwright', 'test', 'cli.js');
  const code = await runNode({ ...run, env }, [...flags, cli, ...args]);
  const json = readReport(report);
  return settleCounts(code, json === undefined ? undefined : countPlaywright(json));
}

/** Runs Node on a program of ours; answers with its exit code. */
export function runNode(run: Pick<BrowserRun, 'env' | 'signal'>, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(nodePath, args, {
      cwd: root,
      env: run.env,
      signal: run.signal,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Tests must not depend on how this machine runs Galley, and must never meet its data. `repeat` is how often they repeat
 * the faults that they make.
 */
export function testEnvironment(
  postgres: EmbeddedPostgres | undefined,
  repeat: 'short' | 'full',
): NodeJS.ProcessEnv {
  const own = /^(PORT|HOST|PUBLIC_URL|DATABASE_|DIRECT_DATABASE_|NEXTAUTH_|GALLEY_|PGAPPNAME)/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  const url = postgres?.ownerUrl('postgres');
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'test',
    GALLEY_REPEAT: repeat,
    NEXT_TELEMETRY_DISABLED: '1',
    ...(url === undefined ? {} : { DATABASE_URL: url, GALLEY_TEST_DATABASE_URL: url }),
  };
}
