import 'server-only';
import type { Anchor } from '@/lib/domain/anchor';
import { type Annotation, findOpenFlag } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { EventBody } from '@/lib/domain/events';
import type { CounterChange } from './advance';

const nobody = '00000000-0000-0000-0000-000000000000';
/** What moves no counter. */
export const still: CounterChange = {
  annotations: 0,
  openFlags: 0,
  coverage: { annotationId: nobody, touched: [] },
};

/**
 * How an event moves the counters of its article. `before` is the annotation as it was; sentences are those of the
 * current revision. Coverage follows `coverageOf`: a sentence is decided when a mark that is not orphaned touches it.
 */
export function counterChange(
  body: EventBody,
  before: Annotation | undefined,
  sentences: readonly Passage[],
): CounterChange {
  switch (body.type) {
    case 'annotation.created':
    case 'annotation.restored':
      return comingOrGoing(body.annotation, 1, sentences);
    case 'annotation.deleted':
      return before === undefined ? still : comingOrGoing(before, -1, sentences);
    case 'annotation.changed': {
      const { changes, annotationId } = body;
      if (before === undefined || changes.anchor === undefined) return still;
      return {
        ...still,
        coverage: { annotationId, touched: moved(before.anchor, changes.anchor, sentences) },
      };
    }
    case 'flag.raised':
    case 'flag.reopened':
      return { ...still, openFlags: 1 };
    case 'flag.looked':
      return { ...still, openFlags: -1 };
    default:
      return still;
  }
}

/** How many of these annotations wait for somebody to look. */
export function countOpenFlags(annotations: readonly Annotation[]): number {
  return annotations.filter((annotation) => findOpenFlag(annotation) !== undefined).length;
}

function comingOrGoing(annotation: Annotation, by: 1 | -1, sentences: readonly Passage[]): CounterChange {
  const touched = covered(annotation.anchor, sentences).map((sentence) => ({ ...sentence, by }));
  return {
    annotations: by,
    openFlags: findOpenFlag(annotation) === undefined ? 0 : by,
    coverage: { annotationId: annotation.id, touched },
  };
}

function moved(
  from: Anchor,
  to: Anchor,
  sentences: readonly Passage[],
): CounterChange['coverage']['touched'] {
  const left = covered(from, sentences).filter((sentence) => !covers(to, sentence));
  const reached = covered(to, sentences).filter((sentence) => !covers(from, sentence));
  return [
    ...left.map((sentence) => ({ ...sentence, by: -1 as const })),
    ...reached.map((sentence) => ({ ...sentence, by: 1 as const })),
  ];
}

function covered(anchor: Anchor, sentences: readonly Passage[]): readonly Passage[] {
  return sentences.filter((sentence) => covers(anchor, sentence));
}

function covers(anchor: Anchor, sentence: Passage): boolean {
  return anchor.state !== 'orphaned' && anchor.start < sentence.end && anchor.end > sentence.start;
}
