import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIntervalIndex } from './interval-index';

const passages = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 60 },
);

it('finds exactly the passages that share a character, in order, the longer first', () => {
  fc.assert(
    fc.property(passages, fc.nat(70), fc.nat(30), (items, start, length) => {
      const window = { start, end: start + length };
      const expected = items
        .filter((item) => Math.max(item.start, start) < Math.min(item.end, window.end))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      expect(createIntervalIndex(items).overlapping(window)).toEqual(expected);
    }),
  );
});

it('keeps identical passages apart', () => {
  const twins = [
    { id: 'a', start: 2, end: 5 },
    { id: 'b', start: 2, end: 5 },
  ];
  expect(createIntervalIndex(twins).overlapping({ start: 4, end: 5 })).toEqual(twins);
});

it('answers at once among 10 000 passages, one of which covers everything', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({ start: index * 50, end: index * 50 + 120 }));
  const index = createIntervalIndex([{ start: 0, end: 500_000 }, ...items]);
  const before = process.cpuUsage();
  for (let start = 0; start < 500_000; start += 500) {
    expect(index.overlapping({ start, end: start + 10 }).length).toBeGreaterThanOrEqual(2);
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
});
