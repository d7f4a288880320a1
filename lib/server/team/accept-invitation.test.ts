import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { findSession } from '../session';
import { signedIn } from '../testing/signed-in';
import { acceptInvitation, joinTeam } from './accept-invitation';
import { findOpenInvitation } from './find-invitation';
import { findOwnTeams, findPendingInvitations } from './find-team';
import { invitePerson } from './invite-person';
import { signIn } from './sign-in';
import { withdrawInvitation } from './withdraw-invitation';

const password = 'pencil-otter-granite-lamp';
const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

async function invited(email = `${crypto.randomUUID()}@courier.example`) {
  const team = await makeTeam();
  const { invitationUrl } = await invitePerson(team.owner, { email, name: 'Newcomer', role: 'reviewer' });
  return { team, email, invitationUrl, token: tokenOf(invitationUrl) };
}

test('an invited person gets an account with the role of the invitation, by a link that works once', async () => {
  const { team, email, invitationUrl, token } = await invited();
  expect(invitationUrl).toMatch(/^http:\/\/localhost:3000\/invitation\?token=[\w-]{43}$/);
  expect(await findOpenInvitation(token)).toMatchObject({
    email,
    role: 'reviewer',
    teamName: 'The Courier',
    hasAccount: false,
  });
  expect((await findPendingInvitations(team.viewer)).items).toMatchObject([{ email, role: 'reviewer' }]);
  expect(await acceptInvitation({ token, name: 'New Person', password })).toMatchObject({ email });
  const user = await db.user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
  expect(user.memberships).toMatchObject([{ teamId: team.id, role: 'reviewer' }]);
  expect(await signIn({ email, password, address: '203.0.113.2', userAgent: '' })).toBeDefined();
  await expect(acceptInvitation({ token, name: 'Again', password })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await findPendingInvitations(team.owner)).items).toEqual([]);
  const types = (await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } })).map(
    ({ type }) => type,
  );
  expect(types).toEqual(['invitation.created', 'member.joined', 'session.started']);
});

test('the link is not kept, only its hash', async () => {
  const { token } = await invited();
  const rows = await db.invitation.findMany();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('two uses of one link at the same time make one account', async () => {
  const { token, email } = await invited();
  const use = () => acceptInvitation({ token, name: 'Twin', password });
  const outcomes = await Promise.allSettled([use(), use(), use()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db.user.count({ where: { email } })).toBe(1);
});

test.each([
  ['expired', { expiresAt: new Date(Date.now() - 1000) }],
  ['withdrawn', { withdrawnAt: new Date() }],
])('an %s invitation opens nothing', async (_, data) => {
  const { token, email } = await invited();
  await db.invitation.updateMany({ where: { email }, data });
  expect(await findOpenInvitation(token)).toBeUndefined();
  await expect(acceptInvitation({ token, name: 'Late', password })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await db.user.count({ where: { email } })).toBe(0);
});

test('refuses an easy password and keeps the invitation open', async () => {
  const { token } = await invited();
  const refused = acceptInvitation({ token, name: 'Easy', password: 'passwordpassword' });
  await expect(refused).rejects.toMatchObject({ code: 'INVALID', details: { field: 'password' } });
  expect(await findOpenInvitation(token)).toBeDefined();
});

test('who may invite whom follows the rule book', async () => {
  const { owner, editor, reviewer, viewer } = await makeTeam();
  const invite = (actor: typeof owner, role: 'owner' | 'editor' | 'reviewer') =>
    invitePerson(actor, { email: `${crypto.randomUUID()}@courier.example`, name: '', role });
  await expect(invite(owner, 'owner')).resolves.toBeDefined();
  await expect(invite(editor, 'reviewer')).resolves.toBeDefined();
  await expect(invite(editor, 'editor')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(invite(reviewer, 'reviewer')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(invite(viewer, 'reviewer')).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('does not invite who is in the team already, and says so when they are disabled', async () => {
  const { owner, viewer } = await makeTeam();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const invite = () => invitePerson(owner, { email, name: '', role: 'editor' });
  await expect(invite()).rejects.toMatchObject({
    code: 'INVALID',
    message: 'This person is in the team already.',
  });
  await db.membership.updateMany({ where: { userId: viewer.userId }, data: { disabledAt: new Date() } });
  await expect(invite()).rejects.toThrow('Enable them in the list of members.');
});

test('a second invitation of the same address replaces the first', async () => {
  const { team, email, token } = await invited();
  const second = await invitePerson(team.owner, { email, name: '', role: 'viewer' });
  expect(await findOpenInvitation(token)).toBeUndefined();
  expect(await findOpenInvitation(tokenOf(second.invitationUrl))).toMatchObject({ role: 'viewer' });
});

test('a person with an account joins by signing in, only with the invited address', async () => {
  const { reviewer, editor } = await makeTeam('The Herald');
  const { email } = await db.user.findUniqueOrThrow({ where: { id: reviewer.userId } });
  const { team, token } = await invited(email);
  await expect(acceptInvitation({ token, name: 'Double', password })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const wrong = await signedIn(editor);
  await expect(joinTeam(wrong.session, token)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const right = await signedIn(reviewer);
  await joinTeam(right.session, token);
  const session = await findSession({ sessionId: right.session.id, version: 1 });
  expect(session?.actor).toMatchObject({ teamId: team.id, role: 'reviewer' });
  expect(await findOwnTeams(reviewer)).toHaveLength(2);
  await expect(joinTeam(right.session, token)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an invitation is withdrawn only by its own team and by who may invite', async () => {
  const { team, token } = await invited();
  const other = await makeTeam('The Herald');
  const [pending] = (await findPendingInvitations(team.owner)).items;
  const id = pending?.id ?? '';
  expect((await findPendingInvitations(other.owner)).items).toEqual([]);
  await expect(withdrawInvitation(other.owner, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(withdrawInvitation(team.reviewer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await withdrawInvitation(team.editor, id);
  await withdrawInvitation(team.editor, id);
  expect(await findOpenInvitation(token)).toBeUndefined();
  expect(await db.auditEvent.count({ where: { teamId: team.id, type: 'invitation.withdrawn' } })).toBe(1);
});
