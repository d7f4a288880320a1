import type { Passage } from '../article';
import { longestRising } from '../reanchor/longest-rising';
import type { Sides } from './sides';

/** Lines that share more than a third of the shorter one and have no better partner, in the order of both texts. */
export function pairedLines(sides: Sides): readonly PairedLine[] {
  const best = new Map<number, Shared>();
  const newBest = new Map<number, Shared>();
  for (const shared of sharedByLine(sides)) {
    if (shared.length > (best.get(shared.line)?.length ?? 0)) best.set(shared.line, shared);
    if (shared.length > (newBest.get(shared.newLine)?.length ?? 0)) newBest.set(shared.newLine, shared);
  }
  const pairs = [...best.values()]
    .filter((shared) => newBest.get(shared.newLine) === shared && isMuch(sides, shared))
    .sort((a, b) => a.line - b.line);
  return longestRising(pairs.map(({ newLine }) => newLine)).flatMap((index) => {
    const pair = pairs[index];
    return pair === undefined ? [] : [pair];
  });
}

/** Two lines that belong together, by their place among the lines of their side. */
export type PairedLine = { readonly line: number; readonly newLine: number };

type Shared = PairedLine & { length: number };

/** How many characters two lines share, for each two that share any. */
function sharedByLine({ old: { lines, runs }, renewed }: Sides): readonly Shared[] {
  const newLines = renewed.lines;
  const found: Shared[] = [];
  let line = 0;
  let newLine = 0;
  for (const run of runs) {
    for (let at = run.start; at < run.start + run.length; ) {
      const shift = run.newStart - run.start;
      while ((lines[line]?.end ?? Number.POSITIVE_INFINITY) <= at) line += 1;
      while ((newLines[newLine]?.end ?? Number.POSITIVE_INFINITY) <= at + shift) newLine += 1;
      const [here, there] = [lines[line], newLines[newLine]];
      if (here === undefined || there === undefined) break;
      const from = Math.max(at, here.start, there.start - shift);
      const to = Math.min(run.start + run.length, here.end, there.end - shift);
      const last = found.at(-1);
      if (to > from) {
        if (last?.line === line && last.newLine === newLine) last.length += to - from;
        else found.push({ line, newLine, length: to - from });
      }
      at = Math.max(at + 1, to, from);
    }
  }
  return found;
}

function isMuch({ old, renewed }: Sides, { line, newLine, length }: Shared): boolean {
  const lengthOf = (passage: Passage | undefined): number =>
    passage === undefined ? 0 : passage.end - passage.start;
  return length * 3 > Math.min(lengthOf(old.lines[line]), lengthOf(renewed.lines[newLine]));
}
