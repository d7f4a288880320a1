import { withDatabase } from './database';
import { generateClient } from './generate-client';
import { findRuns } from './run-lock';
import { loadSecrets } from './secrets';
import { appEnvironment, readAddress } from './settings';

/**
 * Runs something that calls use cases of `lib/server`: with the migrated database, the generated client and the
 * environment that the app would have. Import the use case inside, not at the top of the file.
 */
export async function withUseCases<Result>(use: () => Promise<Result>): Promise<Result> {
  await generateClient();
  return await withDatabase(async (database) => {
    // Links must lead to the Galley that runs, whatever port it was given.
    const url = findRuns()[0]?.url ?? readAddress().url;
    Object.assign(
      process.env,
      { NODE_ENV: 'production' },
      appEnvironment(database.appUrl, url, loadSecrets()),
    );
    return await use();
  });
}
