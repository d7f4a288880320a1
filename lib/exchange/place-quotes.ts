import { anchorAt, locateQuote, type Quote } from '@/lib/domain/anchor';
import type { Passage } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { carryAnchors } from '@/lib/domain/laws/carry-anchors';
import { indexQuotes, type QuoteIndex } from '@/lib/domain/reanchor/find-quote';
import type { Candidate } from '@/lib/domain/reanchor/reanchored';
import type { BackInCandidate, BackInPlace, RevisionGiven } from './back-in';
import { type CodePoints, codePointsOf } from './code-points';

/** A passage as another program names it: its words, and where it counted them, in whatever it counts. */
export type SoughtQuote = {
  readonly quote: Quote;
  readonly position: Passage | null;
};

/** Where it stands; without a place, where it may belong. */
export type FoundQuote = {
  readonly place: BackInPlace | null;
  readonly candidates: readonly BackInCandidate[];
};

/**
 * Finds passages in the latest of an article's revisions, in the order given: the position if the quote stands there,
 * else the one place that the quote and its context leave. What stands only in an earlier revision is carried over by
 * the checked ladder, as the door itself would. Nothing is placed by likeness: that gives candidates.
 */
export function placeQuotes(
  sought: readonly SoughtQuote[],
  [latest, ...earlier]: readonly [RevisionGiven, ...RevisionGiven[]],
): readonly FoundQuote[] {
  const places: (BackInPlace | null)[] = [];
  const now = textToSearch(latest.text);
  for (const one of sought) {
    const passage = passageOf(one, now);
    places.push(
      passage && {
        ...passage,
        revisionId: latest.id,
        state: 'exact',
        stands: latest.text.slice(passage.start, passage.end),
      },
    );
  }
  for (const before of earlier) {
    const lost = places.flatMap((place, index) => (place === null ? [index] : []));
    if (lost.length === 0) break;
    for (const [index, place] of carried(sought, lost, before, latest)) places[index] = place;
  }
  return sought.map(({ quote }, index) => {
    const place = places[index] ?? null;
    const candidates =
      place === null ? now.quotes.findLike({ start: 0, end: 0, state: 'orphaned', ...quote }) : [];
    return { place, candidates: candidates.map((one) => inWords(one, latest)) };
  });
}

function inWords(candidate: Candidate, latest: RevisionGiven): BackInCandidate {
  const { exact, prefix, suffix } = anchorAt(latest, candidate);
  return { ...candidate, exact, prefix, suffix };
}

type Searched = {
  readonly text: string;
  readonly points: CodePoints;
  readonly quotes: QuoteIndex;
  readonly spaced: Spaced;
};

const textToSearch = (text: string): Searched => ({
  text,
  points: codePointsOf(text),
  quotes: indexQuotes(text),
  spaced: spacedOnce(text),
});

/** A text with one space for any white space, and where each of its characters stood. */
type Spaced = { readonly text: string; readonly starts: readonly number[] };

function spacedOnce(text: string): Spaced {
  const parts: string[] = [];
  const starts: number[] = [];
  for (const { 0: run, index } of text.matchAll(/\s+|\S/g)) {
    parts.push(run.trim() === '' ? ' ' : run);
    starts.push(index);
  }
  return { text: parts.join(''), starts };
}

/** Where the ladder takes those that stand in an earlier revision: by the number of what was sought. */
function carried(
  sought: readonly SoughtQuote[],
  lost: readonly number[],
  before: RevisionGiven,
  latest: RevisionGiven,
): readonly (readonly [number, BackInPlace])[] {
  const then = textToSearch(before.text);
  const found = lost.flatMap((index) => {
    const one = sought[index];
    const passage = one && passageOf(one, then);
    return passage ? [{ index, passage, anchor: anchorAt(before, passage) }] : [];
  });
  if (found.length === 0) return [];
  const anchors = carryAnchors(
    { from: before, to: latest, edits: null, language: null },
    found.map(({ anchor }) => anchor),
  );
  return found.flatMap(({ index, passage }, nth) => {
    const anchor = anchors[nth]?.anchor;
    if (anchor === undefined || anchor.state === 'orphaned') return [];
    const { state, start, end, exact: stands } = anchor;
    const place: BackInPlace =
      state === 'touched'
        ? { ...passage, revisionId: before.id, state, stands }
        : { start, end, revisionId: latest.id, state, stands };
    return [[index, place] as const];
  });
}

/** As it is written, else with its letters composed as those of our text are. */
function passageOf(sought: SoughtQuote, searched: Searched): Passage | null {
  const { exact, prefix, suffix } = sought.quote;
  const composed = {
    exact: exact.normalize(),
    prefix: prefix.normalize(),
    suffix: suffix.normalize(),
  };
  const found = placeAsWritten(sought, searched);
  if (found !== null || composed.exact === exact) return found;
  return placeAsWritten({ quote: composed, position: null }, searched);
}

function placeAsWritten(
  { quote, position }: SoughtQuote,
  { text, points, quotes, spaced }: Searched,
): Passage | null {
  if (quote.exact.trim() === '' || /\p{Surrogate}/u.test(quote.exact)) return null;
  if (position !== null) {
    const given = [{ start: points.toUtf16(position.start), end: points.toUtf16(position.end) }, position];
    const there = given.find(({ start, end }) => text.slice(start, end) === quote.exact);
    if (there !== undefined) return { start: there.start, end: there.end };
  }
  const only = quotes.findExact({ start: 0, end: 0, state: 'orphaned', ...quote });
  if (only !== undefined) return { start: only.start, end: only.end };
  return onlyPlace(text, quote) ?? placeInSpaced(spaced, quote);
}

/** Pages and documents have other white space between paragraphs than our text: words alone are compared. */
function placeInSpaced({ text, starts }: Spaced, { exact, prefix, suffix }: Quote): Passage | null {
  const [before, words, after] = [prefix, exact.trim(), suffix].map((part) => part.replace(/\s+/g, ' '));
  if (words === undefined || before === undefined || after === undefined) return null;
  const found =
    onlyPlace(text, { exact: words, prefix: before, suffix: after }) ??
    onlyPlace(text, { exact: words, prefix: before.trim(), suffix: after.trim() });
  const start = found === null ? undefined : starts[found.start];
  const last = found === null ? undefined : starts[found.end - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** The place of a short quote whose context, letter by letter, stands nowhere else. */
function onlyPlace(text: string, quote: Quote): Passage | null {
  try {
    return locateQuote(text, quote);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
