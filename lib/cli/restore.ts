import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupPassphrase, readBackupFile } from './backup-file';
import { CommandError, runCommand, say } from './command';
import { type Database, openDatabase, prepareDatabase } from './database';
import { putBackBackup } from './put-back-backup';
import { findRuns, runFile, takeRunLock } from './run-lock';
import { loadSecrets, readSetting, secretsFile, writePrivateFile } from './secrets';
import { filesDir, readAddress } from './settings';

await runCommand(async (args) => {
  const { file, force } = readOptions(args);
  const lock = await takeRunLock(runFile, readAddress().url);
  let database: Database | undefined;
  try {
    refuseUnderRunning();
    database = await openDatabase();
    const frames = readBackupFile(file, backupPassphrase().passphrase);
    const restored = await putBackBackup(database.ownerUrl, frames, { force, filesDir: filesDir() });
    await prepareDatabase(database);
    adoptSecret(restored.nextauthSecret);
    const rows = [...restored.tables.values()].reduce((sum, table) => sum + table.rows, 0);
    say(
      `Restored ${rows} rows of ${restored.tables.size} tables and ${restored.files} files of evidence, as they were at ${restored.createdAt.toISOString()}.`,
    );
  } finally {
    await database?.close();
    lock.release();
  }
  return 0;
});

function readOptions(args: readonly string[]): { file: string; force: boolean } {
  try {
    const options = { force: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name] = positionals;
    if (name !== undefined && positionals.length === 1) {
      return { file: resolve(process.env.INIT_CWD ?? '.', name), force: values.force };
    }
  } catch {
    // an unknown option: the same sentence helps
  }
  throw new CommandError('Name the backup to restore: npm run restore -- FILE [--force]');
}

/** Several may serve a database of the operator's own: none of this folder may be up while it is replaced. */
function refuseUnderRunning(): void {
  const run = findRuns().find(({ pid }) => pid !== process.pid);
  if (run === undefined) return;
  throw new CommandError(`Galley runs at ${run.url} (process ${run.pid}). Stop it before restoring.`);
}

/** Second factors are locked with the secret that the backed-up Galley had. */
function adoptSecret(nextauthSecret: string): void {
  const secrets = loadSecrets();
  if (secrets.nextauthSecret === nextauthSecret) return;
  if (readSetting('NEXTAUTH_SECRET') !== undefined) {
    say(
      'NEXTAUTH_SECRET is not the one of the backup: second factors have to be set up again, or set it to that one.',
    );
    return;
  }
  writePrivateFile(secretsFile, `${JSON.stringify({ ...secrets, nextauthSecret }, undefined, 2)}\n`);
}
