/**
 * The process in which files of strangers are read (see run-parser.ts). Takes a job as a line of JSON and then the bytes
 * on its input, writes how far it is as lines of JSON to its output, last of all its answer, and ends. It runs the
 * TypeScript beside it directly: Node 24 leaves the types out, and the hook below finds files as the rest of the project
 * names them.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@/'))
      return next(`${pathToFileURL(path.join(root, specifier.slice(2)))}.ts`, context);
    const isOurs = /^\.{1,2}\//.test(specifier) && context.parentURL?.endsWith('.ts');
    return next(isOurs ? `${specifier}.ts` : specifier, context);
  },
});

const { answerTo } = await import('./answer-job.ts');

const parts = [];
for await (const part of process.stdin) parts.push(part);
const input = Buffer.concat(parts);
const end = input.indexOf('\n');
const job = JSON.parse(input.subarray(0, end).toString());
// Writing to a pipe happens at once, so that whoever waits hears of it while the reading goes on.
const onProgress = (progress) => process.stdout.write(`${JSON.stringify({ progress })}\n`);
process.stdout.write(
  JSON.stringify(await answerTo(job, new Uint8Array(input.subarray(end + 1)), onProgress)),
);
