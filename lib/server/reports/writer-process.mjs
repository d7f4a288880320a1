/**
 * The process in which reports are written (see run-writer.ts). Takes `{report, format, table}` as a line of
 * JSON on its input and the annotations of the report as one each, writes the file to its output piece by piece and ends;
 * how much is written it says on its error output, as `share 42`. It runs the TypeScript of the project directly: Node 24
 * leaves the types out, and the hook below finds files as the rest of the project names them.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
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

const parts = [];
for await (const part of process.stdin) parts.push(part);
const [asked, ...entries] = Buffer.concat(parts.splice(0))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const { format, table } = asked;
const report = { ...asked.report, entries };

async function* drawn() {
  const { reportToSvg } = await import('../../exchange/picture/preview-svg.ts');
  const { svgToPng } = await import('./svg-to-png.mjs');
  yield svgToPng(reportToSvg(report));
}

async function* written() {
  const { writeReport } = await import('../../exchange/write-report.ts');
  yield* writeReport(report, format, table, onShare);
}

let said = 0;
const onShare = (share) => {
  const percent = Math.floor(share * 100);
  if (percent > said) process.stderr.write(`share ${percent}\n`);
  said = Math.max(said, percent);
};
// As fast as it is read, and no faster: what nobody has taken yet is not written.
await pipeline(format === 'picture' ? drawn() : written(), process.stdout, { end: false });
