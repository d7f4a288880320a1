import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { buildMember, buildTeam, makeTeam } from '@/prisma/builders/team';
import { hashPassword } from '../password';
import { findSession } from '../session';
import { endSession, endSessionById } from './end-sessions';
import { findSessions } from './find-sessions';
import { type SignInAttempt, signIn } from './sign-in';

// Files before this one may have loaded the code with what is counted here.
vi.hoisted(() => vi.resetModules());
/** The real one, counted. */
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

const password = 'pencil-otter-granite-lamp';
let passwordHash: string;
let counter = 0;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

/** A person with a password, and an address of their own so that tests do not use up each other's tries. */
async function person(name = 'Ada') {
  counter += 1;
  const email = `${name.toLowerCase()}.${randomUUID()}@courier.example`;
  const team = await buildTeam('The Courier', [{ name, role: 'reviewer', email, passwordHash }]);
  const [actor] = team.actors;
  if (actor === undefined) throw new Error('The team was built without people.');
  return {
    actor,
    email,
    address: `203.0.113.${counter}`,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  };
}

/** The claims of a sign-in that needs no code. */
async function claimsOf(attempt: SignInAttempt) {
  const answer = await signIn(attempt);
  if (answer?.status !== 'signed_in') throw new Error('The right password was refused.');
  return answer.claims;
}

test('opens a session that the next request finds, and notes it in the record', async () => {
  const { actor, email, address, userAgent } = await person();
  const claims = await claimsOf({ email, password, address, userAgent });
  expect((await findSession(claims))?.actor).toEqual(actor);
  const entries = await db.auditEvent.findMany({ where: { teamId: actor.teamId } });
  expect(entries).toMatchObject([
    { type: 'session.started', actorId: actor.userId, body: { sessionId: claims.sessionId } },
  ]);
});

test('reads an address however it was typed', async () => {
  const { email, address, userAgent } = await person();
  const typed = ` ${email.toUpperCase().replace('.EXAMPLE', '．ＥＸＡＭＰＬＥ')} `;
  expect(await signIn({ email: typed, password, address, userAgent })).toBeDefined();
});

test('takes a password typed on another system', async () => {
  const decomposed = 'Lehmziegel dämmert über Kiel'.normalize('NFD');
  const hash = await hashPassword('Lehmziegel dämmert über Kiel'.normalize('NFC'));
  const team = await buildTeam('Kiel', [
    { name: 'Bo', role: 'editor', email: 'bo@kiel.example', passwordHash: hash },
  ]);
  expect(team.actors).toHaveLength(1);
  expect(
    await signIn({ email: 'bo@kiel.example', password: decomposed, address: '198.51.100.1', userAgent: '' }),
  ).toBeDefined();
});

test('answers unknown, wrong and disabled alike', async () => {
  const known = await person();
  const disabled = await person('Eve');
  await db.membership.updateMany({
    where: { userId: disabled.actor.userId },
    data: { disabledAt: new Date() },
  });
  const attempt = { password, address: '198.51.100.2', userAgent: '' };
  expect(await signIn({ ...attempt, email: 'nobody@courier.example' })).toBeUndefined();
  expect(await signIn({ ...attempt, email: 'no address' })).toBeUndefined();
  expect(await signIn({ ...attempt, email: known.email, password: `${password}!` })).toBeUndefined();
  expect(await signIn({ ...attempt, email: known.email, password: '' })).toBeUndefined();
  expect(await signIn({ ...attempt, email: disabled.email })).toBeUndefined();
});

test('does the same work for an unknown account as for a wrong password', async () => {
  const { email, address } = await person();
  const work = async (name: string, from: string) => {
    vi.mocked(verify).mockClear();
    await signIn({ email: name, password: 'something-else-entirely', address: from, userAgent: '' });
    // What a hash costs stands before its salt: memory, passes and lanes.
    return vi.mocked(verify).mock.calls.map(([hash]) => /^\$argon2id\$v=19\$[^$]+\$/.exec(String(hash))?.[0]);
  };
  const wrong = await work(email, address);
  expect(wrong).toEqual(['$argon2id$v=19$m=19456,t=2,p=1$']);
  expect(await work('nobody@courier.example', '198.51.100.3')).toEqual(wrong);
});

test('refuses the sixth try in a quarter of an hour, even a right one, with the wait; other addresses may', async () => {
  const { email, address } = await person();
  const wrong = { email, password: 'something-else-entirely', address, userAgent: '' };
  for (let index = 0; index < 5; index += 1) expect(await signIn(wrong)).toBeUndefined();
  const sixth = signIn({ ...wrong, password });
  await expect(sixth).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'Too many tries. Try again in 15 minutes.',
  });
  expect(await signIn({ ...wrong, password, address: '198.51.100.4' })).toBeDefined();
});

test('checks no more than five of many tries at the same time', async () => {
  const { email, address } = await person();
  const wrong = { email, password: 'something-else-entirely', address, userAgent: '' };
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => signIn(wrong)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('forgets failures after a right password', async () => {
  const { email, address } = await person();
  const attempt = { email, password, address, userAgent: '' };
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 4; index += 1)
      await signIn({ ...attempt, password: 'something-else-entirely' });
    expect(await signIn(attempt)).toBeDefined();
  }
});

test('lets an address try a hundred times an hour, whatever the account', async () => {
  const address = '198.51.100.5';
  await db.rateLimit.create({
    data: { key: `address:${address}`, points: 100, expire: new Date(Date.now() + 60_000) },
  });
  const attempt = signIn({ email: 'nobody@courier.example', password, address, userAgent: '' });
  await expect(attempt).rejects.toMatchObject({ code: 'TOO_MANY' });
});

test('keeps no e-mail address in the counters', async () => {
  const { email, address } = await person();
  await signIn({ email, password: 'something-else-entirely', address, userAgent: '' });
  const rows = await db.rateLimit.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => key.includes('@'))).toEqual([]);
});

test('opens the team last worked in', async () => {
  const { actor, email, address, userAgent } = await person();
  const other = await buildTeam('The Herald', []);
  await db.membership.create({ data: { teamId: other.id, userId: actor.userId, role: 'viewer' } });
  const teamAfter = async () => {
    const claims = await claimsOf({ email, password, address, userAgent });
    return (await findSession(claims))?.actor.teamId;
  };
  const { sessionId } = await claimsOf({ email, password, address, userAgent });
  await db.authSession.update({ where: { id: sessionId }, data: { teamId: actor.teamId } });
  expect(await teamAfter()).toBe(actor.teamId);
  await db.authSession.update({
    where: { id: sessionId },
    data: { teamId: other.id, lastSeenAt: new Date(Date.now() + 1000) },
  });
  expect(await teamAfter()).toBe(other.id);
});

test('ends a session once and for all, and only one’s own', async () => {
  const { actor, email, address, userAgent } = await person();
  const claims = await claimsOf({ email, password, address, userAgent });
  const stranger: Actor = (await makeTeam()).owner;
  await expect(endSession(stranger, claims.sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const colleague = await buildMember(actor.teamId, { name: 'Col', role: 'owner' });
  await expect(endSession(colleague, claims.sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await findSessions(actor)).toMatchObject([{ id: claims.sessionId, browser: 'Firefox on Linux' }]);
  await endSession(actor, claims.sessionId);
  await endSession(actor, claims.sessionId);
  await endSessionById(claims.sessionId);
  expect(await findSession(claims)).toBeUndefined();
  expect(await findSessions(actor)).toEqual([]);
  expect(await db.auditEvent.count({ where: { teamId: actor.teamId, type: 'session.ended' } })).toBe(1);
});
