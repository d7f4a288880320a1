import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { mostReportPresets, type ReportPreset } from '@/lib/domain/report/report-preset';
import { makeTeam } from '@/prisma/builders/team';
import { refusal } from '../testing/commands';
import { deleteReportPreset, findReportPresets, saveReportPreset } from './presets';

let team: Awaited<ReturnType<typeof makeTeam>>;
const presetOf = (name: string, id = randomUUID()): ReportPreset => ({
  id,
  name,
  arrangement: {
    ...plainArrangement,
    ...{ sections: ['legend'], marks: ['claim'], details: ['notes', 'names'], view: 'public', since: null },
  },
});

beforeAll(async () => {
  team = await makeTeam();
});

it('keeps presets for the whole team, renames and forgets them, and notes each in its record', async () => {
  const first = presetOf('For lawyers');
  await saveReportPreset(team.reviewer, first);
  await saveReportPreset(team.editor, { ...first, name: 'For the lawyers' });
  expect(await findReportPresets(team.viewer)).toEqual([{ ...first, name: 'For the lawyers' }]);
  await deleteReportPreset(team.owner, first.id);
  await deleteReportPreset(team.owner, first.id);
  expect(await findReportPresets(team.viewer)).toEqual([]);
  const record = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } });
  expect(record.map(({ type }) => type)).toEqual([
    'report_preset.created',
    'report_preset.changed',
    'report_preset.deleted',
  ]);
});

it('is closed to viewers, who use presets only, and to other teams', async () => {
  const kept = presetOf('House style');
  await saveReportPreset(team.reviewer, kept);
  await refusal(saveReportPreset(team.viewer, presetOf('Mine')), 'FORBIDDEN');
  await refusal(deleteReportPreset(team.viewer, kept.id), 'FORBIDDEN');
  const others = await makeTeam('Others');
  await refusal(saveReportPreset(others.owner, { ...kept, name: 'Taken' }), 'NOT_FOUND');
  await deleteReportPreset(others.owner, kept.id);
  expect(await findReportPresets(others.owner)).toEqual([]);
  expect(await findReportPresets(team.viewer)).toEqual([kept]);
});

it('keeps so many presets and no more', async () => {
  const full = await makeTeam('Full');
  for (let number = 0; number < mostReportPresets; number += 1)
    await saveReportPreset(full.editor, presetOf(`${number}`));
  await refusal(saveReportPreset(full.editor, presetOf('One too many')), 'INVALID');
});
