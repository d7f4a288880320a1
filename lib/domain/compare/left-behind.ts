import type { Passage } from '../article';
import { type FactText, type KeyedFact, keyedFacts } from '../facts/fact-keys';
import type { FactKind } from '../facts/facts';
import { mostPlaces } from '../facts/repeats';
import { alignTexts } from '../reanchor/align-texts';
import { firstEndingAfter, type Run, runAround } from '../reanchor/runs';

/**
 * A fact that a new text says otherwise in one place and as before in others: `before` and `after` are the words,
 * `changed` where they stand now, `still` where the old ones still stand, at most `mostPlaces` of `total`. All offsets
 * count in the new text.
 */
export type LeftBehind = {
  readonly kind: FactKind;
  readonly before: string;
  readonly after: string;
  readonly changed: Passage;
  readonly still: readonly Passage[];
  readonly total: number;
};

/** So many are listed, in order. */
const mostLeftBehind = 100;

/**
 * The numbers, names, dates and quotations that were changed in one place of an article and not in the others: "12
 * percent" in the headline when paragraph 9 became "21 percent". Only places that stood in the earlier text already
 * count as left behind. Near-linear in the texts.
 */
export function findLeftBehind(
  before: FactText,
  after: FactText,
  language: string | null,
): readonly LeftBehind[] {
  if (before.text === after.text) return [];
  const { runs } = alignTexts(before.text, after.text);
  const facts = keyedFacts(after, language);
  const turned = runs.map(({ start, newStart, length }) => ({ start: newStart, newStart: start, length }));
  const byKey = new Map<string, KeyedFact[]>();
  for (const fact of facts) {
    if (runAround(turned, fact) === undefined) continue;
    const list = byKey.get(keyOf(fact));
    if (list === undefined) byKey.set(keyOf(fact), [fact]);
    else list.push(fact);
  }
  const found: LeftBehind[] = [];
  for (const old of keyedFacts(before, language)) {
    const still = byKey.get(keyOf(old));
    if (still === undefined || runAround(runs, old) !== undefined) continue;
    const changed = replacementOf(old, runs, facts, after.text.length);
    if (changed === undefined || keyOf(changed) === keyOf(old)) continue;
    found.push({
      kind: old.kind,
      before: before.text.slice(old.start, old.end),
      after: after.text.slice(changed.start, changed.end),
      changed: { start: changed.start, end: changed.end },
      still: still.slice(0, mostPlaces).map(({ start, end }) => ({ start, end })),
      total: still.length,
    });
    if (found.length === mostLeftBehind) break;
  }
  return found;
}

const keyOf = ({ kind, key }: KeyedFact): string => `${kind} ${key}`;

/** The fact of the same kind that stands where an old one stood, between the words that are left around it. */
function replacementOf(
  old: KeyedFact,
  runs: readonly Run[],
  facts: readonly KeyedFact[],
  length: number,
): KeyedFact | undefined {
  const index = firstEndingAfter(runs, old.start);
  // a run may hold the beginning of the fact, or its end: "percent" of "12 percent"
  const isHead = (runs[index]?.start ?? Number.POSITIVE_INFINITY) <= old.start;
  const previous = isHead ? runs[index] : runs[index - 1];
  const next = runs.slice(index, index + mostPieces).find(({ start, length: own }) => start + own >= old.end);
  const from =
    previous === undefined ? 0 : newOffset(previous, Math.min(old.start, previous.start + previous.length));
  const to = next === undefined ? length : newOffset(next, Math.max(old.end, next.start));
  const at = firstEndingBehind(facts, from);
  const there = facts.slice(at, at + mostPieces).filter((fact) => fact.start < to);
  return there.find((fact) => fact.kind === old.kind && fact.start >= from - reach && fact.end <= to + reach);
}

/** A fact is a few words, and few facts stand between two words that are left. */
const mostPieces = 40;
/** A new fact may be longer than the words that came: "percent" of "21 percent" was there before. */
const reach = 12;

const newOffset = ({ start, newStart }: Run, offset: number): number => newStart + offset - start;

function firstEndingBehind(facts: readonly KeyedFact[], offset: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
