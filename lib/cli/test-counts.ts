import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How a part of the tests went. `repeated` of the passed ones passed only at the second try. */
export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly repeated?: number;
};

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Reads vitest's JSON report. A file that could not even be loaded counts as one failed test. */
export function countVitest(report: unknown): TestCounts {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = vitestSchema.parse(report);
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

/** Reads Playwright's JSON report. A test that passed only when repeated has passed, and is told of. */
export function countPlaywright(report: unknown): TestCounts {
  const { expected, unexpected, flaky, skipped } = playwrightSchema.parse(report).stats;
  return { passed: expected + flaky, failed: unexpected, skipped, repeated: flaky };
}

/**
 * What a runner that ended with `exitCode` counts for: without a report, without a test, or unhappy for a reason
 * that no test shows, it is one failure.
 */
export function settleCounts(exitCode: number, counts: TestCounts | undefined): TestCounts {
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const isSilent = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (isSilent || exitCode !== 0)) return { ...counts, failed: 1 };
  return counts;
}

/** All parts together, as the last line of `npm test`. */
export function summaryLine(parts: readonly TestCounts[]): string {
  const total = (pick: (part: TestCounts) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  return `${total((part) => part.passed)} passed, ${total((part) => part.failed)} failed`;
}

/** The JSON of a report, or undefined when the runner wrote none. */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner ended before it could write: settleCounts makes that a failure
  }
}
