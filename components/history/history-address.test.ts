import { expect, it } from 'vitest';
import { historyAddress } from './history-address';
import { parseHistoryQuery } from './history-query';

const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

it('gives back the part of the history that its own address names', () => {
  const query = { person: id, kind: 'check', annotation: id, before: 41 } as const;
  const { searchParams } = new URL(historyAddress('x', query), 'http://localhost');
  expect(parseHistoryQuery(Object.fromEntries(searchParams))).toEqual(query);
  expect(historyAddress('x')).toBe('/articles/x/history');
});

it('leaves out what an address names wrongly', () => {
  for (const before of ['-1', '1.5', 'x', '', '99999999999'])
    expect(parseHistoryQuery({ person: 'me', kind: 'gossip', annotation: ['a', 'b'], before })).toEqual({});
});
