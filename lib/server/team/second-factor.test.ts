import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { hashPassword } from '../password';
import { findSession, type Session } from '../session';
import { codeAt, withSecondFactor } from '../testing/second-factor';
import { signedIn } from '../testing/signed-in';
import { beginSecondFactor } from './begin-second-factor';
import { changePassword } from './change-password';
import { confirmSecondFactor } from './confirm-second-factor';
import { writeReset } from './create-reset-link';
import { resetUserFromCli } from './create-user-from-cli';
import { findSecondFactor } from './find-second-factor';
import { proveSecondFactor } from './prove-second-factor';
import { removeSecondFactor } from './remove-second-factor';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { resetPassword } from './reset-password';

const password = 'pencil-otter-granite-lamp';
const short = 'kT7#qLw9';
const address = '203.0.113.20';
let passwordHash: Promise<string> | undefined;

/** A reviewer with a password, signed in in two browsers. */
async function reviewer(): Promise<{ session: Session; elsewhere: Session; userId: string; teamId: string }> {
  passwordHash ??= hashPassword(password);
  const { reviewer: actor } = await makeTeam();
  const { userId, teamId } = actor;
  await db.user.update({ where: { id: userId }, data: { passwordHash: await passwordHash } });
  const [{ session }, { session: elsewhere }] = [await signedIn(actor), await signedIn(actor)];
  return { session, elsewhere, userId, teamId };
}

const isOpen = async ({ id }: Session) => (await findSession({ sessionId: id, version: 1 })) !== undefined;
const auditOf = async (teamId: string) =>
  (await db.auditEvent.findMany({ where: { teamId }, orderBy: { seq: 'asc' } })).map(
    ({ type, actorId }) => [type, actorId] as const,
  );

test('is on once a code has confirmed it, ends the other sessions and stands in the record', async () => {
  const { session, elsewhere, userId, teamId } = await reviewer();
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: false, codesLeft: 0 });
  const now = new Date();
  const { secret, uri } = await beginSecondFactor(session, { ownPassword: password }, address);
  expect(uri).toContain(secret);
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: false, codesLeft: 0 });
  const codes = await confirmSecondFactor(session, { code: codeAt(secret, now) }, now);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: true, codesLeft: 10 });
  expect([await isOpen(session), await isOpen(elsewhere)]).toEqual([true, false]);
  expect(await auditOf(teamId)).toEqual([['second_factor.set_up', userId]]);
});

test('keeps neither the secret nor a recovery code where a reader of the database could use it', async () => {
  const { session, userId } = await reviewer();
  const { secret, recoveryCodes } = await withSecondFactor(session, password, address);
  const rows = JSON.stringify([
    await db.user.findUnique({ where: { id: userId } }),
    await db.recoveryCode.findMany({ where: { userId } }),
  ]);
  expect(rows).not.toContain(secret);
  for (const code of recoveryCodes) expect(rows).not.toContain(code.replaceAll('-', ''));
  expect(rows).toContain('$argon2id$');
});

test('asks for the password before it shows a secret, and not without end', async () => {
  const { session, userId } = await reviewer();
  const guess = () => beginSecondFactor(session, { ownPassword: 'a guess of somebody' }, '203.0.113.21');
  for (let index = 0; index < 5; index += 1) {
    await expect(guess()).rejects.toMatchObject({ code: 'INVALID', details: { field: 'ownPassword' } });
  }
  await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY' });
  expect((await db.user.findUnique({ where: { id: userId } }))?.totpPendingSecret).toBeNull();
});

test('is not on after a wrong code, one of an earlier offer, or none at all', async () => {
  const { session } = await reviewer();
  const now = new Date();
  const noOffer = confirmSecondFactor(session, { code: '123456' }, now);
  await expect(noOffer).rejects.toThrow('no longer open');
  const first = await beginSecondFactor(session, { ownPassword: password }, address);
  const second = await beginSecondFactor(session, { ownPassword: password }, address);
  const right = codeAt(second.secret, now);
  const late = new Date(now.getTime() + 90_000);
  for (const [code, at] of [
    [codeAt(first.secret, now), now],
    [right, late],
    ['no code', now],
  ] as const) {
    const wrong = confirmSecondFactor(session, { code }, at);
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID', details: { field: 'code' } });
  }
  expect((await findSecondFactor(session.actor)).isOn).toBe(false);
  expect(await confirmSecondFactor(session, { code: right }, now)).toHaveLength(10);
});

test('does not let a second set-up take the place of the first', async () => {
  const { session } = await reviewer();
  await withSecondFactor(session, password, address);
  await expect(beginSecondFactor(session, { ownPassword: password }, address)).rejects.toThrow('already');
  await expect(confirmSecondFactor(session, { code: '123456' })).rejects.toThrow('already');
});

test('takes each code once, and none of an earlier step', async () => {
  const { session, userId } = await reviewer();
  const { secret } = await withSecondFactor(session, password, address);
  const now = new Date();
  const before = new Date(now.getTime() - 30_000);
  expect(await proveSecondFactor(userId, codeAt(secret, now), now)).toBe(true);
  expect(await proveSecondFactor(userId, codeAt(secret, now), now)).toBe(false);
  expect(await proveSecondFactor(userId, codeAt(secret, before), now)).toBe(false);
});

test('does not take the code that confirmed it', async () => {
  const { session, userId } = await reviewer();
  const now = new Date();
  const { secret } = await beginSecondFactor(session, { ownPassword: password }, address);
  await confirmSecondFactor(session, { code: codeAt(secret, now) }, now);
  expect(await proveSecondFactor(userId, codeAt(secret, now), now)).toBe(false);
});

test('lets one of many that send the same code at the same time pass', async () => {
  const { session, userId } = await reviewer();
  const { secret, recoveryCodes } = await withSecondFactor(session, password, address);
  const now = new Date();
  for (const code of [codeAt(secret, now), recoveryCodes[0] ?? '']) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => proveSecondFactor(userId, code, now)));
    expect(answers.filter((isRight) => isRight)).toHaveLength(1);
  }
});

test('takes each recovery code once, however it is typed, and counts those left', async () => {
  const { session, userId, teamId } = await reviewer();
  const { recoveryCodes } = await withSecondFactor(session, password, address);
  const code = recoveryCodes[3] ?? '';
  expect(await proveSecondFactor(userId, ` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(true);
  expect(await proveSecondFactor(userId, code)).toBe(false);
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: true, codesLeft: 9 });
  expect(await auditOf(teamId)).toContainEqual(['second_factor.recovery_code_used', userId]);
});

test('takes no recovery code and no code of somebody else', async () => {
  const [ada, bo] = [await reviewer(), await reviewer()];
  const { secret, recoveryCodes } = await withSecondFactor(ada.session, password, address);
  await withSecondFactor(bo.session, password, address);
  const now = new Date();
  expect(await proveSecondFactor(bo.userId, recoveryCodes[0] ?? '')).toBe(false);
  expect(await proveSecondFactor(bo.userId, codeAt(secret, now), now)).toBe(false);
  expect(await proveSecondFactor(randomUUID(), codeAt(secret, now), now)).toBe(false);
  expect(await proveSecondFactor(ada.userId, codeAt(secret, now), now)).toBe(true);
});

test('hears ten wrong codes an hour, from wherever, and then not even a right one', async () => {
  const { session, userId } = await reviewer();
  const { secret } = await withSecondFactor(session, password, address);
  const now = new Date();
  for (let index = 0; index < 10; index += 1) {
    expect(await proveSecondFactor(userId, 'wrong', now)).toBe(false);
  }
  const right = proveSecondFactor(userId, codeAt(secret, now), now);
  await expect(right).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: expect.stringContaining('60 minutes'),
  });
});

test('is removed by password and code together, which ends the other sessions', async () => {
  const { session, userId, teamId } = await reviewer();
  const { secret, recoveryCodes } = await withSecondFactor(session, password, address);
  const { session: elsewhere } = await signedIn(session.actor);
  const now = new Date();
  const code = codeAt(secret, now);
  const remove = (given: { ownPassword: string; code: string }) =>
    removeSecondFactor(session, given, address, now);
  await expect(remove({ ownPassword: 'a guess of somebody', code })).rejects.toMatchObject({
    details: { field: 'ownPassword' },
  });
  await expect(remove({ ownPassword: password, code: '000' })).rejects.toMatchObject({
    details: { field: 'code' },
  });
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: true, codesLeft: 10 });
  await remove({ ownPassword: password, code });
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: false, codesLeft: 0 });
  expect([await isOpen(session), await isOpen(elsewhere)]).toEqual([true, false]);
  expect(await auditOf(teamId)).toContainEqual(['second_factor.removed', userId]);
  expect(await proveSecondFactor(userId, recoveryCodes[0] ?? '')).toBe(false);
});

test('is removed by a recovery code, too', async () => {
  const { session } = await reviewer();
  const { recoveryCodes } = await withSecondFactor(session, password, address);
  await removeSecondFactor(session, { ownPassword: password, code: recoveryCodes[9] ?? '' }, address);
  expect((await findSecondFactor(session.actor)).isOn).toBe(false);
});

test('gives new recovery codes for password and code, and the old ones stop working', async () => {
  const { session, userId, teamId } = await reviewer();
  const { secret, recoveryCodes } = await withSecondFactor(session, password, address);
  const now = new Date();
  const wrong = renewRecoveryCodes(session, { ownPassword: password, code: 'wrong' }, address, now);
  await expect(wrong).rejects.toMatchObject({ details: { field: 'code' } });
  const renewed = await renewRecoveryCodes(
    session,
    { ownPassword: password, code: codeAt(secret, now) },
    address,
    now,
  );
  expect(renewed).toHaveLength(10);
  expect(await proveSecondFactor(userId, recoveryCodes[0] ?? '')).toBe(false);
  expect(await proveSecondFactor(userId, renewed[0] ?? '')).toBe(true);
  expect(await auditOf(teamId)).toContainEqual(['second_factor.codes_renewed', userId]);
});

test('lets a password have 8 characters beside it, and 15 without; it stays on while the password is short', async () => {
  const { session } = await reviewer();
  const shorten = () => changePassword(session, { oldPassword: password, password: short }, address);
  await expect(shorten()).rejects.toThrow('at least 15 characters');
  const { recoveryCodes } = await withSecondFactor(session, password, address);
  const common = changePassword(session, { oldPassword: password, password: 'password1' }, address);
  await expect(common).rejects.toThrow('easy to guess');
  await shorten();
  const removal = removeSecondFactor(session, { ownPassword: short, code: recoveryCodes[0] ?? '' }, address);
  await expect(removal).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('at least 15'),
  });
  // The refusal came before the code was looked at: it was not used up.
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: true, codesLeft: 10 });
});

test('survives a new password by a link, which may be short beside it', async () => {
  const { session, userId } = await reviewer();
  const token = async () => {
    const url = await db.$transaction((tx) => writeReset(tx, userId));
    return new URL(url).searchParams.get('token') ?? '';
  };
  await expect(resetPassword({ token: await token(), password: short })).rejects.toThrow('at least 15');
  await withSecondFactor(session, password, address);
  await resetPassword({ token: await token(), password: short });
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: true, codesLeft: 10 });
});

test('is removed by whoever runs Galley, with the password that stood beside it', async () => {
  const { session, userId, teamId } = await reviewer();
  const { email } = session;
  expect(await resetUserFromCli({ email })).toMatchObject({ hadSecondFactor: false });
  const hashOf = async () => (await db.user.findUnique({ where: { id: userId } }))?.passwordHash;
  expect(await hashOf()).toMatch(/^\$argon2id/);
  await withSecondFactor(session, password, address);
  expect(await resetUserFromCli({ email })).toMatchObject({ hadSecondFactor: true });
  expect(await findSecondFactor(session.actor)).toEqual({ isOn: false, codesLeft: 0 });
  expect(await hashOf()).toBeNull();
  expect(await auditOf(teamId)).toContainEqual(['second_factor.removed', null]);
});
