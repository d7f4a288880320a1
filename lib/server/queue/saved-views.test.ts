import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { mostSavedViews, queueLookSchema } from '@/lib/domain/queue';
import { makeTeam } from '@/prisma/builders/team';
import { refusal } from '../testing/commands';
import { deleteView, findSavedViews, saveView } from './saved-views';

let team: Awaited<ReturnType<typeof makeTeam>>;
const look = queueLookSchema.parse({ split: 'unassigned', sort: 'age', priority: 'urgent' });

beforeEach(async () => {
  team = await makeTeam();
});

it('keeps views for their maker alone, renames and forgets them, and notes each in the record of the team', async () => {
  const [first, next] = [randomUUID(), randomUUID()];
  await saveView(team.viewer, { id: first, name: 'Urgent', look });
  await saveView(team.viewer, { id: next, name: 'All', look: queueLookSchema.parse({}) });
  await saveView(team.viewer, { id: first, name: 'Urgent and nobody’s', look });
  expect(await findSavedViews(team.viewer)).toEqual([
    { id: first, name: 'Urgent and nobody’s', look },
    { id: next, name: 'All', look: { split: 'open', sort: 'overdue' } },
  ]);
  expect(await findSavedViews(team.owner)).toEqual([]);
  await deleteView(team.viewer, first);
  await deleteView(team.viewer, first);
  expect((await findSavedViews(team.viewer)).map(({ name }) => name)).toEqual(['All']);
  const record = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } });
  expect(record.map(({ type }) => type)).toEqual([
    'saved_view.created',
    'saved_view.created',
    'saved_view.changed',
    'saved_view.deleted',
  ]);
});

it('gives nobody the view of another, and does not let them change or forget it', async () => {
  const id = randomUUID();
  await saveView(team.reviewer, { id, name: 'Mine', look });
  const other = await makeTeam();
  for (const actor of [team.owner, other.owner]) {
    await refusal(saveView(actor, { id, name: 'Taken', look }), 'NOT_FOUND');
    await deleteView(actor, id);
  }
  expect(await findSavedViews(team.reviewer)).toEqual([{ id, name: 'Mine', look }]);
});

it('keeps so many views and no more', async () => {
  for (let number = 0; number < mostSavedViews; number += 1)
    await saveView(team.editor, { id: randomUUID(), name: `${number}`, look });
  await refusal(saveView(team.editor, { id: randomUUID(), name: 'One too many', look }), 'INVALID');
});
