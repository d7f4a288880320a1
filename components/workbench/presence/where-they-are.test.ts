import { expect, it } from 'vitest';
import { nowhere } from '@/lib/domain/presence';
import { annotationOn, id } from '@/lib/workbench/testing/build-state';
import { doingOf, passageOf } from './where-they-are';

const claim = annotationOn('412 million', { id: id(10) });
const annotations = { [claim.id]: claim };
const text =
  'The port authority said on Tuesday that deepening the harbour will cost 412 million, more than ever.';

it.each([
  [nowhere, 'has the article open'],
  [{ ...nowhere, isWriting: true }, 'is editing the text'],
  [{ ...nowhere, view: 12 }, 'has the article open'],
  [{ ...nowhere, passage: { start: 4, end: 18 } }, 'looks at “port authority”'],
  [
    { ...nowhere, passage: { start: 0, end: 84 } },
    'looks at “The port authority said on Tuesday that deepeni…”',
  ],
  [{ ...nowhere, annotationId: claim.id }, 'has the card of “412 million” open'],
  [{ ...nowhere, annotationId: claim.id, isWriting: true }, 'writes on “412 million”'],
  // An annotation that has not arrived yet, and offsets of a text that has not.
  [{ ...nowhere, annotationId: id(99), isWriting: true }, 'has the article open'],
  [{ ...nowhere, passage: { start: 0, end: 9_000 } }, 'has the article open'],
])('says what somebody does: %j', (at, said) => {
  expect(doingOf(at, annotations, text)).toBe(said);
});

it('finds the passage that somebody is on', () => {
  expect(passageOf({ ...nowhere, annotationId: claim.id }, annotations, text)).toMatchObject({
    start: claim.anchor.start,
  });
  expect(passageOf({ ...nowhere, passage: { start: 1, end: 2 } }, annotations, text)).toEqual({
    start: 1,
    end: 2,
  });
  expect(passageOf({ ...nowhere, passage: { start: 1, end: 9_000 } }, annotations, text)).toBeNull();
  expect(passageOf(nowhere, annotations, text)).toBeNull();
});
