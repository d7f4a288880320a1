import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '../env';
import { findSetUpState, setUpTeam } from './set-up-team';
import { signIn } from './sign-in';

const token = env.GALLEY_SETUP_TOKEN ?? '';

const given = {
  token,
  name: 'Ingrid Halloran',
  teamName: 'The Courier',
  email: 'ingrid@courier.example',
  password: 'pencil-otter-granite-lamp',
};

test('makes the first account once, by the right link, and never again', async () => {
  expect(await findSetUpState(token)).toBe('open');
  expect(await findSetUpState('another')).toBe('wrong');
  await expect(setUpTeam({ ...given, token: `${token}x` })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(setUpTeam({ ...given, password: 'passwordpassword' })).rejects.toMatchObject({
    code: 'INVALID',
    details: { field: 'password' },
  });
  expect(await db.team.count()).toBe(0);

  const outcomes = await Promise.allSettled([
    setUpTeam(given),
    setUpTeam({ ...given, email: 'second@courier.example' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db.user.count()).toBe(1);
  expect(await db.membership.findMany()).toMatchObject([{ role: 'owner', disabledAt: null }]);
  expect(await db.auditEvent.findMany()).toMatchObject([{ seq: 1, type: 'team.created', previousHash: '' }]);

  await expect(setUpTeam(given)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await findSetUpState(token)).toBe('done');
  const [owner] = await db.user.findMany();
  const attempt = {
    email: owner?.email ?? '',
    password: given.password,
    address: '203.0.113.1',
    userAgent: '',
  };
  expect(await signIn(attempt)).toBeDefined();
});
