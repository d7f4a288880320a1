import { expect, it } from 'vitest';
import { parseTheme } from './theme';

it.each([
  ['light', 'light'],
  ['dark', 'dark'],
  ['system', 'system'],
  ['', 'system'],
  [undefined, 'system'],
  ['dark" onload="x', 'system'],
])('takes the cookie %j as %s', (value, theme) => {
  expect(parseTheme(value)).toBe(theme);
});
