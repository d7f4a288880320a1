import { parseArgs } from 'node:util';
import { CommandError } from './command';

const PARTS = ['static', 'pure', 'postgres', 'browser'] as const;

/** A part of `npm test`: types and lint and build, pure tests, tests with a Postgres, tests in a browser. */
export type TestPart = (typeof PARTS)[number];

/** What `npm test` was asked to run: the parts, and words that the paths of test files must contain (none: all). */
export type TestRequest = { readonly parts: readonly TestPart[]; readonly filters: readonly string[] };

const USAGE = `npm test runs everything. To run less: npm test -- [--only ${PARTS.join('|')}] [part of a path …]`;

/** Reads the words after `npm test --`. Throws CommandError that says what can be asked for. */
export function readTestRequest(args: readonly string[]): TestRequest {
  const { only, filters } = parse(args);
  if (only !== undefined) return { parts: [only], filters };
  if (filters.length === 0) return { parts: PARTS, filters };
  return { parts: [...new Set(filters.map(partOf))], filters };
}

function parse(args: readonly string[]): { only: TestPart | undefined; filters: readonly string[] } {
  try {
    const options = { only: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const only = PARTS.find((part) => part === values.only);
    if (values.only === undefined || only !== undefined) return { only, filters: positionals };
  } catch {
    // an unknown option: the same sentence helps
  }
  throw new CommandError(USAGE);
}

function partOf(filter: string): TestPart {
  if (/(^|\/)e2e\/|\.spec\./.test(filter)) return 'browser';
  return /(^|\/)lib\/(db|server)(\/|$)/.test(filter) ? 'postgres' : 'pure';
}
