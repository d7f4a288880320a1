import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/domain/team';
import { makeTeam } from '@/prisma/builders/team';
import { authSecret } from './env';
import { findSession, readSessionCookie } from './session';
import { signedIn } from './testing/signed-in';

async function reviewerSession() {
  const { reviewer } = await makeTeam();
  const { session } = await signedIn(reviewer);
  return { claims: { sessionId: session.id, version: 1 }, reviewer };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('finds who is signed in, with team and role', async () => {
  const { claims, reviewer } = await reviewerSession();
  expect(await findSession(claims)).toMatchObject({
    id: claims.sessionId,
    actor: reviewer,
    teamName: 'The Courier',
  });
});

test.each([
  ['was ended', { endedAt: new Date() }],
  ['was idle for more than an hour', { lastSeenAt: minutesAgo(61) }],
  ['is a day old', { createdAt: minutesAgo(24 * 60 + 1) }],
  ['has another version', { version: 2 }],
])('knows nobody whose session %s', async (_, data) => {
  const { claims } = await reviewerSession();
  await db.authSession.update({ where: { id: claims.sessionId }, data });
  expect(await findSession(claims)).toBeUndefined();
});

test('keeps a session that was idle for just under an hour', async () => {
  const { claims } = await reviewerSession();
  await db.authSession.update({ where: { id: claims.sessionId }, data: { lastSeenAt: minutesAgo(59) } });
  expect(await findSession(claims)).toBeDefined();
});

test('gives a changed role from the next request on', async () => {
  const { claims, reviewer } = await reviewerSession();
  const role: Role = 'viewer';
  await db.membership.updateMany({ where: { userId: reviewer.userId }, data: { role } });
  expect((await findSession(claims))?.actor.role).toBe('viewer');
});

test('writes the sign of life at most once a minute, and not for a background stream', async () => {
  const { claims } = await reviewerSession();
  const lastSeen = async () =>
    (await db.authSession.findUniqueOrThrow({ where: { id: claims.sessionId } })).lastSeenAt;
  const recent = minutesAgo(0.5);
  await db.authSession.update({ where: { id: claims.sessionId }, data: { lastSeenAt: recent } });
  await findSession(claims);
  expect(await lastSeen()).toEqual(recent);
  const old = minutesAgo(10);
  await db.authSession.update({ where: { id: claims.sessionId }, data: { lastSeenAt: old } });
  await findSession(claims, false);
  expect(await lastSeen()).toEqual(old);
  await findSession(claims);
  expect((await lastSeen()).getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test('reads only cookies that this Galley made', async () => {
  const token = { sessionId: crypto.randomUUID(), version: 1 };
  const ours = await encode({ token, secret: authSecret() });
  const foreign = await encode({ token, secret: 'the secret of some other installation of Galley' });
  const expired = await encode({ token, secret: authSecret(), maxAge: -60 });
  expect(await readSessionCookie(ours)).toEqual(token);
  for (const bad of [foreign, expired, 'x', '', undefined, `${ours}x`]) {
    expect(await readSessionCookie(bad)).toBeUndefined();
  }
});
