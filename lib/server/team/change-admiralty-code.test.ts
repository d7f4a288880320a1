import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeTeam } from '@/prisma/builders/team';
import { refusal } from '../testing/commands';
import { changeAdmiraltyCode, usesAdmiraltyCode } from './change-admiralty-code';

it('is for owners to switch, is written down once, and stays within the team', async () => {
  const [team, others] = [await makeTeam(), await makeTeam('Others')];
  await refusal(changeAdmiraltyCode(team.editor, true), 'FORBIDDEN');
  await changeAdmiraltyCode(team.owner, true);
  await changeAdmiraltyCode(team.owner, true);
  expect(await usesAdmiraltyCode(team.viewer)).toBe(true);
  expect(await usesAdmiraltyCode(others.owner)).toBe(false);
  const type = 'team.admiralty_code_changed';
  expect(await db.auditEvent.count({ where: { teamId: team.id, type } })).toBe(1);
});
