import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { nodePath, root } from './paths';
import { hashFiles } from './source-hash';

const generated = join(root, 'lib', 'server', 'imports', 'generated');
// Beside what it speaks of: a copy of the program is known as up to date wherever it is used.
const stamp = join(generated, 'made-from');
const SOURCES = ['lib/domain', 'lib/exchange', 'lib/server', 'package-lock.json'];

/**
 * Makes the program of the parser process in lib/server/imports/generated when its sources are newer: one file with all
 * that it needs, and beside it what V8 has compiled of that. A process reads these in a third of the time that a thousand
 * files take. True when it made one.
 */
export async function generateParser(): Promise<boolean> {
  const hash = hashFiles(root, SOURCES);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  mkdirSync(generated, { recursive: true });
  const program = join(generated, 'parser.js');
  // Several may make it at the same time: each whole, the last one stays.
  const draft = join(generated, `parser-${process.pid}.js`);
  await bundle(draft);
  await promisify(execFile)(nodePath, [join(root, 'lib', 'cli', 'compile-parser.mjs'), draft]);
  renameSync(`${draft}.compiled`, `${program}.compiled`);
  renameSync(draft, program);
  writeFileSync(stamp, hash);
  return true;
}

async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'lib', 'server', 'imports', 'answer-job.ts')],
    outfile,
    bundle: true,
    minifyWhitespace: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    banner: { js: '(function (exports, require, module) {' },
    footer: { js: '})' },
    alias: { '@': root },
    // Without it `server-only` refuses to be loaded.
    conditions: ['react-server'],
    plugins: [withoutWorkers],
    logLevel: 'error',
  });
}

/** jsdom looks for the file of a worker as soon as it is loaded, for requests that no page makes here. */
const withoutWorkers: Plugin = {
  name: 'without workers',
  setup({ onLoad }) {
    onLoad({ filter: /XMLHttpRequest-impl\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      return { contents: contents.replace(/require\.resolve\([^)]*\)/, '""') };
    });
  },
};
