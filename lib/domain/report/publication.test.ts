import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from './publication';

describe('slugOf', () => {
  it.each([
    ['Night buses carry 40 percent more people', 'night-buses-carry-40-percent-more-people-x1'],
    ['Über Größe: “30 %”', 'uber-gro-e-30-x1'],
    ['港口增长', 'x1'],
    ['  ', 'x1'],
    ['grows '.repeat(20), `${'grows-'.repeat(10)}x1`],
  ])('makes of “%s” “%s”', (title, slug) => expect(slugOf(title, 'x1')).toBe(slug));

  it('has only what needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(slugOf(title, 'x1')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(title, 'x1').length).toBeLessThanOrEqual(63);
      }),
    );
  });
});
