import { existsSync, statfsSync, statSync } from 'node:fs';
import connect from 'postgres';
import { findFileNames, findMissing } from './backup-files';
import { chromiumAdvice, findChromium } from './chromium';
import { runCommand, say, sentenceOf } from './command';
import { clusterDir, type Database, openDatabase } from './database';
import { generateClient } from './generate-client';
import { findMigrationState } from './migrate';
import { root } from './paths';
import { isPortFree } from './ports';
import { dataPath } from './postgres-cluster';
import { findRuns, type Run } from './run-lock';
import { loadSecrets, readSetting, secretsFile } from './secrets';
import { appEnvironment, filesDir, readAddress } from './settings';

/** What was found: `bad` needs somebody's hand, `note` is only good to know. */
type Finding = { readonly state: 'fine' | 'note' | 'bad'; readonly sentence: string };

const SIGNS = { fine: ' ok ', note: 'note', bad: 'BAD ' } as const;

await runCommand(async () => {
  const findings = [
    ...(await look(checkMachine)),
    ...(await look(checkSettings)),
    ...(await look(checkRunning)),
    ...(await look(checkDatabase)),
    ...(await look(checkBrowser)),
  ];
  const bad = findings.filter((finding) => finding.state === 'bad').length;
  say(bad === 0 ? 'Nothing is wrong.' : `${bad} of these need your hand.`);
  return bad === 0 ? 0 : 1;
});

/** Prints what a check finds; a check that cannot be done is a finding, too. */
async function look(check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const findings = await check().catch((error): readonly Finding[] => [bad(sentenceOf(error))]);
  for (const { state, sentence } of findings) say(`${SIGNS[state]}  ${sentence}`);
  return findings;
}

async function checkMachine(): Promise<readonly Finding[]> {
  const { bavail, bsize } = statfsSync(root);
  const freeGb = (bavail * bsize) / 1e9;
  const disk = `${freeGb.toFixed(1)} GB are free on the disk of ${root}.`;
  return [
    fine(`Galley runs on Node ${process.versions.node}, with all packages of its lockfile.`),
    freeGb >= 1 ? fine(disk) : bad(`Only ${disk} Make room: a full disk stops the database.`),
  ];
}

async function checkSettings(): Promise<readonly Finding[]> {
  const { url } = readAddress();
  if (!existsSync(secretsFile)) return [note('There are no secrets yet: the first npm start makes them.')];
  appEnvironment('', url, loadSecrets());
  const isOpen = process.platform !== 'win32' && (statSync(secretsFile).mode & 0o077) !== 0;
  return [
    isOpen
      ? bad(`Others can read ${secretsFile}. Close it: chmod 600 "${secretsFile}"`)
      : fine('The secrets are readable by their owner alone, and none is a placeholder.'),
  ];
}

async function checkRunning(): Promise<readonly Finding[]> {
  const runs = findRuns();
  if (runs.length > 0) return Promise.all(runs.map(checkRun));
  const { port, host } = readAddress();
  return [
    (await isPortFree(port, host))
      ? fine(`Galley does not run. Port ${port} is free for it.`)
      : bad(
          `Galley does not run, and another program uses port ${port}. Choose another: PORT=${port + 1} npm start`,
        ),
  ];
}

async function checkRun({ url, pid }: Run): Promise<Finding> {
  const answer = await fetch(new URL('/api/health/ready', url), {
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  const where = `Galley runs at ${url} (process ${pid})`;
  return answer?.ok === true
    ? fine(`${where} and says that it is ready.`)
    : bad(`${where} but does not say that it is ready. Its log is .galley/app.log.`);
}

async function checkDatabase(): Promise<readonly Finding[]> {
  if (readSetting('DATABASE_URL') === undefined && !existsSync(dataPath(clusterDir))) {
    return [note('There is no database yet: the first npm start makes it.')];
  }
  const database = await openDatabase();
  try {
    const answers = fine(
      database.embedded === undefined
        ? 'The database named by DATABASE_URL answers.'
        : `The embedded Postgres answers at port ${database.embedded.port}.`,
    );
    const migrations = await checkMigrations(database);
    const isReady = migrations.every((finding) => finding.state === 'fine');
    return [
      answers,
      ...migrations,
      ...(isReady ? [...(await checkRecord(database)), ...(await checkFiles(database))] : []),
    ];
  } finally {
    await database.close();
  }
}

async function checkMigrations({ ownerUrl }: Database): Promise<readonly Finding[]> {
  const { pending, unknown, edited, failed } = await findMigrationState(ownerUrl);
  const findings = [
    ...unknown.map((name) =>
      bad(`A newer Galley was used on this database: it knows the migration ${name}.`),
    ),
    ...edited.map((name) => bad(`The migration ${name} was changed after it had been applied.`)),
    ...failed.map((name) => bad(`The migration ${name} was begun and never finished.`)),
    ...pending.map(({ name }) => note(`The migration ${name} waits for the next npm start.`)),
  ];
  return findings.length > 0 ? findings : [fine('The database has every migration of this Galley.')];
}

async function checkRecord({ appUrl }: Database): Promise<readonly Finding[]> {
  await generateClient();
  Object.assign(process.env, appEnvironment(appUrl, readAddress().url, loadSecrets()));
  const { verifyChains } = await import('@/lib/server/verify-chains');
  const { articles, events, teams, entries, faults } = await verifyChains();
  if (faults.length === 0) {
    return [
      fine(
        `The record is whole: ${events} events of ${articles} articles and ${entries} entries of ${teams} teams, each bound to the one before.`,
      ),
    ];
  }
  return faults.map(({ of, id, seq, what }) => bad(`The record of ${of} ${id} breaks at ${seq}: ${what}`));
}

async function checkFiles({ ownerUrl }: Database): Promise<readonly Finding[]> {
  const sql = connect(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const names = await findFileNames(sql);
    const missing = findMissing(filesDir(), names);
    return missing.length === 0
      ? [fine(`All ${names.length} files of evidence are in ${filesDir()}.`)]
      : missing.map((name) =>
          bad(`The file of evidence ${name} is missing in ${filesDir()}. A backup may have it.`),
        );
  } finally {
    await sql.end();
  }
}

async function checkBrowser(): Promise<readonly Finding[]> {
  const path = await findChromium();
  return [path === undefined ? note(chromiumAdvice) : fine(`npm test can use the browser ${path}.`)];
}

function fine(sentence: string): Finding {
  return { state: 'fine', sentence };
}

function note(sentence: string): Finding {
  return { state: 'note', sentence };
}

function bad(sentence: string): Finding {
  return { state: 'bad', sentence };
}
