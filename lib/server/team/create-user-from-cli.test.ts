import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { acceptInvitation } from './accept-invitation';
import { createUserFromCli, disableUserFromCli, resetUserFromCli } from './create-user-from-cli';
import { signIn } from './sign-in';

const password = 'pencil-otter-granite-lamp';

test('the command line makes the team, then adds to it, by invitation or at once', async () => {
  const first = await createUserFromCli({
    email: 'Ada@Courier.example',
    name: 'Ada',
    role: 'owner',
    password,
  });
  expect(first).toEqual({ userId: expect.any(String) });
  const second = await createUserFromCli({ email: 'bo@courier.example', name: 'Bo', role: 'viewer' });
  expect(second.userId).toBeNull();
  const token = new URL(second.invitationUrl ?? '').searchParams.get('token') ?? '';
  await acceptInvitation({ token, name: 'Bo', password });
  expect(await db.team.count()).toBe(1);
  expect(await db.article.findMany()).toMatchObject([{ isSample: true }]);
  const people = await db.membership.findMany({ orderBy: { joinedAt: 'asc' }, include: { user: true } });
  expect(people.map(({ role, user }) => [user.email, role])).toEqual([
    ['ada@courier.example', 'owner'],
    ['bo@courier.example', 'viewer'],
  ]);
});

test.each([
  [
    { email: 'ada@courier.example', name: 'Ada', role: 'owner', password },
    'There is an account with this address already',
  ],
  [{ email: 'ada@courier.example', name: 'Ada', role: 'owner' }, 'in the team already'],
  [{ email: 'nonsense', name: 'N', role: 'owner' }, '"nonsense" is not a whole e-mail address'],
  [{ email: 'cy@courier.example', name: 'Cy', role: 'boss' }, '"boss" is no role'],
  [{ email: 'cy@courier.example', name: ' ', role: 'viewer' }, 'Give a name.'],
  [
    { email: 'cy@courier.example', name: 'Cy', role: 'viewer', password: 'passwordpassword' },
    'easy to guess',
  ],
  [{ email: 'cy@courier.example', name: 'Cy', role: 'viewer', password: 'short' }, 'at least 15'],
])('refuses %j in a sentence', async (given, sentence) => {
  await expect(createUserFromCli(given)).rejects.toThrow(sentence);
});

test('disables a person everywhere, but never the only owner', async () => {
  await disableUserFromCli({ email: 'bo@courier.example' });
  expect(
    await signIn({ email: 'bo@courier.example', password, address: '203.0.113.7', userAgent: '' }),
  ).toBeUndefined();
  await expect(disableUserFromCli({ email: 'ada@courier.example' })).rejects.toThrow(
    'is the only owner of Our team',
  );
  await expect(disableUserFromCli({ email: 'x@courier.example' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(resetUserFromCli({ email: 'x@courier.example' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
