import { describe, expect, it } from 'vitest';
import { refusalOfPart, refusalOfSplit } from './split-claim';

describe('splitting', () => {
  it.each([
    ['a claim', { mark: 'claim', partOfId: null, repeatsId: null }, undefined],
    ['a sourced fact', { mark: 'sourced_fact', partOfId: null, repeatsId: null }, undefined],
    ['an opinion', { mark: 'opinion', partOfId: null, repeatsId: null }, 'notChecked'],
    ['a part', { mark: 'claim', partOfId: 'a', repeatsId: null }, 'isPart'],
    ['a repetition', { mark: 'claim', partOfId: null, repeatsId: 'a' }, 'isRepetition'],
  ] as const)('%s', (_name, annotation, refusal) => {
    expect(refusalOfSplit(annotation)).toBe(refusal);
  });
});

const claim = { start: 10, end: 50 };

describe('the parts of a compound claim', () => {
  it.each([
    ['inside', { start: 12, end: 20 }, undefined],
    ['over its beginning', { start: 5, end: 20 }, undefined],
    ['over its end', { start: 40, end: 60 }, undefined],
    ['over another part', { start: 15, end: 30 }, undefined],
    ['before it', { start: 0, end: 10 }, 'outside'],
    ['after it', { start: 50, end: 60 }, 'outside'],
    ['the whole', { start: 10, end: 50 }, 'whole'],
    ['more than the whole', { start: 0, end: 60 }, 'whole'],
    ['chosen already', { start: 20, end: 30 }, 'twice'],
  ] as const)('%s', (_name, part, refusal) => {
    expect(refusalOfPart(claim, [{ start: 20, end: 30 }], part)).toBe(refusal);
  });
});
