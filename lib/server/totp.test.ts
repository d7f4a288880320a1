import { expect, test } from 'vitest';
import { createTotpSecret, findTimeStep, totpUri } from './totp';

// The secret "12345678901234567890" of RFC 6238, appendix B; its codes there have eight digits, of which these are the last six.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %d takes %s, as RFC 6238 says', (second, digits) => {
  expect(findTimeStep(secret, digits, at(second))).toBe(Math.floor(second / 30));
});

test('takes a code one step early and one step late, and no further', () => {
  const digits = '081804'; // of the step from 1 111 111 080 to 1 111 111 109
  const takes = (second: number) => findTimeStep(secret, digits, at(second)) !== undefined;
  expect([1_111_111_049, 1_111_111_050, 1_111_111_139, 1_111_111_140].map(takes)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('makes secrets of 160 bits, each another', () => {
  const secrets = Array.from({ length: 20 }, createTotpSecret);
  expect(new Set(secrets).size).toBe(20);
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/);
});

test('tells an app the secret, the address and whose it is', () => {
  const uri = new URL(totpUri(secret, 'ada&bo@courier.example'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('Galley:ada&bo@courier.example');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'Galley' });
});
