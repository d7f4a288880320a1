import { parseArgs } from 'node:util';
import { buildApp, isBuilt } from './build-app';
import { CommandError, runCommand, say } from './command';
import { type Database, hasAccount, openDatabase, prepareDatabase } from './database';
import { generateCode } from './generate-code';
import { type Keeper, keepRunning } from './keep-running';
import { isPortFree } from './ports';
import { type RunLock, runFile, sharedRunFile, takeRunLock } from './run-lock';
import { refuseOtherSecret } from './same-secret';
import { loadSecrets, readSetting } from './secrets';
import { type Address, appEnvironment, ownProcessName, readAddress } from './settings';
import { untilStopped } from './until-stopped';

await runCommand(async (args) => {
  const { demo } = readOptions(args);
  const address = readAddress();
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  // One Galley owns the embedded database; any number may serve a database of the operator's own.
  const isShared = readSetting('DATABASE_URL') !== undefined;
  const lock = await takeRunLock(isShared ? sharedRunFile(address.port) : runFile, address.url);
  const running: Running = { database: undefined, keeper: undefined };
  try {
    await refuseTakenPort(address, lock.recovered ? 5_000 : 0);
    await bringUp(running, lock, address, demo, stop.signal);
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
  lock: RunLock,
  address: Address,
  demo: boolean,
  signal: AbortSignal,
): Promise<void> {
  running.database = await openDatabase();
  signal.throwIfAborted();
  if (running.database.embedded === undefined)
    await refuseOtherSecret(running.database.ownerUrl, ownProcessName());
  await prepareDatabase(running.database);
  signal.throwIfAborted();
  await generateCode();
  if (!isBuilt()) {
    say('Building Galley (half a minute to a minute, only when it changed) …');
    await buildApp(signal);
  }
  signal.throwIfAborted();
  const databaseUrl = running.database.appUrl;
  if (demo) await addDemo(databaseUrl, address.url);
  lock.note('opening');
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
