import { expect, test } from 'vitest';
import { clientAddress } from './client-address';
import { isForged } from './forged-headers';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['nonsense', 'unknown'],
  ['', 'unknown'],
])('reads %j as %s', (header, address) => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': header }))).toBe(address);
});

test('believes only the last entry, which the nearest peer wrote', () => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': '1.1.1.1, 203.0.113.9' }))).toBe('203.0.113.9');
});

test.each([
  ['x-forwarded-for', 0, true],
  ['x-forwarded-host', 0, true],
  ['forwarded', 0, true],
  ['x-forwarded-for', 1, false],
  ['x-nonce', 1, true],
  ['x-galley-path', 1, true],
  ['x-middleware-subrequest', 1, true],
  ['cookie', 0, false],
  ['authorization', 0, false],
])('%s from outside with %i trusted proxies is forged: %s', (name, proxies, forged) => {
  expect(isForged(name, proxies)).toBe(forged);
});
