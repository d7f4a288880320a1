import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlaywright, testEnvironment } from './browser-tests';
import { buildApp, isBuilt } from './build-app';
import { runCommand, say } from './command';
import { readFaultRequest } from './fault-request';
import { generateCode } from './generate-code';
import { root } from './paths';
import { startScratchPostgres } from './scratch-postgres';
import { summaryLine } from './test-counts';
import { untilStopped } from './until-stopped';

await runCommand(async (args) => {
  const names = readdirSync(join(root, 'e2e', 'faults'))
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => file.slice(0, -'.spec.ts'.length));
  const chosen = readFaultRequest(args, names);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const folder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
  await generateCode();
  if (!isBuilt()) {
    say('Building Galley …');
    await buildApp(stop.signal);
  }
  const postgres = await startScratchPostgres();
  try {
    const run = { folder, env: testEnvironment(postgres, 'full'), signal: stop.signal };
    const files = chosen.map((name) => `e2e/faults/${name}.spec.ts`);
    // One after the other and without a second try: the figures are the result.
    const counts = await runPlaywright(run, files, ['--workers=1', '--retries=0', '--timeout=3600000']);
    say('');
    say(summaryLine([counts]));
    return counts.failed > 0 ? 1 : 0;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
