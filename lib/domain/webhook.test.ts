import { expect, it } from 'vitest';
import { waitAfter } from './webhook';

it('waits longer after each failed try and gives up after the eighth', () => {
  const waits = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1));
  expect(waits.slice(0, 7)).toEqual([...waits.slice(0, 7)].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(waits[0]).toBe(10);
  expect(waits[7]).toBeUndefined();
});
