import type { Anchor } from './anchor';
import type { Annotation } from './annotation';
import type { ArticleState } from './apply';
import type { Passage, Revision } from './article';
import { type ArticleBlock, canonicalText } from './article-doc';
import type { Check } from './check';
import type { Instant } from './ids';

/** How a revision's text came about. */
export const revisionSources = [
  'imported',
  'pasted',
  'file',
  'address',
  'edited',
  'wording',
  'appended',
  'api',
] as const;
/** What a sender may say of new text. */
export const givenSources = ['pasted', 'file', 'address', 'edited', 'wording', 'api'] as const;
export type RevisionSource = (typeof revisionSources)[number];

/** A stretch of the old text, and how many characters stand in its place in the new one. UTF-16 code units. */
export type Shift = Passage & { readonly length: number };

/** How many annotations came over in each way. */
export type DriftCounts = {
  readonly exact: number;
  readonly moved: number;
  readonly touched: number;
  readonly orphaned: number;
};

/**
 * New text. It names the new revision and does not repeat it; an annotation that is not in `anchors` moved along with
 * the text, as `shifts` say, with its words and the words around them unchanged.
 */
export type RevisedBody = {
  readonly type: 'article.revised';
  readonly revision: Pick<Revision, 'id' | 'number' | 'hash'>;
  readonly from: Pick<Revision, 'id' | 'number'>;
  readonly source: RevisionSource;
  readonly reason: string;
  /** In order, not overlapping. */
  readonly shifts: readonly Shift[];
  readonly anchors: Readonly<Record<string, Anchor>>;
  /** Checks that the new words have unsettled. */
  readonly checks: Readonly<Record<string, Check>>;
  readonly drift: DriftCounts;
  /** What was put at the end, where nothing else changed: with it the new revision is made from the one before. */
  readonly added?: { readonly blocks: readonly ArticleBlock[]; readonly sentences: readonly Passage[] };
};

/** How a state takes in new text. */
export type Revise = (state: ArticleState, body: RevisedBody, at: Instant) => ArticleState;

/** Takes in new text. `revision` is the new one; a replay, which begins with its last text, gives none. */
export function revising(revision: Revision | undefined): Revise {
  return (state, body, at) => ({
    ...state,
    revision: revision ?? state.revision,
    annotations: applyRevised(state.annotations, body, at),
  });
}

/** The revision that an addition makes of the one before; absent when more than an addition happened. */
export function appendedRevision(before: Revision, { added, revision }: RevisedBody, at: Instant) {
  if (added === undefined) return undefined;
  const content = [...before.doc.content, ...added.blocks];
  return {
    ...revision,
    doc: { type: 'doc' as const, content },
    text: before.text + canonicalText({ type: 'doc', content: added.blocks }),
    sentences: [...before.sentences, ...added.sentences],
    createdAt: at,
  };
}

/** All annotations as they stand on the new text. */
function applyRevised(
  annotations: ArticleState['annotations'],
  body: RevisedBody,
  at: Instant,
): ArticleState['annotations'] {
  const shifted = shifter(body);
  return Object.fromEntries(
    Object.entries(annotations).map(([id, annotation]) => [
      id,
      onNewText(annotation, body.anchors[id] ?? shifted(annotation.anchor), body.checks[id], at),
    ]),
  );
}

/** An annotation under its new anchor. Only other words or a lost passage make a new version of it. */
export function onNewText<T extends Pick<Annotation, 'anchor' | 'check' | 'version' | 'changedAt'>>(
  annotation: T,
  anchor: Anchor,
  check: Check | undefined,
  at: Instant,
): T {
  const isChanged =
    anchor.exact !== annotation.anchor.exact ||
    (anchor.state === 'orphaned' && annotation.anchor.state !== 'orphaned');
  return {
    ...annotation,
    anchor,
    ...(check && { check }),
    ...(isChanged && { version: annotation.version + 1, changedAt: at }),
  };
}

/** How an anchor moves along with the text around it. One of another revision, so an orphaned one, stays. */
export function shifter({ shifts, from, revision }: Pick<RevisedBody, 'shifts' | 'from' | 'revision'>) {
  const ends = shifts.map(({ end }) => end);
  let sum = 0;
  const moves = shifts.map(({ start, end, length }) => {
    sum += length - (end - start);
    return sum;
  });
  return (anchor: Anchor): Anchor => {
    if (anchor.revisionId !== from.id || anchor.state === 'orphaned') return anchor;
    const by = moves[countUpTo(ends, anchor.start) - 1] ?? 0;
    return { ...anchor, revisionId: revision.id, start: anchor.start + by, end: anchor.end + by };
  };
}

/** Where an offset of the old text lies in the new one; inside what changed, where the change begins. */
export function offsetAfter(shifts: readonly Shift[], offset: number): number {
  let by = 0;
  for (const { start, end, length } of shifts) {
    if (start > offset) break;
    if (offset < end) return start + by;
    by += length - (end - start);
  }
  return offset + by;
}

/** How many of these rising numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
