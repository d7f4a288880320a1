import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { z } from 'zod';
import { nodePath, root } from './paths';
import { hashFiles } from './source-hash';

const generated = join(root, 'lib', 'server', 'imports', 'generated');
// Beside what it speaks of: a copy of the program is known as up to date wherever it is used.
const stamp = join(generated, 'made-from');
const stampSchema = z.strictObject({ files: z.array(z.string()), hash: z.string() });

/**
 * Makes the program of the parser process in lib/server/imports/generated when what it is made of has changed: one file with all
 * that it needs, and beside it what V8 has compiled of that. A process reads these in a third of the time that a thousand
 * files take. True when it made one.
 */
export async function generateParser(): Promise<boolean> {
  if (isMade()) return false;
  mkdirSync(generated, { recursive: true });
  const program = join(generated, 'parser.js');
  // Several may make it at the same time: each whole, the last one stays.
  const draft = join(generated, `parser-${process.pid}.js`);
  const files = await bundle(draft);
  const hash = hashOf(files); // before it is compiled: what is edited meanwhile is not in it
  await promisify(execFile)(nodePath, [join(root, 'lib', 'cli', 'compile-parser.mjs'), draft]);
  renameSync(`${draft}.compiled`, `${program}.compiled`);
  renameSync(draft, program);
  writeFileSync(stamp, JSON.stringify({ files, hash }));
  return true;
}

function isMade(): boolean {
  if (!existsSync(stamp)) return false;
  try {
    const { files, hash } = stampSchema.parse(JSON.parse(readFileSync(stamp, 'utf8')));
    return hash === hashOf(files);
  } catch {
    return false; // cut off, or of an older kind
  }
}

const hashOf = (files: readonly string[]): string => hashFiles(root, [...files, 'package-lock.json']);

/** Writes the program; answers with the files of ours that are in it. */
async function bundle(outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, 'lib', 'server', 'imports', 'answer-job.ts')],
    outfile,
    absWorkingDir: root,
    metafile: true,
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
  return Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'));
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
