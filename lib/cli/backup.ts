import { resolve } from 'node:path';
import { backupPassphrase, writeBackupFile } from './backup-file';
import { CommandError, runCommand, say } from './command';
import { withDatabase } from './database';
import { loadSecrets, secretsFile } from './secrets';
import { appEnvironment } from './settings';
import { takeBackup } from './take-backup';

await runCommand(async (args) => {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    throw new CommandError('Name the file to write: npm run backup -- galley-2026-11-22.backup');
  }
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  const { passphrase, isOwnKey } = backupPassphrase();
  let rows = 0;
  await withDatabase(async (database) => {
    const { NEXTAUTH_SECRET: nextauthSecret = '' } = appEnvironment(database.appUrl, '', loadSecrets());
    const head = { createdAt: new Date(), nextauthSecret };
    const frames = takeBackup(database.ownerUrl, head, (_, sum) => {
      rows += sum.rows;
    });
    await writeBackupFile(file, passphrase, frames);
  });
  say(`Wrote ${rows} rows to ${file}.`);
  if (isOwnKey) {
    say(
      `It is locked with this installation's own key: keep a copy of ${secretsFile} elsewhere, or set GALLEY_BACKUP_PASSPHRASE. Without one of them nobody can open it.`,
    );
  }
  return 0;
});
