import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { findPeopleNamed } from './find-people-named';

test('finds enabled people of one’s own team by any words of their name', async () => {
  const team = await makeTeam();
  const elsewhere = await makeTeam();
  const ada = await buildMember(team.id, { name: 'Ada 100% Lind', role: 'reviewer' });
  const gone = await buildMember(team.id, { name: 'Ada Gone', role: 'reviewer' });
  await buildMember(elsewhere.id, { name: 'Ada Elsewhere', role: 'reviewer' });
  await db.membership.updateMany({
    where: { teamId: team.id, userId: gone.userId },
    data: { disabledAt: new Date() },
  });
  const named = async (search: string, actor = team.viewer) =>
    (await findPeopleNamed(actor, { search })).items.map(({ name }) => name);
  expect(await named('lind ada')).toEqual([ada.name]);
  expect(await named('ADA')).toEqual([ada.name]);
  expect(await named('100%')).toEqual([ada.name]);
  expect(await named('ada elsewhere')).toEqual([]);
  expect(await named('   ')).toEqual([]);
  expect(await named('ada', elsewhere.reviewer)).toEqual(['Ada Elsewhere']);
});

test('finds at most as many as asked', async () => {
  const team = await makeTeam();
  for (let count = 0; count < 10; count += 1)
    await buildMember(team.id, { name: `Berit ${count}`, role: 'viewer' });
  expect((await findPeopleNamed(team.owner, { search: 'berit' })).items).toHaveLength(8);
  expect((await findPeopleNamed(team.owner, { search: 'berit', limit: 2 })).items).toHaveLength(2);
});
