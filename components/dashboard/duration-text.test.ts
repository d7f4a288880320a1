import { expect, it } from 'vitest';
import { durationText } from './duration-text';

it.each([
  [0, '0 min'],
  [0.2, '12 min'],
  [1, '1 h'],
  [3.54, '3.5 h'],
  [47.9, '47.9 h'],
  [48, '2 d'],
  [252, '10.5 d'],
])('says %d hours as %s', (hours, text) => {
  expect(durationText(hours)).toBe(text);
});
