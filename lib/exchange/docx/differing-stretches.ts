import { shiftsBetween } from '@/lib/domain/laws/carry-anchors';
import { wordChanges } from '@/lib/domain/text/word-changes';

/** A stretch of one text and what stands in its place in another; UTF-16 code units, ends exclusive. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
};

/** Longer stretches than this are shown whole: nobody reads them word by word. */
const readable = 4_000;

/** The stretches in which two texts differ, word by word, in order; what lies between them is the same. */
export function differingStretches(before: string, after: string): readonly Stretch[] {
  if (before === after) return [];
  let moved = 0;
  return shiftsBetween(before, after).flatMap(({ start, end, length }) => {
    const newStart = start + moved;
    moved += length - (end - start);
    const whole = { start, end, newStart, newEnd: newStart + length };
    return end - start > readable || length > readable ? [whole] : byWords(before, after, whole);
  });
}

function byWords(
  before: string,
  after: string,
  { start, end, newStart, newEnd }: Stretch,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let [at, newAt] = [start, newStart];
  let open: { start: number; newStart: number } | undefined;
  const close = (): void => {
    if (open !== undefined) found.push({ ...open, end: at, newEnd: newAt });
    open = undefined;
  };
  for (const { kind, text } of wordChanges(before.slice(start, end), after.slice(newStart, newEnd))) {
    if (kind === 'kept') close();
    else open ??= { start: at, newStart: newAt };
    if (kind !== 'added') at += text.length;
    if (kind !== 'removed') newAt += text.length;
  }
  close();
  return found;
}
