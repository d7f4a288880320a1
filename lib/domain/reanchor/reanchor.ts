import type { Passage } from '../article';
import { findQuotations } from '../find-quotations';
import { type Alignment, alignTexts } from './align-texts';
import { type Drift, type DriftSetting, driftOf } from './drift-of';
import { evidenceOf } from './evidence-of';
import { best, indexQuotes, type QuoteIndex } from './find-quote';
import { movedRuns } from './moved-runs';
import { type PlaceInRuns, partsInRuns, piecesOf, placeInRuns } from './place-in-runs';
import type {
  AnchorToMove,
  Candidate,
  EditStep,
  Orphaned,
  Placed,
  Reanchored,
  ReanchorMethod,
} from './reanchored';
import { type Run, runAround, shifted } from './runs';
import { type RunsOfSteps, runsOfSteps, wordCutAt } from './runs-of-steps';

/** Two texts of an article, and the edits between them where they are known. `language` is a BCP 47 code. */
export type TextChange = {
  readonly oldText: string;
  readonly newText: string;
  readonly steps?: readonly EditStep[] | undefined;
  readonly language?: string | null | undefined;
};

/**
 * What became of each passage, in the order given. The ladder: positions mapped through the known steps; else a word
 * alignment of both texts, with blocks that moved; else the quote with its context; else orphaned. No rung is believed
 * unchecked: steps that do not lead from text to text are dropped, and a passage whose place could be another is
 * orphaned with candidates. Pure; the same input gives the same answer.
 */
export function reanchor(change: TextChange, anchors: readonly AnchorToMove[]): readonly Reanchored[] {
  const ladder = ladderOf(change);
  return anchors.map((anchor) => climb(ladder, anchor));
}

type Ladder = {
  readonly before: string;
  readonly after: string;
  readonly language: string | null;
  /** Stretches that the steps left alone; absent without steps that can be believed. */
  readonly known: RunsOfSteps | undefined;
  readonly alignment: Alignment;
  readonly moved: () => readonly Run[];
  readonly quotes: () => QuoteIndex;
  /** The quotations of the old text, in order. */
  readonly quotations: () => readonly Passage[];
};

function ladderOf({ oldText, newText, steps, language }: TextChange): Ladder {
  const known = steps === undefined ? undefined : runsOfSteps(oldText, newText, steps);
  const alignment = alignTexts(oldText, newText, known?.runs);
  return {
    before: oldText,
    after: newText,
    language: language ?? null,
    known,
    alignment,
    moved: once(() => movedRuns(oldText, newText, alignment.gaps, alignment.runs)),
    quotes: once(() => indexQuotes(newText)),
    quotations: once(() => findQuotations(oldText)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function climb(ladder: Ladder, anchor: AnchorToMove): Reanchored {
  const { before, after, known, alignment } = ladder;
  const isThere = anchor.state !== 'orphaned' && before.slice(anchor.start, anchor.end) === anchor.exact;
  if (!isThere) return byQuote(ladder, anchor);
  const untouched = known === undefined ? undefined : runAround(known.runs, anchor);
  if (untouched !== undefined)
    return placed(ladder, anchor, 'exact', shifted(anchor, untouched), 'steps', 1, ['unchanged']);
  const left = leftBySteps(ladder, anchor);
  if (left !== undefined && left.kept * 2 >= anchor.exact.length) return inPlace(ladder, anchor, left);
  const found = placeInRuns(before, after, alignment, anchor);
  if (found.kind === 'whole' && found.isCertain && isBelievable(ladder, anchor, left))
    return placed(ladder, anchor, 'exact', found, 'alignment', 0.99, ['unchanged']);
  return (
    asMoved(ladder, anchor, found) ??
    asTouched(ladder, anchor, found) ??
    orphaned(ladder, anchor, inPlaceOf(anchor, found))
  );
}

/** Where the alignment would have put a passage that it is not sure of, or what came instead of it. */
function inPlaceOf({ exact }: AnchorToMove, { kind, start, end }: PlaceInRuns): readonly Candidate[] {
  const isLike = start < end && end - start <= 2 * exact.length + 40;
  return isLike ? [{ start, end, certainty: kind === 'whole' ? 0.85 : 0.6 }] : [];
}

/** What known steps left of a passage, letter by letter, in its place and grown to whole words. */
function leftBySteps(
  { before, after, known }: Ladder,
  anchor: Passage,
): (Passage & { kept: number }) | undefined {
  const parts = known === undefined ? undefined : partsInRuns(before, after, known.pieces, anchor);
  if (parts === undefined) return undefined;
  const start = wordCutAt(after, parts.start)?.start ?? parts.start;
  return { start, end: wordCutAt(after, parts.end)?.end ?? parts.end, kept: parts.kept };
}

/**
 * What the steps deleted may have been put back by them, as when somebody pastes the whole text anew: where its words
 * stand once in both texts, or come back with many others around them.
 */
function isBelievable(
  { before, after, known, alignment }: Ladder,
  anchor: AnchorToMove,
  left: unknown,
): boolean {
  if (known === undefined) return true;
  if (left !== undefined) return false;
  if (isOnce(before, anchor.exact) && isOnce(after, anchor.exact)) return true;
  const run = runAround(alignment.runs, anchor);
  return run !== undefined && evidenceOf(before, run.start, run.start + run.length) >= 2;
}

/** Where the steps left enough of a passage: in its place, and the same where its very words were typed again. */
function inPlace(ladder: Ladder, anchor: AnchorToMove, left: Passage & { kept: number }): Placed {
  return ladder.after.slice(left.start, left.end) === anchor.exact
    ? placed(ladder, anchor, 'exact', left, 'steps', 0.99, ['unchanged'])
    : touched(ladder, anchor, left, left.kept);
}

/** A passage inside a block that stands elsewhere now, or most of whose words do. */
function asMoved(ladder: Ladder, anchor: AnchorToMove, found: PlaceInRuns): Placed | undefined {
  const { before, after } = ladder;
  const inOrder = found.kind === 'parts' ? found.kept : 0;
  if (found.kind === 'whole') return undefined;
  const block = runAround(ladder.moved(), anchor);
  if (block !== undefined) {
    const isClear = inOrder * 3 < anchor.exact.length && isUnmistakable(before, after, block);
    if (!isClear) return undefined;
    return placed(ladder, anchor, 'moved', shifted(anchor, block), 'alignment', 0.95, ['moved']);
  }
  const pieces = piecesOf(before, ladder.moved(), anchor);
  const kept = pieces.reduce((sum, { length }) => sum + length, 0);
  if (kept <= inOrder) return undefined;
  const start = Math.min(...pieces.map(({ newStart }) => newStart));
  const end = Math.max(...pieces.map(({ newStart, length }) => newStart + length));
  if (end - start > 2 * anchor.exact.length + 40) return undefined;
  return touched(ladder, anchor, { start, end }, kept);
}

/** A block of eight words and more that stands once in both texts. */
function isUnmistakable(before: string, after: string, { start, length }: Run): boolean {
  const words = before.slice(start, start + length);
  return evidenceOf(before, start, start + length) >= 1.6 && isOnce(before, words) && isOnce(after, words);
}

function isOnce(text: string, words: string): boolean {
  const found = text.indexOf(words);
  return found !== -1 && text.indexOf(words, found + 1) === -1;
}

function asTouched(ladder: Ladder, anchor: AnchorToMove, found: PlaceInRuns): Placed | undefined {
  return found.kind === 'parts' ? touched(ladder, anchor, found, found.kept) : undefined;
}

function touched(ladder: Ladder, anchor: AnchorToMove, place: Passage, kept: number): Placed {
  const { after, known } = ladder;
  const drifts = driftOf(anchor.exact, after.slice(place.start, place.end), settingOf(ladder, anchor));
  const longer = Math.max(anchor.exact.length, place.end - place.start);
  const method = known === undefined ? 'alignment' : 'steps';
  return placed(ladder, anchor, 'touched', place, method, 0.3 + 0.6 * (kept / longer), drifts);
}

function settingOf({ before, language, quotations }: Ladder, { start, end }: Passage): DriftSetting {
  const isInQuotation = quotations().some((quotation) => quotation.start <= start && quotation.end >= end);
  return {
    language,
    isInSentence: midSentence.test(before.slice(Math.max(0, start - 8), start)),
    isInQuotation,
  };
}

/** Words or a comma right before a passage: its first capital is not that of a sentence. */
const midSentence = /[\p{L}\p{N},;–—-][ \u00a0]*$/u;

/** A passage that the old text does not hold: found again where its words stand once, or not at all. */
function byQuote(ladder: Ladder, anchor: AnchorToMove): Reanchored {
  const place = ladder.quotes().findExact(anchor);
  return place === undefined
    ? orphaned(ladder, anchor, [])
    : placed(ladder, anchor, 'moved', place, 'quote', place.certainty, ['moved']);
}

function orphaned(ladder: Ladder, anchor: AnchorToMove, nearest: readonly Candidate[]): Orphaned {
  const candidates = best([...nearest, ...ladder.quotes().findLike(anchor)]).map(
    ({ start, end, certainty }) => ({ start, end, certainty }),
  );
  const isThere = candidates.some(({ start, end }) => ladder.after.slice(start, end) === anchor.exact);
  const drift = isThere ? 'moved' : 'deleted';
  return {
    state: 'orphaned',
    drift,
    drifts: [drift],
    method: 'quote',
    certainty: candidates[0]?.certainty ?? 0,
    candidates,
  };
}

function placed(
  { after }: Ladder,
  { exact }: AnchorToMove,
  state: Placed['state'],
  { start, end }: Passage,
  method: ReanchorMethod,
  certainty: number,
  drifts: readonly Drift[],
): Placed {
  const isSame = after.slice(start, end) === exact;
  // the last check of every rung: only the very same text may pass in silence
  const kept = isSame || state === 'touched' ? state : 'touched';
  return {
    state: kept,
    start,
    end,
    drift: drifts[0] ?? 'reworded',
    drifts,
    method,
    certainty: Math.round(certainty * 100) / 100,
  };
}
