import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, runCommand, say } from './command';
import { loadSecrets, readSetting, secretsFile } from './secrets';

const maxBytes = 500 * 1024 * 1024;

await runCommand(async ([file, ...rest]) => {
  if (file === undefined || rest.length > 0) throw new CommandError('Use: npm run verify -- FILE');
  const { checkReport } = await import('@/lib/exchange/report-proof');
  const checked = await checkReport(readReport(file));
  if (checked.outcome === 'unsigned') {
    say('This file carries no signature of a Galley. A CSV never does.');
    return 1;
  }
  const { statement, key, outcome } = checked;
  if (outcome === 'forged') {
    say('The signature in this file does not fit what it signs. Nothing it says can be relied on.');
    return 1;
  }
  if (outcome === 'altered')
    say('The content of this file was changed after it was signed. The report that was signed:');
  else say('This file is as it was signed.');
  say(`  ${statement.team}, ${statement.view} copy, made ${statement.madeAt}`);
  say(
    `  article ${statement.articleId}, revision ${statement.revision.number}, SHA-256 of its text ${statement.revision.hash}`,
  );
  say(`  record up to event ${statement.record.seq}, hash ${statement.record.hash}`);
  say(`  key ${key}: ${await whoseKey(key)}`);
  return outcome === 'genuine' ? 0 : 1;
});

function readReport(file: string): Uint8Array {
  // npm runs scripts in the project; the path was typed where the person is.
  const path = resolve(readSetting('INIT_CWD') ?? '.', file);
  if (!existsSync(path) || !statSync(path).isFile()) throw new CommandError(`There is no file ${path}.`);
  if (statSync(path).size > maxBytes)
    throw new CommandError('This file is larger than 500 MB: no report is.');
  return readFileSync(path);
}

async function whoseKey(key: string): Promise<string> {
  const secret =
    readSetting('NEXTAUTH_SECRET') ?? (existsSync(secretsFile) ? loadSecrets().nextauthSecret : undefined);
  if (secret === undefined) return 'ask the newsroom whether it is theirs; their page /verify shows it';
  const { instanceKey, publicKeyOf } = await import('@/lib/server/reports/instance-key');
  return publicKeyOf(instanceKey(secret)) === key ? 'of this Galley' : 'not of this Galley';
}
