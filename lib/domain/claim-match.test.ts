import { expect, it } from 'vitest';
import { matchGroups } from './claim-match';

it('asks for two of a few telling words, and leaves out the short ones', () => {
  expect(matchGroups(['the', 'port', 'grew', 'by', '40'])).toEqual([
    ['40', 'grew'],
    ['40', 'port'],
    ['grew', 'port'],
  ]);
});

it('asks for three of many, numbers and long words first, six at most', () => {
  const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', '12'];
  const groups = matchGroups(words);
  expect(groups).toHaveLength(20);
  expect(groups.every((group) => group.length === 3)).toBe(true);
  expect(groups[0]).toEqual(['12', 'charlie', 'foxtrot']);
  expect(new Set(groups.flat())).toEqual(new Set(['12', 'charlie', 'foxtrot', 'alpha', 'bravo', 'delta']));
});

it('finds by one word where there is only one, and by none where none tells', () => {
  expect(matchGroups(['harbour'])).toEqual([['harbour']]);
  expect(matchGroups(['it', 'is'])).toEqual([]);
});
