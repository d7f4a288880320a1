import { describe, expect, it } from 'vitest';
import type { EarlierVersion, Publication } from './publication';
import { countForgotten, historyOf, keptVersions, mostVersions } from './publication-history';

const day = (number: number): string => `2026-03-${String(number).padStart(2, '0')}T10:00:00.000Z`;
const version = (number: number, changes: Partial<EarlierVersion> = {}): EarlierVersion => ({
  number,
  publishedAt: day(number),
  replacedAt: day(number + 1),
  seq: number,
  bytes: 1,
  gone: null,
  ...changes,
});
const publication = (changes: Partial<Publication> = {}): Publication => ({
  slug: 'port-1',
  publishedAt: day(1),
  changedAt: day(3),
  withdrawnAt: null,
  seq: 9,
  version: 5,
  number: 3,
  earlier: [version(2), version(1)],
  corrections: [{ id: 'a', at: day(2), text: 'By 14.' }],
  ...changes,
});
const told = (given: Publication) =>
  historyOf(given).map(({ number, state, correction }) => [number, state, correction]);

describe('the history of a published report', () => {
  it('tells each version with what it put right, the latest first', () => {
    expect(told(publication())).toEqual([
      [3, 'present', null],
      [2, 'readable', 'By 14.'],
      [1, 'readable', null],
    ]);
    expect(countForgotten(publication())).toBe(0);
  });

  it('tells which versions are gone, why, and since when', () => {
    const gone = { at: day(4), because: 'taken_away' } as const;
    const withdrawn = { at: day(2), because: 'withdrawn' } as const;
    const lines = historyOf(
      publication({ earlier: [version(2, { gone }), version(1, { gone: withdrawn })], withdrawnAt: day(5) }),
    );
    expect(lines.map(({ state, goneAt }) => [state, goneAt])).toEqual([
      ['withdrawn', day(5)],
      ['taken_away', day(4)],
      ['withdrawn', day(2)],
    ]);
  });

  it('tells corrections and the first day of versions that are not kept', () => {
    const given = publication({
      number: 7,
      earlier: [],
      corrections: [{ id: 'a', at: day(2), text: 'By 14.' }],
    });
    expect(told(given)).toEqual([
      [7, 'present', null],
      [null, 'unknown', 'By 14.'],
      [null, 'first', null],
    ]);
    expect(countForgotten(given)).toBe(6);
  });

  it('keeps the latest hundred, and no more than fifty million bytes of pages that can be read', () => {
    const many = Array.from({ length: 130 }, (_, at) => version(130 - at));
    expect(keptVersions(many).map(({ number }) => number)).toEqual(
      many.slice(0, mostVersions).map(({ number }) => number),
    );
    const large = [3, 2, 1].map((number) => version(number, { bytes: 20_000_000 }));
    expect(keptVersions(large).map(({ number }) => number)).toEqual([3, 2]);
    const gone = { at: day(9), because: 'taken_away' } as const;
    expect(keptVersions(large.map((one) => (one.number === 2 ? { ...one, gone } : one)))).toHaveLength(3);
  });
});
