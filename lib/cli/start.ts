import { parseArgs } from 'node:util';
import { buildApp, isBuilt } from './build-app';
import { CommandError, runCommand, say } from './command';
import { type Database, hasAccount, openDatabase, prepareDatabase } from './database';
import { generateClient } from './generate-client';
import { type Keeper, keepRunning } from './keep-running';
import { isPortFree } from './ports';
import { type RunLock, runFile, takeRunLock } from './run-lock';
import { loadSecrets } from './secrets';
import { type Address, appEnvironment, readAddress } from './settings';
import { untilStopped } from './until-stopped';

await runCommand(async (args) => {
  const { demo } = readOptions(args);
  const address = readAddress();
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  const lock = await takeRunLock(runFile, address.url);
  const running: Running = { database: undefined, keeper: undefined };
  try {
    await refuseTakenPort(address, lock.recovered ? 5_000 : 0);
    await bringUp(running, address, demo, stop.signal);
    lock.note('ready');
    await stopped;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    await bringDown(running, lock);
  }
  say('Galley has stopped.');
  return 0;
});

type Running = { database: Database | undefined; keeper: Keeper | undefined };

function readOptions(args: readonly string[]): { demo: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean', default: false } } });
    return { demo: values.demo };
  } catch {
    throw new CommandError('npm start knows one option: npm start -- --demo adds a team to try Galley with.');
  }
}

async function bringUp(
  running: Running,
  address: Address,
  demo: boolean,
  signal: AbortSignal,
): Promise<void> {
  running.database = await openDatabase();
  signal.throwIfAborted();
  await prepareDatabase(running.database);
  signal.throwIfAborted();
  await generateClient();
  if (!isBuilt()) {
    say('Building Galley (half a minute to a minute, only when it changed) …');
    await buildApp(signal);
  }
  signal.throwIfAborted();
  const databaseUrl = running.database.appUrl;
  if (demo) await addDemo(databaseUrl, address.url);
  const { port, host, url } = address;
  running.keeper = await keepRunning({ port, host, url, databaseUrl, signal }, running.database.embedded);
  say(`Galley is ready at ${url}`);
  if (!(await hasAccount(running.database.ownerUrl))) {
    say(`Create the first account: ${url}/setup?token=${running.keeper.app.setupToken}`);
  }
}

/** The app of a Galley that was killed ends by itself, a moment later: `patienceMs` is for that. */
async function refuseTakenPort({ port, host }: Address, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  do {
    if (await isPortFree(port, host)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < deadline);
  const other = port < 65_535 ? port + 1 : 3000;
  throw new CommandError(
    `Port ${port} is used by another program. Start on another one: PORT=${other} npm start`,
  );
}

async function addDemo(databaseUrl: string, url: string): Promise<void> {
  Object.assign(process.env, appEnvironment(databaseUrl, url, loadSecrets()));
  const { seedDemo } = await import('@/prisma/seed');
  say('The demo team signs in with:');
  for (const { email, password, role } of await seedDemo()) say(`  ${role}: ${email}  ${password}`);
}

async function bringDown(running: Running, lock: RunLock): Promise<void> {
  lock.note('stopping');
  await running.keeper?.stop();
  await running.database?.embedded?.stop();
  lock.release();
}
