import { CommandError, runCommand, say } from './command';
import { type Database, hasAccount, openDatabase, prepareDatabase } from './database';
import { generateCode } from './generate-code';
import { type Keeper, keepRunning } from './keep-running';
import { isPortFree } from './ports';
import { runFile, takeRunLock } from './run-lock';
import { readAddress } from './settings';
import { untilStopped } from './until-stopped';

await runCommand(async () => {
  const { port, host, url } = readAddress();
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  const lock = await takeRunLock(runFile, url);
  let database: Database | undefined;
  let keeper: Keeper | undefined;
  try {
    if (!(await isPortFree(port, host))) {
      throw new CommandError(
        `Port ${port} is used by another program. Use another one: PORT=${port + 1} npm run dev`,
      );
    }
    database = await openDatabase();
    await prepareDatabase(database);
    await generateCode();
    const options = {
      port,
      host,
      url,
      databaseUrl: database.appUrl,
      mode: 'dev',
      signal: stop.signal,
    } as const;
    keeper = await keepRunning(options, database.embedded);
    lock.note('ready');
    say(`Galley for developers is ready at ${url}`);
    if (!(await hasAccount(database.ownerUrl))) {
      say(`Create the first account: ${url}/setup?token=${keeper.app.setupToken}`);
    }
    await stopped;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    lock.note('stopping');
    await keeper?.stop();
    await database?.embedded?.stop();
    lock.release();
  }
  return 0;
});
