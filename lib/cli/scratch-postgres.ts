import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from './postgres';

/** Starts a Postgres with an empty cluster of its own; its `stop` also removes the cluster. */
export async function startScratchPostgres(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const postgres = await startPostgres({ dataDir: folder, durable: false });
    return { ...postgres, stop: () => postgres.stop().finally(remove) };
  } catch (error) {
    remove();
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
