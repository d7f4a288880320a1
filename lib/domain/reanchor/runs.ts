import type { Passage } from '../article';

/** A stretch that both texts have, letter by letter; offsets are UTF-16. */
export type Run = { readonly start: number; readonly newStart: number; readonly length: number };

/** The index of the first run, in the order of the old text, that ends behind an offset of it. */
export function firstEndingAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.start + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The run that holds the whole of a passage of the old text. */
export function runAround(runs: readonly Run[], { start, end }: Passage): Run | undefined {
  const run = runs[firstEndingAfter(runs, start)];
  return run !== undefined && run.start <= start && run.start + run.length >= end ? run : undefined;
}

/** A passage inside a run, in the new text. */
export function shifted({ start, end }: Passage, run: Run): Passage {
  const shift = run.newStart - run.start;
  return { start: start + shift, end: end + shift };
}

/** Adds a run, or makes the last one longer when nothing or only the same white space lies between in both texts. */
export function addRun(runs: Run[], run: Run, before: string, after: string): void {
  const last = runs.at(-1);
  const end = last === undefined ? 0 : last.start + last.length;
  const newEnd = last === undefined ? 0 : last.newStart + last.length;
  const between = run.start - end;
  const isNext = last !== undefined && between === run.newStart - newEnd;
  if (isNext && isSameBlank(before, end, after, newEnd, between))
    runs[runs.length - 1] = { ...last, length: run.start + run.length - last.start };
  else runs.push(run);
}

/** The run with the white space around it that both texts have. */
export function withBlanks(run: Run, before: string, after: string): Run {
  let { start, newStart } = run;
  let end = run.start + run.length;
  let newEnd = run.newStart + run.length;
  while (start > 0 && newStart > 0 && isSameBlank(before, start - 1, after, newStart - 1, 1)) {
    start -= 1;
    newStart -= 1;
  }
  while (end < before.length && newEnd < after.length && isSameBlank(before, end, after, newEnd, 1)) {
    end += 1;
    newEnd += 1;
  }
  return { start, newStart, length: end - start };
}

function isSameBlank(before: string, at: number, after: string, newAt: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    const unit = before[at + index] ?? '';
    if (unit !== after[newAt + index] || !blank.test(unit)) return false;
  }
  return true;
}

const blank = /\s/;
