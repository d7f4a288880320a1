import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { hashPassword } from '../password';
import { findSession } from '../session';
import { codeAt, withSecondFactor } from '../testing/second-factor';
import { signedIn } from '../testing/signed-in';
import { type SignInAttempt, signIn } from './sign-in';

const password = 'pencil-otter-granite-lamp';
let passwordHash: string;
let counter = 0;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

/** Somebody with a second factor, at an address of their own so that tests do not use up each other's tries. */
async function person() {
  counter += 1;
  const { reviewer } = await makeTeam();
  await db.user.update({ where: { id: reviewer.userId }, data: { passwordHash } });
  const { session } = await signedIn(reviewer);
  const address = `203.0.113.${counter}`;
  const factor = await withSecondFactor(session, password, address);
  const attempt: SignInAttempt = { email: session.email, password, address, userAgent: 'a test' };
  return { reviewer, attempt, ...factor, code: () => codeAt(factor.secret, new Date()) };
}

test('asks for a code after the right password, and opens a session after the right code', async () => {
  const { attempt, reviewer, code } = await person();
  expect(await signIn(attempt)).toEqual({ status: 'code_needed' });
  expect(await signIn({ ...attempt, code: '  ' })).toEqual({ status: 'code_needed' });
  expect(await db.authSession.count({ where: { userId: reviewer.userId } })).toBe(1);
  const answer = await signIn({ ...attempt, code: code() });
  if (answer?.status !== 'signed_in') throw new Error('The right code was refused.');
  expect((await findSession(answer.claims))?.actor).toEqual(reviewer);
});

test('refuses a wrong code and one that was used', async () => {
  const { attempt, code } = await person();
  expect(await signIn({ ...attempt, code: 'wrong' })).toEqual({ status: 'code_wrong' });
  const used = code();
  expect(await signIn({ ...attempt, code: used })).toMatchObject({ status: 'signed_in' });
  expect(await signIn({ ...attempt, code: used })).toEqual({ status: 'code_wrong' });
});

test('opens for a recovery code, once', async () => {
  const { attempt, recoveryCodes } = await person();
  const code = recoveryCodes[0] ?? '';
  expect(await signIn({ ...attempt, code })).toMatchObject({ status: 'signed_in' });
  expect(await signIn({ ...attempt, code })).toEqual({ status: 'code_wrong' });
});

test('tells nobody without the right password that there is a second factor, and uses up no code of theirs', async () => {
  const { attempt, reviewer, code, recoveryCodes } = await person();
  const guess = { ...attempt, password: 'something-else-entirely' };
  expect(await signIn(guess)).toBeUndefined();
  expect(await signIn({ ...guess, code: code() })).toBeUndefined();
  expect(await signIn({ ...guess, code: recoveryCodes[0] })).toBeUndefined();
  await db.membership.updateMany({ where: { userId: reviewer.userId }, data: { disabledAt: new Date() } });
  expect(await signIn(attempt)).toBeUndefined();
  await db.membership.updateMany({ where: { userId: reviewer.userId }, data: { disabledAt: null } });
  expect(await signIn({ ...attempt, code: code() })).toMatchObject({ status: 'signed_in' });
  expect(await db.recoveryCode.count({ where: { userId: reviewer.userId, usedAt: { not: null } } })).toBe(0);
});

test('counts wrong codes like wrong passwords, and a password alone does not forget them', async () => {
  const { attempt, code } = await person();
  for (let index = 0; index < 5; index += 1) {
    expect(await signIn(attempt)).toEqual({ status: 'code_needed' });
    expect(await signIn({ ...attempt, code: 'wrong' })).toEqual({ status: 'code_wrong' });
  }
  const refused = { code: 'TOO_MANY', message: 'Too many tries. Try again in 15 minutes.' };
  await expect(signIn({ ...attempt, code: code() })).rejects.toMatchObject(refused);
  await expect(signIn(attempt)).rejects.toMatchObject(refused);
});

test('counts no password that was right, however often the code is not typed', async () => {
  const { attempt, code } = await person();
  for (let index = 0; index < 8; index += 1) {
    expect(await signIn(attempt)).toEqual({ status: 'code_needed' });
  }
  expect(await signIn({ ...attempt, code: code() })).toMatchObject({ status: 'signed_in' });
});

test('stops guessers of codes who come from ever new addresses', async () => {
  const { attempt, code } = await person();
  for (let index = 0; index < 10; index += 1) {
    const from = { ...attempt, address: `198.51.100.${index}` };
    expect(await signIn({ ...from, code: '000000x' })).toEqual({ status: 'code_wrong' });
  }
  await expect(signIn({ ...attempt, code: code() })).rejects.toMatchObject({ code: 'TOO_MANY' });
});
