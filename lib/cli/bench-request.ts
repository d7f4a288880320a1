import { parseArgs } from 'node:util';
import { CommandError } from './command';

/** The parts of `npm run bench`, in the order in which they run: quiet ones first, those that fill the disk last. */
export const benchNames = [
  'reanchor',
  'script',
  'open',
  'paint',
  'scroll',
  'exports',
  'imports',
  'commands',
  'scaling',
  'load',
] as const;
export type BenchName = (typeof benchNames)[number];

const USAGE = `npm run bench measures everything. For one part: npm run bench -- --only ${benchNames.join('|')}`;

/** Reads the words after `npm run bench --`. Throws CommandError that says what can be asked for. */
export function readBenchRequest(args: readonly string[]): readonly BenchName[] {
  const only = readOnly(args);
  if (only === undefined) return benchNames;
  const found = benchNames.find((name) => name === only);
  if (found === undefined) throw new CommandError(`There is no part "${only}".\n${USAGE}`);
  return [found];
}

function readOnly(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n${USAGE}`);
  }
}
