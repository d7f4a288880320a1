import { type AppOptions, type RunningApp, startApp } from './app-server';
import { say, sentenceOf } from './command';
import type { EmbeddedPostgres } from './postgres';
import { isAlive } from './process-identity';

/** The app together with the Postgres below it, both started again whenever one of them dies. */
export type Keeper = {
  readonly app: RunningApp;
  /** The Postgres that runs now; absent when it is not ours to keep. */
  readonly postgres: EmbeddedPostgres | undefined;
  /** Ends the app and then the embedded Postgres; resolves when both are gone. */
  readonly stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 200;

/** Starts the app and keeps it and the embedded Postgres (absent: not ours to keep) alive until `stop`. */
export async function keepRunning(
  options: AppOptions,
  embedded: EmbeddedPostgres | undefined,
): Promise<Keeper> {
  const state = { app: await startApp(options), postgres: embedded, stopping: false };
  const watch = async () => {
    while (!state.stopping) {
      await pause(LOOK_EVERY_MS);
      if (state.stopping) return;
      await revivePostgres(state);
      await reviveApp(state, options);
    }
  };
  const watching = watch();
  return {
    get app() {
      return state.app;
    },
    get postgres() {
      return state.postgres;
    },
    stop: async () => {
      state.stopping = true;
      await state.app.stop();
      await watching; // a revival in progress may just have started another one
      await state.app.stop();
      await state.postgres?.stop();
    },
  };
}

type State = { app: RunningApp; postgres: EmbeddedPostgres | undefined; stopping: boolean };

async function revivePostgres(state: State): Promise<void> {
  const dead = state.postgres;
  if (dead === undefined || isAlive(dead.process)) return;
  say('The database ended unexpectedly; starting it again.');
  await retry(state, async () => {
    state.postgres = await dead.startAgain();
  });
  // The app keeps the address it was started with, and the old port can be taken by then.
  if (!state.stopping && state.postgres?.port !== dead.port) await state.app.stop();
}

async function reviveApp(state: State, options: AppOptions): Promise<void> {
  if (state.stopping || !state.app.hasEnded()) return;
  say('The app ended unexpectedly; starting it again.');
  await retry(state, async () => {
    const databaseUrl = state.postgres?.appUrl ?? options.databaseUrl;
    state.app = await startApp({ ...options, databaseUrl });
  });
}

/** Tries until it works or Galley is stopped, waiting longer after each failure, ten seconds at most. */
async function retry(state: State, attempt: () => Promise<void>): Promise<void> {
  for (let waitMs = 200; !state.stopping; waitMs = Math.min(waitMs * 2, 10_000)) {
    try {
      await attempt();
      return;
    } catch (error) {
      say(sentenceOf(error));
      await pause(waitMs);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
