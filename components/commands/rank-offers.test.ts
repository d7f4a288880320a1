import { describe, expect, it } from 'vitest';
import { rankOffers } from './rank-offers';

const offer = (name: string, hint?: string) => ({ id: name, name, hint, act: () => {} });
const offers = [
  offer('Next gap'),
  offer('Next sentence'),
  offer('Undo'),
  offer('Márta Kovács', 'reviewer'),
  offer('Go to the review queue'),
];
const found = (query: string) => rankOffers(offers, query).map(({ name }) => name);

describe('what words find in the palette', () => {
  it.each([
    ['', offers.map(({ name }) => name)],
    ['next', ['Next gap', 'Next sentence']],
    ['NEXT s', ['Next sentence']],
    ['gap next', ['Next gap']],
    ['marta', ['Márta Kovács']],
    ['review', ['Go to the review queue', 'Márta Kovács']],
    ['ndo', ['Undo']],
    ['harbour', []],
  ])('“%s” finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });
});
