import { parseArgs } from 'node:util';
import { CommandError } from './command';

/** Reads the words after `npm run faults --`: which of these faults, all unless said. Throws CommandError that says what can be asked for. */
export function readFaultRequest(args: readonly string[], names: readonly string[]): readonly string[] {
  const only = readOnly(args, names);
  if (only === undefined) return names;
  if (names.includes(only)) return [only];
  throw new CommandError(`There is no fault "${only}".\n${usage(names)}`);
}

function readOnly(args: readonly string[], names: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n${usage(names)}`);
  }
}

function usage(names: readonly string[]): string {
  return `npm run faults makes every fault as often as the goals say. For one: npm run faults -- --only ${names.join('|')}`;
}
