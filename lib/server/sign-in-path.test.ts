import { expect, test } from 'vitest';
import { safePath, signInPath } from './sign-in-path';

test.each([
  ['/articles/1?filter=claim#note', '/articles/1?filter=claim#note'],
  ['/queue', '/queue'],
  ['//evil.example/x', '/articles'],
  ['/\\evil.example', '/articles'],
  ['https://evil.example', '/articles'],
  ['javascript:alert(1)', '/articles'],
  ['/\t/evil.example', '/articles'],
  ['/%2F/evil.example', '/%2F/evil.example'],
  ['', '/articles'],
  [null, '/articles'],
])('%j leads back to %s', (from, path) => {
  expect(safePath(from)).toBe(path);
});

test('remembers where a person wanted to go', () => {
  expect(signInPath('/articles/1?a=b')).toBe('/sign-in?from=%2Farticles%2F1%3Fa%3Db');
  expect(signInPath('/')).toBe('/sign-in');
  expect(signInPath(null)).toBe('/sign-in');
});
