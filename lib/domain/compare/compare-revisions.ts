import type { Passage } from '../article';
import { type Drift, driftOf } from '../reanchor/drift-of';
import { firstEndingAfter } from '../reanchor/runs';
import { addedPieces, type ComparedPiece, pairedPieces, removedPieces } from './compared-pieces';
import { pairedLines } from './paired-lines';
import { type Side, type Sides, sidesOf } from './sides';

/**
 * One row of two revisions side by side: a line (paragraph, heading, list item) of each, or of only one of them. Offsets
 * count in the text of their own revision. `drifts` says what changed, the gravest first; nothing for `same`. A line
 * that moved has a row in each place: `removed` and `added` with `elsewhere`, the line's place in the other text.
 */
export type ComparedLine = {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly before: Passage | null;
  readonly after: Passage | null;
  readonly elsewhere: Passage | null;
  readonly drifts: readonly Drift[];
  readonly pieces: readonly ComparedPiece[];
};

/**
 * Two revisions line by line and, where lines differ, word by word; every line of both texts that is not blank is in one
 * row, in the order of both. Near-linear in the length of the texts.
 */
export function compareRevisions(before: string, after: string): readonly ComparedLine[] {
  const sides = sidesOf(before, after);
  const { old, renewed } = sides;
  const rows: ComparedLine[] = [];
  let at = 0;
  let newAt = 0;
  const alone = (to: number, newTo: number): void => {
    rows.push(...old.lines.slice(at, to).map((line) => removedRow(sides, line)));
    rows.push(...renewed.lines.slice(newAt, newTo).map((line) => addedRow(sides, line)));
  };
  for (const { line, newLine } of pairedLines(sides)) {
    alone(line, newLine);
    rows.push(
      ...old.lines.slice(line, line + 1).flatMap((here) => {
        const there = renewed.lines[newLine];
        return there === undefined ? [] : [pairedRow(sides, here, there)];
      }),
    );
    at = line + 1;
    newAt = newLine + 1;
  }
  alone(old.lines.length, renewed.lines.length);
  return rows;
}

function pairedRow(sides: Sides, before: Passage, after: Passage): ComparedLine {
  const words = sides.old.text.slice(before.start, before.end);
  const newWords = sides.renewed.text.slice(after.start, after.end);
  const whole = { before, after, elsewhere: null };
  return words === newWords
    ? { ...whole, kind: 'same', drifts: [], pieces: [{ kind: 'kept', before, after }] }
    : {
        ...whole,
        kind: 'changed',
        drifts: driftOf(words, newWords),
        pieces: pairedPieces(sides, before, after),
      };
}

function removedRow(sides: Sides, before: Passage): ComparedLine {
  const elsewhere = placeElsewhere(sides.old, sides.renewed, before);
  const drifts: readonly Drift[] = [elsewhere === null ? 'deleted' : 'moved'];
  return { kind: 'removed', before, after: null, elsewhere, drifts, pieces: removedPieces(sides, before) };
}

function addedRow(sides: Sides, after: Passage): ComparedLine {
  const elsewhere = placeElsewhere(sides.renewed, sides.old, after);
  const drifts: readonly Drift[] = elsewhere === null ? [] : ['moved'];
  return { kind: 'added', before: null, after, elsewhere, drifts, pieces: addedPieces(sides, after) };
}

/** The line of the other text that has most of a line, when it moved there in a block. */
function placeElsewhere({ moved }: Side, { lines }: Side, line: Passage): Passage | null {
  const run = moved[firstEndingAfter(moved, line.start)];
  if (run === undefined) return null;
  const from = Math.max(line.start, run.start);
  const shared = Math.min(line.end, run.start + run.length) - from;
  if (shared * 2 < line.end - line.start) return null;
  return lineAt(lines, from + run.newStart - run.start);
}

function lineAt(lines: readonly Passage[], offset: number): Passage | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return lines[low] ?? null;
}
