import type { Passage } from '../article';
import { evidenceOf } from '../reanchor/evidence-of';
import { firstEndingAfter } from '../reanchor/runs';
import type { Side, Sides } from './sides';

/**
 * A stretch of a row in reading order: both texts have it (`kept`), only one does, or the other has it in another row
 * (`moved`, seen from the side that is given).
 */
export type ComparedPiece =
  | { readonly kind: 'kept'; readonly before: Passage; readonly after: Passage }
  | { readonly kind: 'removed' | 'moved'; readonly before: Passage; readonly after: null }
  | { readonly kind: 'added' | 'moved'; readonly before: null; readonly after: Passage };

/** The pieces of two lines that belong together; what is left of one comes before what the other has instead. */
export function pairedPieces(sides: Sides, before: Passage, after: Passage): readonly ComparedPiece[] {
  const { runs } = sides.old;
  const pieces: ComparedPiece[] = [];
  let from = before.start;
  let newFrom = after.start;
  const differ = (to: number, newTo: number): void => {
    pieces.push(...removedPieces(sides, { start: from, end: to }));
    pieces.push(...addedPieces(sides, { start: newFrom, end: newTo }));
  };
  for (let at = firstEndingAfter(runs, before.start); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.start >= before.end) break;
    const shift = run.newStart - run.start;
    const start = Math.max(run.start, from, newFrom - shift);
    const end = Math.min(run.start + run.length, before.end, after.end - shift);
    if (start >= end) continue;
    differ(start, start + shift);
    pieces.push({ kind: 'kept', before: { start, end }, after: { start: start + shift, end: end + shift } });
    from = end;
    newFrom = end + shift;
  }
  differ(before.end, after.end);
  return pieces;
}

/** The pieces of a stretch that has no partner in the new text. */
export function removedPieces({ old }: Sides, stretch: Passage): readonly ComparedPiece[] {
  return cut(old, stretch).map(({ isElsewhere, start, end }) => ({
    kind: isElsewhere ? 'moved' : 'removed',
    before: { start, end },
    after: null,
  }));
}

/** The pieces of a stretch that has no partner in the old text. */
export function addedPieces({ renewed }: Sides, stretch: Passage): readonly ComparedPiece[] {
  return cut(renewed, stretch).map(({ isElsewhere, start, end }) => ({
    kind: isElsewhere ? 'moved' : 'added',
    before: null,
    after: { start, end },
  }));
}

type Cut = Passage & { readonly isElsewhere: boolean };

/** A stretch divided into what the other text has elsewhere, in runs that are long enough to say so, and what it has not. */
function cut({ text, runs, moved }: Side, stretch: Passage): readonly Cut[] {
  const shared: Passage[] = [];
  for (const list of [runs, moved]) {
    for (let at = firstEndingAfter(list, stretch.start); at < list.length; at += 1) {
      const run = list[at];
      if (run === undefined || run.start >= stretch.end) break;
      const start = Math.max(run.start, stretch.start);
      const end = Math.min(run.start + run.length, stretch.end);
      if (evidenceOf(text, start, end) >= 1) shared.push({ start, end });
    }
  }
  const pieces: Cut[] = [];
  let from = stretch.start;
  for (const { start, end } of shared.sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) pieces.push({ start: from, end: start, isElsewhere: false });
    pieces.push({ start, end, isElsewhere: true });
    from = end;
  }
  if (from < stretch.end) pieces.push({ start: from, end: stretch.end, isElsewhere: false });
  return pieces;
}
