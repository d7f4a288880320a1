import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '@/lib/cli/app-server';
import { findFreePort } from '@/lib/cli/ports';

/** One of several app processes on the database that all tests share. */
export type SharingApp = {
  readonly url: string;
  readonly pid: () => number;
  /** Asks it to end, as a rolling restart does, and starts another one on the same port; how long the end took. */
  readonly restart: () => Promise<{ readonly endedMs: number }>;
  readonly stop: () => Promise<void>;
};

/** Starts one more process of the built app; secret, files and database are those of the shared one. */
export async function startSharingApp(): Promise<SharingApp> {
  const port = await findFreePort();
  const start = (): Promise<RunningApp> =>
    startApp({
      port,
      databaseUrl: process.env.DATABASE_URL ?? '',
      logFile: join(tmpdir(), `galley-e2e-sharing-${process.pid}.log`),
      env: {
        GALLEY_RATE_FACTOR: '1000',
        LOG_LEVEL: 'error',
        GALLEY_FILES: process.env.GALLEY_FILES ?? '',
        NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
      },
    });
  let app = await start();
  return {
    url: app.url,
    pid: () => app.pid,
    async restart() {
      const began = Date.now();
      await app.stop();
      const endedMs = Date.now() - began;
      app = await start();
      return { endedMs };
    },
    stop: () => app.stop(),
  };
}
