import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handOut, handOutByBeat, type OpenClaim } from './hand-out';

const claims = (...taken: (string | null)[]): OpenClaim[] =>
  taken.map((takenById, index) => ({
    annotationId: `n${index}`,
    exact: `Claim ${index}`,
    status: 'unchecked',
    checkVersion: 1,
    claimTypes: [],
    takenById,
  }));
const shares = (handed: ReturnType<typeof handOut>, ids: readonly string[]) =>
  ids.map((id) =>
    handed.filter(({ assigneeId }) => assigneeId === id).map(({ annotationId }) => annotationId),
  );

it('splits evenly, in stretches of the text, what is left over to the first', () => {
  const handed = handOut(claims(null, null, null, null, null), [{ id: 'a' }, { id: 'b' }]);
  expect(shares(handed, ['a', 'b'])).toEqual([
    ['n0', 'n1', 'n2'],
    ['n3', 'n4'],
  ]);
});

it('keeps what somebody has, and gives them fewer for it', () => {
  const handed = handOut(claims('a', null, 'a', null, 'c', null, null), [{ id: 'a' }, { id: 'b' }]);
  expect(shares(handed, ['a', 'b'])).toEqual([['n1'], ['n3', 'n5', 'n6']]);
});

it('gives by number what is said and no more, and leaves the rest', () => {
  const people = [
    { id: 'a', most: 1 },
    { id: 'b', most: 0 },
    { id: 'c', most: 2 },
  ];
  const handed = handOut(claims(null, null, null, null), people);
  expect(shares(handed, ['a', 'b', 'c'])).toEqual([['n0'], [], ['n1', 'n2']]);
  expect(handOut(claims(null, 'a'), [{ id: 'a', most: 5 }])).toEqual([
    { annotationId: 'n0', assigneeId: 'a' },
  ]);
});

it('hands out nothing without people or without claims', () => {
  expect(handOut(claims(null, null), [])).toEqual([]);
  expect(handOut(claims('a'), [{ id: 'b' }])).toEqual([]);
});

it('hands each free claim to one person, in the order of the text, level to within one, the same each time', () => {
  const taken = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'z')), { maxLength: 40 });
  fc.assert(
    fc.property(taken, fc.subarray(['a', 'b', 'c'], { minLength: 1 }), (taken, ids) => {
      const all = claims(...taken);
      const people = ids.map((id) => ({ id }));
      const handed = handOut(all, people);
      const free = all.filter(({ takenById }) => takenById === null).map(({ annotationId }) => annotationId);
      expect(handed.map(({ annotationId }) => annotationId)).toEqual(free);
      expect(handOut(all, people)).toEqual(handed);
      const total = (id: string) =>
        taken.filter((by) => by === id).length + handed.filter((one) => one.assigneeId === id).length;
      const given = ids.filter((id) => handed.some(({ assigneeId }) => assigneeId === id));
      const totals = given.map(total);
      expect(Math.max(0, ...totals) - Math.min(...totals, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
    }),
  );
});

it('gives by beat to whom a claim fits best, then to who has fewest, and leaves what fits nobody', () => {
  const about = (exact: string, ...claimTypes: OpenClaim['claimTypes'][number][]): OpenClaim => ({
    ...(claims(null)[0] as OpenClaim), // made a line before
    annotationId: exact,
    exact,
    claimTypes,
  });
  const beats = {
    a: { types: ['statistic'] as const, topics: ['harbour'] },
    b: { types: ['statistic'] as const, topics: [] },
    c: { types: [], topics: ['city council'] },
  };
  const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const handed = handOutByBeat(
    [
      about('The Harbours grew by 4 percent', 'statistic'),
      about('Rents fell by 2 percent', 'statistic'),
      about('The council of the city voted'),
      about('It rained'),
      { ...about('The harbour'), takenById: 'b' },
    ],
    people,
    beats,
  );
  expect(shares(handed, ['a', 'b', 'c'])).toEqual([
    ['The Harbours grew by 4 percent', 'Rents fell by 2 percent'],
    [],
    ['The council of the city voted'],
  ]);
  expect(handOutByBeat([about('It rained')], people, {})).toEqual([]);
});
