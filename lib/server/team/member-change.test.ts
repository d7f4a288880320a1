import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { findSession } from '../session';
import { signedIn } from '../testing/signed-in';
import { changeRole } from './change-role';
import { disableMember, enableMember } from './disable-member';
import { findMembers } from './find-team';

test('a new role is in force from the next request on', async () => {
  const { owner, reviewer } = await makeTeam();
  const { session } = await signedIn(reviewer);
  await changeRole(owner, reviewer.userId, 'viewer');
  expect((await findSession({ sessionId: session.id, version: 1 }))?.actor.role).toBe('viewer');
  const entries = await db.auditEvent.findMany({ where: { teamId: owner.teamId } });
  expect(entries).toMatchObject([{ type: 'member.role_changed', body: { from: 'reviewer', to: 'viewer' } }]);
  await changeRole(owner, reviewer.userId, 'viewer');
  expect(await db.auditEvent.count({ where: { teamId: owner.teamId } })).toBe(1);
});

test('disabling shuts a person out at once and enabling lets them sign in anew', async () => {
  const { owner, editor } = await makeTeam();
  const { session } = await signedIn(editor);
  const claims = { sessionId: session.id, version: 1 };
  await disableMember(owner, editor.userId);
  expect(await findSession(claims)).toBeUndefined();
  await enableMember(owner, editor.userId);
  expect(await findSession(claims)).toBeUndefined();
  const again = await signedIn(editor);
  expect(await findSession({ sessionId: again.session.id, version: 1 })).toBeDefined();
});

test('disabling in one team leaves the sessions in another', async () => {
  const { owner, editor } = await makeTeam();
  const other = await makeTeam('The Herald');
  await db.membership.create({ data: { teamId: other.id, userId: editor.userId, role: 'viewer' } });
  const there = await signedIn({ ...editor, teamId: other.id, role: 'viewer' });
  await disableMember(owner, editor.userId);
  expect(await findSession({ sessionId: there.session.id, version: 1 })).toBeDefined();
});

test('only owners change members, nobody themselves, and nobody people of another team', async () => {
  const { owner, editor, reviewer, viewer } = await makeTeam();
  const other = await makeTeam('The Herald');
  for (const actor of [editor, reviewer, viewer]) {
    await expect(changeRole(actor, viewer.userId, 'owner')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(disableMember(actor, owner.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(changeRole(owner, owner.userId, 'viewer')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(disableMember(owner, owner.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(disableMember(other.owner, viewer.userId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(changeRole(other.owner, viewer.userId, 'owner')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('two owners who remove each other at the same time leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, owner } = await makeTeam();
    const second = await buildMember(id, { name: 'Second', role: 'owner' });
    const outcomes = await Promise.allSettled([
      disableMember(owner, second.userId),
      round % 2 === 0 ? disableMember(second, owner.userId) : changeRole(second, owner.userId, 'viewer'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.membership.count({ where: { teamId: id, role: 'owner', disabledAt: null } })).toBe(1);
  }
});

test('an owner who was demoted since the request began changes nobody', async () => {
  const { owner, reviewer } = await makeTeam();
  await db.membership.updateMany({ where: { userId: owner.userId }, data: { role: 'editor' } });
  await expect(disableMember(owner, reviewer.userId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('lists the people of the team with role and last visit, disabled ones last', async () => {
  const { owner, editor } = await makeTeam();
  await signedIn(owner);
  await disableMember(owner, editor.userId);
  const { items: members } = await findMembers(owner);
  expect(members).toHaveLength(4);
  expect(members.at(-1)).toMatchObject({ id: editor.userId, disabledAt: expect.any(String) });
  expect(members.find(({ id }) => id === owner.userId)?.lastSeenAt).not.toBeNull();
  expect(members.find(({ id }) => id === editor.userId)?.lastSeenAt).toBeNull();
});
