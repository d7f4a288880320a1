import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '@/lib/cli/app-server';
import { findFreePort } from '@/lib/cli/ports';
import { makeDatabase } from './global-setup';

/** The built app on an empty database of its own, as after the first start. */
export async function startOwnApp(): Promise<RunningApp> {
  const server = process.env.GALLEY_TEST_DATABASE_URL ?? '';
  const database = await makeDatabase(server);
  const port = await findFreePort();
  const app = await startApp({
    port,
    databaseUrl: database.url,
    logFile: join(tmpdir(), `galley-e2e-own-${process.pid}.log`),
    env: { LOG_LEVEL: 'warn' },
  });
  return {
    ...app,
    async stop() {
      await app.stop();
      await database.drop();
    },
  };
}
