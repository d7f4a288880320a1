import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './command';
import { modulePath, nodePath } from './paths';

/** What to do when no browser can be found or installed: one sentence for the person at the terminal. */
export const chromiumAdvice =
  'The browser tests need Chromium: install it (on Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to the program.';

/** The shell without a window first: it spends a seventh less on the same tests. */
const PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * Where a Chromium may lie, best first: what the environment names, Playwright's own, the system's.
 * A variable that is set is the only candidate: a wrong one must be heard of, not skipped.
 */
export function chromiumCandidates(
  environment: NodeJS.ProcessEnv,
  playwrightPath: string,
  platform: string = process.platform,
): readonly string[] {
  const named = environment.CHROMIUM_PATH || environment.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named) return [named];
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  const onMac = ['Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [playwrightPath, ...onPath, ...(platform === 'darwin' ? onMac : [])];
}

/** A Chromium that runs, installed if need be; undefined when there is none and none can be installed. */
export async function ensureChromium(): Promise<string | undefined> {
  const found = await findChromium();
  if (found !== undefined) return found;
  const installed = installWithPlaywright() ? await findChromium() : undefined;
  return installed ?? (installWithApt() ? await findChromium() : undefined);
}

/** A Chromium that is there and runs. */
export async function findChromium(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return chromiumCandidates(process.env, chromium.executablePath()).find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // It may be there and still lack a library of the system. Outside the terminal's group, so that nothing lingers.
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installWithPlaywright(): boolean {
  if (isNamed()) return false;
  say('Installing a browser for the tests …');
  const script = modulePath('@playwright', 'test', 'cli.js');
  return succeeds(nodePath, [script, 'install', 'chromium'], 300_000, {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000',
  });
}

function installWithApt(): boolean {
  if (isNamed() || process.getuid?.() !== 0) return false;
  // Older systems have the whole browser only.
  return (
    succeeds('apt-get', ['update'], 120_000) && ['chromium-headless-shell', 'chromium'].some(installPackage)
  );
}

function installPackage(name: string): boolean {
  return succeeds('apt-get', ['install', '--yes', '--no-install-recommends', name], 600_000, {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}

function isNamed(): boolean {
  return Boolean(process.env.CHROMIUM_PATH || process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH);
}

function succeeds(
  program: string,
  args: readonly string[],
  timeout: number,
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const env = { ...process.env, ...environment };
  return spawnSync(program, args, { stdio: 'ignore', timeout, env }).status === 0;
}
