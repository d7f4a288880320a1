import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { actorOfRequest } from '../access';
import { hashPassword } from '../password';
import { findSession } from '../session';
import { withSecondFactor } from '../testing/second-factor';
import { bearerOf, signedIn } from '../testing/signed-in';
import { changeRole } from './change-role';
import { removeSecondFactor } from './remove-second-factor';
import { isOwnerFactorRequired, requireOwnerFactor } from './require-owner-factor';

const password = 'pencil-otter-granite-lamp';
const address = '203.0.113.30';

/** A team whose owner has a second factor, so that they may ask it of owners. */
async function teamWithFactor() {
  const team = await makeTeam();
  const data = { passwordHash: await hashPassword(password) };
  await db.user.update({ where: { id: team.owner.userId }, data });
  const { session } = await signedIn(team.owner);
  return { ...team, session, ...(await withSecondFactor(session, password, address)) };
}

/** How a route handler receives somebody: by cookie and by token. */
async function receive(actor: Actor): Promise<readonly string[]> {
  const { cookie } = await signedIn(actor);
  const authorization = await bearerOf(actor);
  return await Promise.all(
    [{ cookie }, { authorization }].map(async (headers) =>
      actorOfRequest(new Request('http://galley.test/api/queue', { headers })).then(
        () => 'in',
        (error: Error) => error.message,
      ),
    ),
  );
}

const refusal = 'Your team asks its owners for a second factor. Set one up on your account page first.';

test('shuts every door to an owner without a second factor, and to nobody else', async () => {
  const team = await teamWithFactor();
  const second = await buildMember(team.id, { name: 'Second owner', role: 'owner' });
  expect(await receive(second)).toEqual(['in', 'in']);
  await requireOwnerFactor(team.owner, true);
  expect(await receive(second)).toEqual([refusal, refusal]);
  for (const actor of [team.owner, team.editor, team.reviewer, team.viewer]) {
    expect(await receive(actor)).toEqual(['in', 'in']);
  }
  await requireOwnerFactor(team.owner, false);
  expect(await receive(second)).toEqual(['in', 'in']);
});

test('meets whoever becomes an owner at their next request, and lets them in once theirs is set up', async () => {
  const team = await teamWithFactor();
  await requireOwnerFactor(team.owner, true);
  await changeRole(team.owner, team.editor.userId, 'owner');
  const promoted: Actor = { ...team.editor, role: 'owner' };
  const { session } = await signedIn(promoted);
  const needs = async () => (await findSession({ sessionId: session.id, version: 1 }))?.needsSecondFactor;
  expect(await needs()).toBe(true);
  const data = { passwordHash: await hashPassword(password) };
  await db.user.update({ where: { id: promoted.userId }, data });
  await withSecondFactor(session, password, address);
  expect(await needs()).toBe(false);
  expect(await receive(promoted)).toEqual(['in', 'in']);
});

test('asks nothing of the owner in another team, where it is not the rule', async () => {
  const team = await teamWithFactor();
  await requireOwnerFactor(team.owner, true);
  const other = await makeTeam('The Herald');
  expect(await receive(other.owner)).toEqual(['in', 'in']);
  expect([await isOwnerFactorRequired(team.owner), await isOwnerFactorRequired(other.owner)]).toEqual([
    true,
    false,
  ]);
});

test('is refused to everybody but owners, and to an owner who would shut themselves out', async () => {
  const team = await makeTeam();
  for (const actor of [team.editor, team.reviewer, team.viewer]) {
    await expect(requireOwnerFactor(actor, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(requireOwnerFactor(team.owner, true)).rejects.toThrow('Set up your own second factor first');
  expect(await isOwnerFactorRequired(team.owner)).toBe(false);
});

test('keeps an owner’s second factor on while it is the rule, and stands in the record once per change', async () => {
  const team = await teamWithFactor();
  await requireOwnerFactor(team.owner, true);
  await requireOwnerFactor(team.owner, true);
  const remove = () =>
    removeSecondFactor(team.session, { ownPassword: password, code: team.recoveryCodes[0] ?? '' }, address);
  await expect(remove()).rejects.toThrow('The Courier asks its owners for a second factor, so it stays on.');
  await requireOwnerFactor(team.owner, false);
  await remove();
  const type = 'team.second_factor_rule_changed';
  const entries = await db.auditEvent.findMany({ where: { teamId: team.id, type }, orderBy: { seq: 'asc' } });
  expect(entries.map(({ body }) => body)).toEqual([{ isRequired: true }, { isRequired: false }]);
});
