import type { Passage } from '../article';
import type { Marked } from '../coverage';
import { findDates } from './find-dates';
import { findNames } from './find-names';
import { findNumbers } from './find-numbers';
import { findQuotations } from './find-quotations';

/** The kinds of fact that a checker looks for in every article, in the order in which they are shown. */
export const factKinds = ['number', 'name', 'date', 'quotation'] as const;
export type FactKind = (typeof factKinds)[number];

/**
 * A passage that reads like a fact. A hint of the machine: it decides nothing and is never stored. `parts` are the
 * stretches that must each carry a mark: the passage itself, for a quotation its share of each sentence.
 */
export type Fact = Passage & { readonly kind: FactKind; readonly parts: readonly Passage[] };

/** Facts of one kind: how many there are, how many lie under a mark, and those that do not yet, in order. */
export type KindCoverage = {
  readonly total: number;
  readonly covered: number;
  readonly gaps: readonly Passage[];
};

/** The facts of a revision's text in reading order; time grows with the length of the text only. */
export function findFacts(
  text: string,
  sentences: readonly Passage[],
  language: string | null,
): readonly Fact[] {
  const dates = findDates(text);
  const sharesOf = sharesIn(sentences);
  const isInDate = overlapping(dates);
  const whole =
    (kind: FactKind) =>
    ({ start, end }: Passage): Fact => ({
      kind,
      start,
      end,
      parts: [{ start, end }],
    });
  return [
    ...findNumbers(text, dates, language).map(whole('number')),
    ...findNames(text, sentences, language)
      .filter((name) => !isInDate(name))
      .map(whole('name')),
    ...dates.map(whole('date')),
    ...findQuotations(text).map(
      (passage): Fact => ({ ...passage, kind: 'quotation', parts: sharesOf(passage) }),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Which facts lie under a mark. Any mark covers, also "nothing to check"; an orphaned one does not. A part is covered
 * when a mark lies on any of it.
 */
export function coverageByKind(
  facts: readonly Fact[],
  annotations: Iterable<Marked>,
): Readonly<Record<FactKind, KindCoverage>> {
  const isMarked = marksIn(annotations);
  const coverageOf = (kind: FactKind): KindCoverage => {
    const all = facts.filter((fact) => fact.kind === kind);
    const gaps = all
      .filter(({ parts }) => !parts.every(isMarked))
      .map(({ start, end }): Passage => ({ start, end }));
    return { total: all.length, covered: all.length - gaps.length, gaps };
  };
  return {
    number: coverageOf('number'),
    name: coverageOf('name'),
    date: coverageOf('date'),
    quotation: coverageOf('quotation'),
  };
}

/** Asks whether a mark lies on any of a passage. */
function marksIn(annotations: Iterable<Marked>): (passage: Passage) => boolean {
  const joined: { readonly start: number; end: number }[] = [];
  const spans = [...annotations]
    .filter(({ anchor }) => anchor.state !== 'orphaned')
    .sort((a, b) => a.anchor.start - b.anchor.start);
  for (const { anchor } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && anchor.start <= last.end) last.end = Math.max(last.end, anchor.end);
    else joined.push({ start: anchor.start, end: anchor.end });
  }
  return overlapping(joined);
}

/** Asks whether any of some passages, which are in order and do not overlap, lies on another. */
function overlapping(passages: readonly Passage[]): (passage: Passage) => boolean {
  return ({ start, end }) =>
    (passages[firstBeyond(passages, start)]?.start ?? Number.POSITIVE_INFINITY) < end;
}

/** The shares that sentences have in a passage; the passage itself where no sentence has one. */
function sharesIn(sentences: readonly Passage[]): (passage: Passage) => readonly Passage[] {
  return (passage) => {
    const shares: Passage[] = [];
    let at = firstBeyond(sentences, passage.start);
    for (
      let sentence = sentences[at];
      sentence !== undefined && sentence.start < passage.end;
      sentence = sentences[++at]
    ) {
      const { start, end } = sentence;
      shares.push({ start: Math.max(passage.start, start), end: Math.min(passage.end, end) });
    }
    return shares.length === 0 ? [passage] : shares;
  };
}

/** The index of the first of some passages in order that ends behind an offset. */
function firstBeyond(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
