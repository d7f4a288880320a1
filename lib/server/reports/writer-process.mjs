/**
 * The process in which reports are written (see run-writer.ts). Takes `{report, format, table}` as JSON on its input,
 * writes the file to its output and ends; how much is written it says on its error output, as `share 42`. It runs the TypeScript of the project directly: Node 24 leaves the types out,
 * and the hook below finds files as the rest of the project names them.
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

const parts = [];
for await (const part of process.stdin) parts.push(part);
const { report, format, table } = JSON.parse(Buffer.concat(parts).toString());

async function drawn() {
  const { reportToSvg } = await import('../../exchange/picture/preview-svg.ts');
  const { svgToPng } = await import('./svg-to-png.mjs');
  return svgToPng(reportToSvg(report));
}

async function written() {
  const { writeReport } = await import('../../exchange/write-report.ts');
  return writeReport(report, format, table, onShare);
}

let said = 0;
const onShare = (share) => {
  const percent = Math.floor(share * 100);
  if (percent > said) process.stderr.write(`share ${percent}\n`);
  said = Math.max(said, percent);
};
process.stdout.write(await (format === 'picture' ? drawn() : written()));
