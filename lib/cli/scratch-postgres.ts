import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type EmbeddedPostgres, findPostgres, startPostgres } from './postgres';
import { isAlive, ownIdentity } from './process-identity';

const PREFIX = 'galley-postgres-';
const ownerSchema = z.object({ pid: z.number().int(), started: z.string() });

/** Starts a Postgres with an empty cluster of its own; its `stop` also removes the cluster. */
export async function startScratchPostgres(): Promise<EmbeddedPostgres> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(ownerFile(folder), JSON.stringify(ownIdentity()));
  try {
    const postgres = await startPostgres({ dataDir: folder, durable: false });
    return { ...postgres, stop: () => postgres.stop().finally(() => remove(folder)) };
  } catch (error) {
    remove(folder);
    throw error;
  }
}

/** Runs something with a Postgres that exists only for its duration. */
export async function withScratchPostgres<Result>(
  use: (postgres: EmbeddedPostgres) => Promise<Result>,
): Promise<Result> {
  const postgres = await startScratchPostgres();
  try {
    return await use(postgres);
  } finally {
    await postgres.stop();
  }
}

/** Ends and removes the clusters of processes that were killed before they could. */
async function removeAbandoned(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    if (!isAbandoned(folder)) continue;
    const postgres = await findPostgres(folder).catch(() => undefined);
    await postgres?.stop();
    remove(folder);
  }
}

function isAbandoned(folder: string): boolean {
  try {
    return !isAlive(ownerSchema.parse(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))));
  } catch {
    return false; // being made at this moment, or not for us to read
  }
}

function ownerFile(folder: string): string {
  return join(folder, 'owner.json');
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
