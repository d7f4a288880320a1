import { expect, it } from 'vitest';
import { codeSchema, digitsOf, recoveryAlphabet, recoveryCodeOf } from './second-factor';

it.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['000000', '000000'],
])('reads %j as the code of an app', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

it.each(['', '12345', '1234567', '12345a', '١٢٣٤٥٦'])('takes %j for no code of an app', (typed) => {
  expect(digitsOf(typed)).toBeUndefined();
});

it.each([
  ['k7pm-3xqd-r2vh', 'k7pm3xqdr2vh'],
  [' K7PM 3XQD R2VH', 'k7pm3xqdr2vh'],
])('reads %j as a recovery code', (typed, code) => {
  expect(recoveryCodeOf(typed)).toBe(code);
});

it.each(['', '123456', 'k7pm-3xqd-r2v', 'k7pm-3xqd-r2vhh', 'k7pm-3xqd-r2vl', 'k7pm-3xqd-r2v1'])(
  'takes %j for no recovery code',
  (typed) => {
    expect(recoveryCodeOf(typed)).toBeUndefined();
  },
);

it('makes recovery codes of letters and digits that nobody takes for another', () => {
  expect(new Set(recoveryAlphabet).size).toBe(recoveryAlphabet.length);
  expect(recoveryAlphabet).not.toMatch(/[il1o0]/);
});

it('asks for a code in words, and refuses what is far too long', () => {
  expect(codeSchema.safeParse('  ').error?.issues[0]?.message).toMatch(/^Type a code/);
  expect(codeSchema.safeParse('1'.repeat(101)).success).toBe(false);
});
