import { percentile } from '@/lib/cli/figures';

/** Prints what was measured beside its goal, for whoever reads the run. */
export function report(what: string, measured: string, goal: string): void {
  console.log(`    ${what}: ${measured} (goal: ${goal})`);
}

/** `p50 12 ms, p95 40 ms, p99 90 ms, at most 120 ms` of times in milliseconds. */
export function spread(times: readonly number[]): string {
  const at = (share: number): string => `${Math.round(percentile(times, share))} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, at most ${at(1)}`;
}
