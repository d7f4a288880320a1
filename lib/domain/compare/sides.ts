import type { Passage } from '../article';
import { alignTexts } from '../reanchor/align-texts';
import { movedRuns } from '../reanchor/moved-runs';
import type { Run } from '../reanchor/runs';

/** One of two texts that are compared, seen from its own side: `runs` and `moved` begin in this text and end in the other. */
export type Side = {
  readonly text: string;
  /** The lines that are not blank. */
  readonly lines: readonly Passage[];
  readonly runs: readonly Run[];
  readonly moved: readonly Run[];
};

/** Both texts of a comparison, with what they share in order and what stands elsewhere. */
export type Sides = { readonly old: Side; readonly renewed: Side };

/** Reads and aligns two texts; near-linear in their length. */
export function sidesOf(before: string, after: string): Sides {
  const { gaps, runs } = alignTexts(before, after);
  const moved = movedRuns(before, after, gaps, runs);
  const turnedMoved = moved.map(turned).sort((a, b) => a.start - b.start);
  return {
    old: { text: before, lines: linesOf(before), runs, moved },
    renewed: { text: after, lines: linesOf(after), runs: runs.map(turned), moved: turnedMoved },
  };
}

function linesOf(text: string): readonly Passage[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  })).filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

const turned = ({ start, newStart, length }: Run): Run => ({ start: newStart, newStart: start, length });
