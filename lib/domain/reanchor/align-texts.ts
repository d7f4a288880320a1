import { alignWords } from './align-words';
import { longestRising } from './longest-rising';
import { addRun, type Run, withBlanks } from './runs';
import { type Twins, twinsIn } from './twins';
import { type Spellings, type Words, wordsOf } from './words-of';

/**
 * What two texts share in the same order. `runs` are as long as they can be; `pins` are stretches inside runs of which
 * nothing else could have been meant. `gaps` are the words between known stretches, and what became of them; `twins`
 * tells what comes again among those that are left over.
 */
export type Alignment = {
  readonly runs: readonly Run[];
  readonly pins: readonly Run[];
  readonly gaps: readonly Gap[];
  readonly twins: Twins;
};

/** `to` holds for each word of the old text its index in the new one, -1 where there is none. */
export type Gap = { readonly before: Words; readonly after: Words; readonly to: Int32Array };

/**
 * Aligns two revisions word by word around stretches that are `known` to be the same, in order: those that the edit
 * steps left alone, or whole lines that stand once in both texts. Near-linear in the length of the texts.
 */
export function alignTexts(
  before: string,
  after: string,
  known: readonly Run[] = sharedLines(before, after),
): Alignment {
  const spellings: Spellings = new Map();
  const found: { runs: Run[]; pins: Run[]; gaps: Gap[] } = { runs: [], pins: [], gaps: [] };
  let from = 0;
  let newFrom = 0;
  const fill = (to: number, newTo: number): void => {
    const old = wordsOf(before, from, to, spellings);
    const renewed = wordsOf(after, newFrom, newTo, spellings);
    const { to: became, pinned } = alignWords(old, renewed);
    if (old.starts.length > 0 || renewed.starts.length > 0)
      found.gaps.push({ before: old, after: renewed, to: became });
    for (const [index, newIndex] of became.entries()) {
      if (newIndex < 0) continue;
      const start = old.starts[index] ?? 0;
      const run = { start, newStart: renewed.starts[newIndex] ?? 0, length: (old.ends[index] ?? 0) - start };
      addRun(found.runs, run, before, after);
      if (pinned[index] === 1) found.pins.push(run);
    }
  };
  for (const run of known) {
    fill(run.start, run.newStart);
    addRun(found.runs, run, before, after);
    found.pins.push(run);
    from = run.start + run.length;
    newFrom = run.newStart + run.length;
  }
  fill(before.length, after.length);
  return {
    ...found,
    runs: found.runs.map((run) => withBlanks(run, before, after)),
    twins: twinsIn(before, after, found.gaps, spellings),
  };
}

/** A line that is shorter may stand twice by chance: "Yes." */
const telling = 24;

/** Lines that stand once in each text, as far as they come in the same order. */
function sharedLines(before: string, after: string): readonly Run[] {
  const lines = new Map<string, { start: number; newStart: number }>();
  for (const [line, start] of linesOf(before)) {
    const known = lines.get(line);
    if (known === undefined) lines.set(line, { start, newStart: -1 });
    else known.start = -1;
  }
  for (const [line, newStart] of linesOf(after)) {
    const known = lines.get(line);
    if (known !== undefined) known.newStart = known.newStart === -1 ? newStart : -2;
  }
  const shared = [...lines]
    .filter(([, { start, newStart }]) => start >= 0 && newStart >= 0)
    .map(([line, places]): Run => ({ ...places, length: line.length }));
  return longestRising(shared.map(({ newStart }) => newStart)).flatMap((index) => shared[index] ?? []);
}

function* linesOf(text: string): Generator<[string, number]> {
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (line.length >= telling) yield [line, index];
  }
}
