import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserRun, runNode, runPlaywright, testEnvironment } from './browser-tests';
import { buildApp, isBuilt } from './build-app';
import { runCommand, say, sentenceOf } from './command';
import { generateCode } from './generate-code';
import { modulePath } from './paths';
import type { EmbeddedPostgres } from './postgres';
import { startScratchPostgres } from './scratch-postgres';
import { type CheckResult, checkLint, checkTypes, writeRouteTypes } from './static-checks';
import { countVitest, readReport, settleCounts, summaryLine, type TestCounts } from './test-counts';
import { readTestRequest, type TestPart, type TestRequest } from './test-request';
import { untilStopped } from './until-stopped';

await runCommand(async (args) => {
  const request = readTestRequest(args);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  let postgres: EmbeddedPostgres | undefined;
  try {
    await generateCode();
    if (request.parts.some((part) => part !== 'static')) postgres = await startScratchPostgres();
    const run = { request, folder, env: testEnvironment(postgres, 'short'), signal: stop.signal };
    const parts = await runParts(run);
    say('');
    for (const { skipped, repeated = 0 } of parts) {
      if (skipped > 0) say(`${skipped} tests were skipped.`);
      if (repeated > 0) say(`${repeated} browser tests passed only at the second try.`);
    }
    say(summaryLine(parts));
    return parts.some((part) => part.failed > 0) ? 1 : 0;
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Run = BrowserRun & { readonly request: TestRequest };

async function runParts(run: Run): Promise<readonly TestCounts[]> {
  const wants = (part: TestPart) => run.request.parts.includes(part);
  const projects = (['pure', 'postgres'] as const).filter(wants);
  // The compiler, the build and the tests each leave a processor idle at times: the others use it.
  const [{ statics, built }, units] = await Promise.all([
    checkAndBuild(run.signal, wants),
    projects.length > 0 ? [await runVitest(run, projects)] : [],
  ]);
  const canBrowse = built.every((part) => part.failed === 0);
  const browser = wants('browser')
    ? [canBrowse ? await runPlaywright(run, run.request.filters) : withoutBuild()]
    : [];
  return [...statics, ...units, ...built, ...browser];
}

/** The build begins when the compiler is done, because it makes anew what the compiler reads. */
async function checkAndBuild(signal: AbortSignal, wants: (part: TestPart) => boolean) {
  const statics = wants('static') ? await runStatic() : [];
  const built = wants('static') || wants('browser') ? [await runBuild(signal)] : [];
  return { statics, built };
}

async function runStatic(): Promise<readonly TestCounts[]> {
  const prepared = await writeRouteTypes();
  if (!prepared.passed) say(prepared.output);
  return [countCheck(await checkTypes()), countCheck(await checkLint())];
}

function countCheck({ name, passed, output }: CheckResult): TestCounts {
  say(passed ? `${name}: fine` : `${name}:\n${output}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function runVitest(run: Run, projects: readonly TestPart[]): Promise<TestCounts> {
  const report = join(run.folder, 'vitest.json');
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...run.request.filters];
  const patience = '--testTimeout=60000'; // on a busy machine a slow test is not a broken one
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode(run, [modulePath('vitest', 'vitest.mjs'), ...args, ...reporters, patience]);
  const json = readReport(report);
  return settleCounts(code, json === undefined ? undefined : countVitest(json));
}

async function runBuild(signal: AbortSignal): Promise<TestCounts> {
  const passed = await (isBuilt() ? Promise.resolve() : buildApp(signal)).then(
    () => true,
    (error) => {
      say(sentenceOf(error));
      return false;
    },
  );
  return countCheck({ name: 'build', passed, output: 'failed, see above' });
}

function withoutBuild(): TestCounts {
  say('The browser tests did not run, because there is no build to test.');
  return settleCounts(1, undefined);
}
