import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandError } from './command';
import { galleyDir } from './paths';
import { isAlive, ownIdentity } from './process-identity';

/** Where the Galley that owns this folder's embedded database says so. */
export const runFile = join(galleyDir, 'run.json');

/** Where one of several says so that serve a database of the operator's own: one for each port. */
export const sharedRunFile = (port: number): string => join(galleyDir, `run-${port}.json`);

const runSchema = z.object({
  pid: z.number().int(),
  started: z.string(),
  url: z.string(),
  /** `opening` from the moment on when the build is being served. */
  phase: z.enum(['starting', 'opening', 'ready', 'stopping']),
});

/** Who runs Galley in this folder, where it answers, and how far it is. */
export type Run = z.infer<typeof runSchema>;

/** The one right to run Galley in a folder. */
export type RunLock = {
  /** True when the lock was left behind by a Galley that was killed. */
  readonly recovered: boolean;
  readonly note: (phase: Run['phase']) => void;
  readonly release: () => void;
};

/** How long a second start waits for one that is about to end, in milliseconds. */
export type LockPatience = { readonly graceMs: number; readonly stoppingMs: number };
const PATIENCE: LockPatience = { graceMs: 1_500, stoppingMs: 20_000 };

/**
 * Takes the lock, also over one left behind by a process that was killed.
 * Throws CommandError, saying where the other one answers, when Galley already runs.
 */
export async function takeRunLock(file: string, url: string, patience = PATIENCE): Promise<RunLock> {
  mkdirSync(dirname(file), { recursive: true });
  const run: Run = { ...ownIdentity(), url, phase: 'starting' };
  const begun = Date.now();
  let recovered = false;
  while (!tryTake(file, run)) {
    const other = readRun(file);
    if (other === undefined) {
      recovered = true;
      continue;
    }
    // A start whose parent was killed notices within half a second and then stops: wait for that.
    const patienceMs = other.phase === 'stopping' ? patience.stoppingMs : patience.graceMs;
    if (Date.now() - begun > patienceMs) throw new CommandError(sentenceAbout(other));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    recovered,
    note: (phase) => replace(file, { ...run, phase }),
    release: () => {
      if (readRun(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** The living Galley of this folder, or undefined when none runs. */
export function readRun(file: string): Run | undefined {
  try {
    const run = runSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isAlive(run) ? run : undefined;
  } catch {
    return undefined; // absent or unreadable: nobody can be asked, so nobody counts
  }
}

/** Every living Galley of this folder, the one with the embedded database first. */
export function findRuns(folder = galleyDir): readonly Run[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^run(-\d+)?\.json$/.test(name))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .flatMap((name) => readRun(join(folder, name)) ?? []);
}

function tryTake(file: string, run: Run): boolean {
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, JSON.stringify(run));
    linkSync(mine, file); // atomic: the lock never exists without its owner in it
    return true;
  } catch (error) {
    if (!isFileExists(error)) throw error;
    if (readRun(file) === undefined) removeStale(file);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Two starts may find the same dead lock: what was moved aside is looked at again, and a living one put back. */
function removeStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readRun(aside) !== undefined) linkSync(aside, file);
  } catch {
    // the other start was quicker: the caller looks again
  } finally {
    rmSync(aside, { force: true });
  }
}

function isFileExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function replace(file: string, run: Run): void {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(run));
  renameSync(`${file}.${process.pid}`, file);
}

function sentenceAbout(run: Run): string {
  const what =
    run.phase === 'ready'
      ? `already runs in this folder, at ${run.url}`
      : `is already ${run.phase === 'opening' ? 'starting' : run.phase} in this folder`;
  return `Galley ${what} (process ${run.pid}). Stop that one first, or use it.`;
}
