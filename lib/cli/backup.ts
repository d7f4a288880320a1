import { resolve } from 'node:path';
import { backupPassphrase, writeBackupFile } from './backup-file';
import { CommandError, runCommand, say } from './command';
import { withDatabase } from './database';
import { loadSecrets, secretsFile } from './secrets';
import { appEnvironment, filesDir } from './settings';
import { takeBackup } from './take-backup';

await runCommand(async (args) => {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    throw new CommandError('Name the file to write: npm run backup -- galley-2026-11-22.backup');
  }
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  const { passphrase, isOwnKey } = backupPassphrase();
  let rows = 0;
  let files = 0;
  const missing: string[] = [];
  await withDatabase(async (database) => {
    const { NEXTAUTH_SECRET: nextauthSecret = '' } = appEnvironment(database.appUrl, '', loadSecrets());
    const head = { createdAt: new Date(), nextauthSecret, filesDir: filesDir() };
    const frames = takeBackup(database.ownerUrl, head, {
      table: (_, sum) => {
        rows += sum.rows;
      },
      file: (name, isThere) => {
        if (isThere) files += 1;
        else missing.push(name);
      },
    });
    await writeBackupFile(file, passphrase, frames);
  });
  say(`Wrote ${rows} rows and ${files} files of evidence to ${file}.`);
  for (const name of missing) say(`Missing, and so not in the backup: the file of evidence ${name}.`);
  if (isOwnKey) {
    say(
      `It is locked with this installation's own key: keep a copy of ${secretsFile} elsewhere, or set GALLEY_BACKUP_PASSPHRASE. Without one of them nobody can open it.`,
    );
  }
  return 0;
});
