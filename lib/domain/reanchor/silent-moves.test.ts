import fc from 'fast-check';
import { describe, it } from 'vitest';
import { contextLength } from '../anchor';
import type { Passage } from '../article';
import { type EditedText, edited, edits, repetitiveText, richText } from '../testing/random-edits';
import { reanchor } from './reanchor';
import type { AnchorToMove, Reanchored } from './reanchored';
import { wordsOf } from './words-of';

/** Passages of whole words, as people mark them. */
function passagesOf(text: string, picks: readonly (readonly [number, number])[]): readonly AnchorToMove[] {
  const { starts, ends } = wordsOf(text, 0, text.length, new Map());
  return picks.flatMap(([at, length]) => {
    const first = Math.floor(at * starts.length);
    const start = starts[first];
    const end = ends[Math.min(ends.length - 1, first + length - 1)];
    if (start === undefined || end === undefined) return [];
    return [
      {
        start,
        end,
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - contextLength), start),
        suffix: text.slice(end, end + contextLength),
      },
    ];
  });
}

/** What is wrong with an answer that passes in silence; undefined when nothing is. */
function wrongIn(after: EditedText, anchor: AnchorToMove, became: Reanchored): string | undefined {
  if (became.state !== 'exact' && became.state !== 'moved') return undefined;
  if (after.text.slice(became.start, became.end) !== anchor.exact) return 'other words';
  const isAt = (map: readonly number[]): boolean =>
    Array.from({ length: anchor.end - anchor.start }, (_, index) => index).every(
      (index) => map[became.start + index] === anchor.start + index,
    );
  if (isAt(after.origins)) return undefined;
  const left = after.origins.flatMap((origin, at) =>
    origin >= anchor.start && origin < anchor.end ? [at] : [],
  );
  // a copy whose original is all but gone is what cutting and pasting makes
  if (left.length * 3 < anchor.exact.length && isAt(after.copyOf)) return undefined;
  // more of its own letters stand there than anywhere else: what is not its own reads the same
  const there = left.filter((at) => at >= became.start && at < became.end).length;
  if (there * 2 > left.length) return undefined;
  if (left.length === 0 && isSamePlace(after, anchor, became)) return undefined;
  return `another place: ${became.method}`;
}

/** Whether what is left of the text on both sides of a place stood on both sides of the passage: it was typed again there. */
function isSamePlace({ origins }: EditedText, anchor: Passage, place: Passage): boolean {
  const onLeft = origins.slice(0, place.start).findLast((origin) => origin >= 0) ?? -1;
  const onRight = origins.slice(place.end).find((origin) => origin >= 0) ?? Number.POSITIVE_INFINITY;
  return onLeft < anchor.start && onRight >= anchor.end;
}

const picks = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 8 })),
  {
    minLength: 1,
    maxLength: 6,
  },
);

/** `GALLEY_REPEAT=full npm test -- lib/domain/reanchor` looks a hundred times longer. */
const numRuns = process.env.GALLEY_REPEAT === 'full' ? 40_000 : 400;
const timeout = 20_000 + numRuns * 50;

describe.each([
  ['a text that repeats itself', repetitiveText],
  ['a text of many facts', richText],
])('Random edits of %s', (_, text) => {
  it.each([
    ['without knowing the edits', false],
    ['with the edits known', true],
  ])('never move a passage in silence, %s', { timeout }, (_name, isKnown) => {
    fc.assert(
      fc.property(text, picks, edits, (oldText, where, list) => {
        const anchors = passagesOf(oldText, where);
        const after = edited(oldText, list);
        const steps = isKnown ? after.steps : undefined;
        const answers = reanchor({ oldText, newText: after.text, steps }, anchors);
        const wrong = anchors.flatMap((anchor, index) => {
          const became = answers[index];
          const what = became === undefined ? 'no answer' : wrongIn(after, anchor, became);
          return what === undefined ? [] : [{ what, anchor, became, newText: after.text }];
        });
        if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
      }),
      { numRuns },
    );
  });
});
