import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { findTokenActor } from '../api-token';
import { hashPassword } from '../password';
import { findSession } from '../session';
import { signedIn } from '../testing/signed-in';
import { findApiTokens, revokeApiToken } from './api-tokens';
import { changeName, renameTeam } from './change-name';
import { changePassword } from './change-password';
import { createApiToken } from './create-api-token';
import { createTokenFromCli } from './create-token-from-cli';
import { disableMember } from './disable-member';
import { signIn } from './sign-in';
import { switchTeam } from './switch-team';

const oldPassword = 'pencil-otter-granite-lamp';
const password = 'window-sparrow-magnet-tea';

async function reviewerWithPassword() {
  const team = await makeTeam();
  const passwordHash = await hashPassword(oldPassword);
  await db.user.update({ where: { id: team.reviewer.userId }, data: { passwordHash } });
  return { team, ...(await signedIn(team.reviewer)) };
}

test('changes the password for whoever knows the old one, and ends the other sessions', async () => {
  const { team, session } = await reviewerWithPassword();
  const elsewhere = await signedIn(team.reviewer);
  await changePassword(session, { oldPassword, password }, '203.0.113.4');
  expect(await findSession({ sessionId: session.id, version: 1 })).toBeDefined();
  expect(await findSession({ sessionId: elsewhere.session.id, version: 1 })).toBeUndefined();
  const attempt = { email: session.email, address: '203.0.113.4', userAgent: '' };
  expect(await signIn({ ...attempt, password: oldPassword })).toBeUndefined();
  expect(await signIn({ ...attempt, password })).toBeDefined();
});

test('asks for the old password, and not without end', async () => {
  const { session } = await reviewerWithPassword();
  const guess = () =>
    changePassword(session, { oldPassword: 'a guess of somebody', password }, '203.0.113.5');
  for (let index = 0; index < 5; index += 1) {
    await expect(guess()).rejects.toMatchObject({ code: 'INVALID', details: { field: 'oldPassword' } });
  }
  await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY' });
});

test('refuses an easy new password beside its field', async () => {
  const { session } = await reviewerWithPassword();
  const change = changePassword(session, { oldPassword, password: 'passwordpassword' }, '203.0.113.6');
  await expect(change).rejects.toMatchObject({ code: 'INVALID', details: { field: 'password' } });
});

test('renames a person, and a team only for its owner', async () => {
  const { owner, editor } = await makeTeam();
  await changeName(editor, 'Another Name');
  await changeName(editor, 'Another Name');
  expect((await db.user.findUniqueOrThrow({ where: { id: editor.userId } })).name).toBe('Another Name');
  const told = { teamId: editor.teamId, type: 'member.renamed' };
  // Once, and without the name: the record keeps ids, and names may be taken out of it one day.
  expect(await db.auditEvent.findMany({ where: told, select: { actorId: true, body: true } })).toEqual([
    { actorId: editor.userId, body: {} },
  ]);
  await expect(renameTeam(editor, 'Mine')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await renameTeam(owner, 'The Evening Courier');
  expect((await db.team.findUniqueOrThrow({ where: { id: owner.teamId } })).name).toBe('The Evening Courier');
});

test('works in another of one’s teams, never in one that one is not in or disabled in', async () => {
  const { team, session } = await reviewerWithPassword();
  const other = await makeTeam('The Herald');
  await expect(switchTeam(session, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { userId } = team.reviewer;
  await db.membership.create({ data: { teamId: other.id, userId, role: 'viewer' } });
  await switchTeam(session, other.id);
  const claims = { sessionId: session.id, version: 1 };
  expect((await findSession(claims))?.actor).toMatchObject({ teamId: other.id, role: 'viewer' });
  await switchTeam(session, team.id);
  await db.membership.updateMany({ where: { userId, teamId: other.id }, data: { disabledAt: new Date() } });
  await expect(switchTeam(session, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a token from the command line acts for its person until it is revoked by them', async () => {
  const { owner, editor } = await makeTeam();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: editor.userId } });
  const token = await createTokenFromCli({ email: email.toUpperCase(), name: 'nightly export' });
  expect(token).toMatch(/^galley_[\w-]{43}$/);
  expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token);
  expect((await findTokenActor(token))?.actor).toEqual({ ...editor, scope: 'admin' });
  const [line] = await findApiTokens(editor);
  expect(line).toMatchObject({ name: 'nightly export', lastUsedAt: expect.any(String) });
  expect(await findApiTokens(owner)).toEqual([]);
  await expect(revokeApiToken(owner, line?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await revokeApiToken(editor, line?.id ?? '');
  expect(await findTokenActor(token)).toBeUndefined();
  expect(await findApiTokens(editor)).toEqual([]);
});

test('a token made by its person has a scope and an end, and changes nothing beyond them', async () => {
  const { owner, viewer } = await makeTeam();
  const token = await createApiToken(owner, { name: 'CMS', scope: 'read', life: '30' });
  const found = await findTokenActor(token);
  expect(found?.actor).toEqual({ ...owner, scope: 'read' });
  const [line] = await findApiTokens(owner);
  const days = (Date.parse(line?.expiresAt ?? '') - Date.now()) / 86_400_000;
  expect(line).toMatchObject({ name: 'CMS', scope: 'read' });
  expect(Math.round(days)).toBe(30);
  await expect(disableMember(found?.actor ?? owner, viewer.userId)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: 'This access token may only read. Make one that may annotate.',
  });
  await db.apiToken.updateMany({ where: { userId: owner.userId }, data: { expiresAt: new Date(0) } });
  expect(await findTokenActor(token)).toBeUndefined();
  expect(await findApiTokens(owner)).toEqual([]);
});

test('a person has at most fifty tokens that work', async () => {
  const { editor } = await makeTeam();
  const given = { name: 'CMS', scope: 'read', life: '0' } as const;
  for (let made = 0; made < 50; made += 1) await createApiToken(editor, given);
  await expect(createApiToken(editor, given)).rejects.toMatchObject({
    message: 'You have 50 tokens that work. Revoke one that nothing uses.',
  });
});

test('there is no token for nobody, for the disabled, or without a name', async () => {
  const { viewer } = await makeTeam();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
  await expect(createTokenFromCli({ email: 'x@y.example', name: 'a' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(createTokenFromCli({ email, name: ' ' })).rejects.toMatchObject({ code: 'INVALID' });
  await db.membership.updateMany({ where: { userId: viewer.userId }, data: { disabledAt: new Date() } });
  await expect(createTokenFromCli({ email, name: 'a' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
