import { expect, it } from 'vitest';
import { anchorAt } from '../anchor';
import { lostPlaces, mostOffered } from './lost-places';

const before = `The port grew by 40 percent in one year.

Three cranes are due. They arrive in autumn.

The union is against it, and says so loudly.`;

/** The anchor that some words had in the text that had them last. */
function lost(words: string) {
  const start = before.indexOf(words);
  const anchor = anchorAt({ id: 'r1', text: before }, { start, end: start + words.length });
  return { ...anchor, state: 'orphaned' as const };
}

const offered = (now: string, words: string, old: string | null = before) =>
  lostPlaces(old, now, 'en')(lost(words)).map(({ start, end }) => now.slice(start, end));

it('offers what came in the place of the words, however unlike, once the earlier text is known', () => {
  const now = before.replace('They arrive in autumn.', 'Delivery slips to next May.');
  expect(offered(now, 'They arrive in autumn.')[0]).toContain('Delivery slips to next May');
  expect(offered(now, 'They arrive in autumn')[0]).toBe('Delivery slips to next May');
  expect(offered(now, 'They arrive in autumn.', null)).toEqual([]);
});

it('offers the words themselves where they stand again, also in other words', () => {
  const now = `They arrive in late autumn.\n\n${before.replace(' They arrive in autumn.', '')}`;
  expect(offered(now, 'They arrive in autumn.')[0]).toContain('arrive in late autumn');
  expect(offered(now, 'They arrive in autumn.', null)[0]).toContain('arrive in late autumn');
});

it('offers nothing that is unlike, and never more than a person can look over', () => {
  expect(offered('Entirely other matters.', 'They arrive in autumn.', null)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, n) => `They arrive in autumn, number ${n}.`).join('\n\n');
  const places = offered(many, 'They arrive in autumn.', null);
  expect(places.length).toBeGreaterThan(1);
  expect(places.length).toBeLessThanOrEqual(mostOffered);
});
