import { expect, it } from 'vitest';
import { nextIndex } from './roving-focus';

it.each([
  [1, 0, 1],
  [1, 2, 0],
  [-1, 0, 2],
  [-1, 2, 1],
  [1, -1, 0],
  [-1, -1, 2],
  ['first', 2, 0],
  ['last', 0, 2],
] as const)('steps %s from %d to %d of three items', (step, now, next) => {
  expect(nextIndex(step, now, 3)).toBe(next);
});
