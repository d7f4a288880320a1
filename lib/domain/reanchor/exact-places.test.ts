import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactPlaces } from './exact-places';
import { pairsOf } from './like-places';
import { type Spellings, wordsOf } from './words-of';

const pieces = [
  'grew',
  'by',
  '5.1',
  'percent',
  'İzmir',
  'don’t',
  '東京',
  '👩‍👩‍👧',
  'GREW',
  'é',
  ',',
  '.',
  '“',
  '”',
];
const written = (most: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '', '\n\n')), {
      maxLength: most,
    })
    .map((parts) => parts.flat().join(''));

/** What a search through the whole text finds. */
function bySearch(text: string, exact: string): number[] {
  const found: number[] = [];
  const isWord = (at: number) =>
    /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '');
  for (let at = text.indexOf(exact); exact !== '' && at !== -1; at = text.indexOf(exact, at + 1))
    if (!isWord(at) && !isWord(at + exact.length)) found.push(at);
  return found.slice(0, 40);
}

function byPairs(text: string, exact: string): number[] {
  const spellings: Spellings = new Map();
  const small = text.toLowerCase();
  const plain = small.length === text.length ? small : text;
  const words = wordsOf(plain, 0, plain.length, spellings);
  const quoted = plain === small ? exact.toLowerCase() : exact;
  const paired = { text, words, pairs: pairsOf(words.spellings) };
  return exactPlaces(paired, exact, wordsOf(quoted, 0, exact.length, spellings)).map(({ start }) => start);
}

it('finds what a search through the whole text finds, wherever a quote is cut out of it', () => {
  fc.assert(
    fc.property(written(60), fc.nat(), fc.nat({ max: 40 }), (text, from, length) => {
      const start = text.length === 0 ? 0 : from % text.length;
      const exact = text.slice(start, start + length);
      expect(byPairs(text, exact)).toEqual(bySearch(text, exact));
    }),
    { numRuns: 2_000 },
  );
});

it('finds no quote that is not there, and no more than forty of one that is everywhere', () => {
  expect(byPairs('The port grew by 9.1 percent in one year.', 'grew by 5.1 percent')).toEqual([]);
  expect(byPairs('a b c d e '.repeat(200), 'a b c d e')).toHaveLength(40);
});
