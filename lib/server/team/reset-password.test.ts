import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { findSession } from '../session';
import { signedIn } from '../testing/signed-in';
import { joinTeam } from './accept-invitation';
import { createResetLink } from './create-reset-link';
import { resetUserFromCli } from './create-user-from-cli';
import { invitePerson } from './invite-person';
import { findOpenReset, resetPassword } from './reset-password';
import { signIn } from './sign-in';

const password = 'pencil-otter-granite-lamp';
const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

async function linkFor() {
  const team = await makeTeam();
  const { resetUrl } = await createResetLink(team.owner, team.reviewer.userId);
  const { email } = await db.user.findUniqueOrThrow({ where: { id: team.reviewer.userId } });
  return { team, email, token: tokenOf(resetUrl) };
}

test('sets a new password once and ends every session', async () => {
  const { team, email, token } = await linkFor();
  const { session } = await signedIn(team.reviewer);
  expect(await findOpenReset(token)).toMatchObject({ email });
  expect(await resetPassword({ token, password })).toEqual({ email });
  expect(await findSession({ sessionId: session.id, version: 1 })).toBeUndefined();
  expect(await signIn({ email, password, address: '203.0.113.3', userAgent: '' })).toBeDefined();
  await expect(resetPassword({ token, password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const types = (await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } })).map(
    ({ type }) => type,
  );
  expect(types).toEqual(['password.reset_linked', 'password.reset', 'session.started']);
});

test('a link older than an hour, a wrong one and a replaced one set nothing', async () => {
  const { team, email, token } = await linkFor();
  const second = await createResetLink(team.owner, team.reviewer.userId);
  await expect(resetPassword({ token, password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const newer = tokenOf(second.resetUrl);
  await db.passwordReset.updateMany({
    where: { usedAt: null },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  await expect(resetPassword({ token: newer, password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(resetPassword({ token: 'guess', password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await db.user.findUniqueOrThrow({ where: { email } })).passwordHash).toBeNull();
});

test('an easy password does not use up the link', async () => {
  const { token } = await linkFor();
  await expect(resetPassword({ token, password: 'passwordpassword' })).rejects.toMatchObject({
    code: 'INVALID',
  });
  expect(await findOpenReset(token)).toBeDefined();
});

test('only an owner of the same team makes a link, and none for themselves', async () => {
  const { owner, editor, viewer } = await makeTeam();
  const other = await makeTeam('The Herald');
  await expect(createResetLink(editor, viewer.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(createResetLink(owner, owner.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(createResetLink(other.owner, viewer.userId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an owner does not get into another team through a person who belongs to both; the operator can help', async () => {
  const { owner, viewer } = await makeTeam();
  const other = await makeTeam('The Herald');
  await db.membership.create({ data: { teamId: other.id, userId: viewer.userId, role: 'owner' } });
  await expect(createResetLink(owner, viewer.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const { resetUrl } = await resetUserFromCli({ email });
  expect(await resetPassword({ token: tokenOf(resetUrl), password })).toEqual({ email });
});

test('a link that was made before somebody joined another team leads nowhere any more', async () => {
  const { team, email, token } = await linkFor();
  const other = await makeTeam('The Herald');
  const { invitationUrl } = await invitePerson(other.owner, { email, name: 'Guest', role: 'reviewer' });
  const { session } = await signedIn(team.reviewer);
  await joinTeam(session, tokenOf(invitationUrl));
  expect(await findOpenReset(token)).toBeUndefined();
  await expect(resetPassword({ token, password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a disabled person gets no link', async () => {
  const { owner, viewer } = await makeTeam();
  await db.membership.updateMany({ where: { userId: viewer.userId }, data: { disabledAt: new Date() } });
  await expect(createResetLink(owner, viewer.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
