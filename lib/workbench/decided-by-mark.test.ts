import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks } from '@/lib/domain/annotation';
import { coverageOf } from '@/lib/domain/coverage';
import { decidedByMark } from './decided-by-mark';
import { annotationOn, buildState, id } from './testing/build-state';
import { createTextOrder } from './text-order';

const { sentences, text } = buildState().revision;

/** Random annotations: any mark on any passage, overlapping as they like. */
const someAnnotations = fc.array(
  fc.record({
    mark: fc.constantFrom(...marks),
    start: fc.integer({ min: 0, max: text.length - 1 }),
    length: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 12 },
);

function build(specs: readonly { mark: (typeof marks)[number]; start: number; length: number }[]) {
  const annotations = specs.map(({ mark, start, length }, index) => {
    const base = annotationOn('412', { id: id(index), mark });
    return { ...base, anchor: { ...base.anchor, start, end: Math.min(start + length, text.length) } };
  });
  return Object.fromEntries(annotations.map((annotation) => [annotation.id, annotation]));
}

describe('decided sentences by mark', () => {
  it('adds up to the coverage for any annotations', () => {
    fc.assert(
      fc.property(someAnnotations, (specs) => {
        const annotations = createTextOrder()(build(specs));
        const counts = decidedByMark(sentences, annotations);
        const sum = marks.reduce((total, mark) => total + counts[mark], 0);
        expect(sum).toBe(coverageOf(sentences, annotations).decided);
      }),
    );
  });

  it('counts a sentence under an opinion and a claim for the claim', () => {
    const annotations = createTextOrder()({
      a: annotationOn('Nobody can be surprised.', { id: 'a', mark: 'opinion' }),
      b: annotationOn('surprised', { id: 'b', mark: 'claim' }),
    });
    expect(decidedByMark(sentences, annotations)).toEqual({
      claim: 1,
      opinion: 0,
      sourced_fact: 0,
      no_fact: 0,
    });
  });
});

describe('text order', () => {
  it('after any change is what sorting anew would give, and stays itself without one', () => {
    fc.assert(
      fc.property(someAnnotations, someAnnotations, (before, after) => {
        const inOrder = createTextOrder();
        inOrder(build(before));
        const changed = build(after);
        const answer = inOrder(changed);
        expect(answer).toEqual(createTextOrder()(changed));
        expect(inOrder(changed)).toBe(answer);
      }),
    );
  });
});
