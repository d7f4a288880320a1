import type { Passage } from '../article';
import { findQuotations } from '../facts/find-quotations';
import { type Alignment, alignTexts } from './align-texts';
import { indexQuotes, type QuoteIndex } from './find-quote';
import { movedRuns } from './moved-runs';
import type { TextChange } from './reanchored';
import type { Run } from './runs';
import { type RunsOfSteps, runsOfSteps } from './runs-of-steps';

/** What the rungs stand on: both texts and what is known of them; what only some passages need is made when asked for. */
export type Ladder = {
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

/** Reads both texts once for all passages. Steps that do not lead from one to the other are dropped. */
export function ladderOf({ oldText, newText, steps, language }: TextChange): Ladder {
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
