import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { queuePage } from './pages/queue-page';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, makeHarbour, markWords, raiseFlag, type TestArticle } from './support/articles';
import {
  attachEvidence,
  planCheck,
  proposeOutcome,
  reviewOutcome,
  signOffClaim,
  waitFor,
} from './support/check-steps';
import { expect, test } from './support/test';

const growth = 'The port grew by 40 percent in one year, from 8.1 to 11.4 million tonnes.';
const cost = 'The council paid 12 million crowns for the new quay';
const cranes = 'Three cranes were ordered in March.';
const autumn = 'They arrive in autumn.';
const union = 'The union is against it.';
const finest = 'It is the finest harbour on the coast.';
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

test('each part holds what its name says, overdue first, and the filters narrow all of them', async ({
  as,
  team,
}) => {
  const { editor, reviewer, owner } = team;
  const article = await makeHarbour(editor);
  const claim = (words: string) => markWords(reviewer, article, words);
  const [grew, paid, ordered, arrive, against] = [
    await claim(growth),
    await claim(cost),
    await claim(cranes),
    await claim(autumn),
    await claim(union),
  ];
  await raiseFlag(reviewer, article.id, grew, 'Only one source.', 'high');
  await planCheck(editor, article.id, paid, { dueAt: inHours(-3), assigneeId: editor.userId });
  await planCheck(editor, article.id, ordered, { dueAt: inHours(30) });
  await waitFor(reviewer, article.id, ordered, 'source');
  await proposeOutcome(reviewer, article.id, arrive);
  await proposeOutcome(reviewer, article.id, against);
  await reviewOutcome(owner, article.id, against);
  await signOffClaim(editor, article.id, against);

  const page = await as('editor');
  const queue = queuePage(page);
  await queue.open();
  await expect
    .poll(queue.counts)
    .toEqual(['Open flags 1', 'Mine 1', 'Unassigned 3', 'Needs second check 1', 'Waiting 1', 'Done 1']);
  await expect(queue.lines).toHaveText([/High.*Only one|High.*The port grew/s]);
  await queue.split('Mine').click();
  await expect(queue.lines).toContainText(['Overdue by 3 h']);
  await queue.split('Needs second check').click();
  await expect(queue.lines).toContainText([autumn]);
  await expect(queue.detail).toContainText('Proposed by Rhea Reviewer');
  await queue.split('Waiting').click();
  await expect(queue.lines).toContainText(['Awaiting source']);
  await queue.split('Done').click();
  await expect(queue.lines).toContainText([union]);
  await expect(page.getByLabel('Order', { exact: true })).toBeDisabled();

  await queue.split('Unassigned').click();
  await expect(queue.lines).toContainText([growth, 'Three cranes', autumn]);
  await page.getByLabel('Order', { exact: true }).selectOption('Oldest first');
  await expect(page).toHaveURL(/sort=age/);
  await expect(queue.lines).toContainText(['Three cranes', autumn, growth]);
  await page.getByLabel('Due', { exact: true }).selectOption('Due within 7 days');
  await expect(queue.lines).toContainText(['Three cranes']);
  await expect(queue.lines).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(queue.lines).toHaveCount(3);
  await page.getByLabel('Claim type').selectOption('Quote');
  await expect(page.getByRole('heading', { name: 'Nothing here fits the filters' })).toBeVisible();
});

test('whoever is blind finds that something is proposed, and nowhere what', async ({ as, team }) => {
  const { editor, reviewer } = team;
  await db.team.update({ where: { id: team.id }, data: { blindSecondCheck: true } });
  const article = await makeHarbour(editor);
  const claim = await markWords(reviewer, article, growth);
  await proposeOutcome(reviewer, article.id, claim, 'not_checkable');
  const twin = await makeHarbour(editor);
  await raiseFlag(editor, twin.id, await markWords(editor, twin, growth), 'The same again?');

  const blind = await as('editor');
  const queue = queuePage(blind);
  await queue.open('?split=second_check');
  await expect(queue.detail).toContainText('stays sealed until you have recorded');
  await expect(blind.getByText('Not checkable')).toHaveCount(0);
  await queue.open();
  await expect(queue.matches).toContainText(['Its proposal is sealed']);
  expect(await blind.content()).not.toContain('not_checkable');
  const own = await as('reviewer');
  await queuePage(own).open(`?split=unassigned`);
  await expect(queuePage(own).detail).toContainText('Proposed outcome: Not checkable');
});

test('the same keys move, open, finish, select and take back, in the list and in the claim', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  for (const words of [growth, cost, cranes])
    await raiseFlag(team.editor, article.id, await markWords(team.editor, article, words), 'Look at this.');
  const page = await as('reviewer');
  const queue = queuePage(page);
  await queue.open();
  // What the browser has fetched by itself: the page is alive, and hears keys.
  await expect(page.getByText('The archive has no similar claim.')).toBeVisible();
  await expect(queue.current).toContainText('The port grew');
  await queue.current.focus();
  await page.keyboard.press('j');
  await expect(queue.current).toBeFocused();
  await expect(queue.current).toContainText('The council paid');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 claims selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 claims selected')).toBeHidden();
  await page.keyboard.press('k');
  await queue.current.click();
  await expect(queue.detail.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('k');
  await expect(queue.detail.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(queue.detail).toContainText('The port grew');
  await page.keyboard.press('e');
  await expect(queue.note).toBeFocused();
  await page.keyboard.type('xzjk stay letters here');
  await page.keyboard.press('Control+Enter');
  await expect(queue.lines).toHaveCount(2);
  await expect(queue.detail).toContainText('The council paid');
  await page.keyboard.press('z');
  await expect(queue.lines).toHaveCount(3);
  await expect(queue.detail).toContainText('The port grew');
  await page.keyboard.press('u');
  await expect(queue.current).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}\\?annotation=`));
  await page.getByRole('link', { name: 'Review queue' }).first().click();
  await expect(queue.current).toContainText('The port grew');
});

test('an act on many is done to those that it fits, says why not to the others, and is taken back', async ({
  as,
  team,
}) => {
  const { editor, reviewer } = team;
  const article = await makeHarbour(editor);
  const opinion = await markWords(editor, article, finest, 'opinion');
  const [grew, paid] = [await markWords(editor, article, growth), await markWords(editor, article, cost)];
  for (const id of [grew, paid, opinion]) await raiseFlag(editor, article.id, id, 'Look at this.');
  const assignees = async () =>
    (await annotationsOf(editor, article.id)).map(({ check }) => check.plan.assigneeId);

  const page = await as('editor');
  const queue = queuePage(page);
  await queue.open();
  await queue.boxes.first().check();
  await page.getByRole('button', { name: 'Select all 3 shown' }).click();
  await expect(page.getByText('3 claims selected')).toBeVisible();
  await queue.choose('Selected claims', 'Assign', 'Rhea Reviewer');
  await expect(queue.notifications).toContainText('Assigned: 2 of 3 claims.');
  await expect(queue.failures).toContainText('It could not be done to 1 claim:');
  await expect(queue.failures).toContainText('Only claims and sourced facts are checked.');
  await expect(queue.failures).toContainText('the finest harbour');
  expect((await assignees()).filter((id) => id === reviewer.userId)).toHaveLength(2);
  await expect(page.getByText('1 claim selected')).toBeVisible();
  await queue.undo();
  await expect(queue.notifications).toContainText('Taken back.');
  await expect.poll(assignees).toEqual([null, null, null]);

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await queue.boxes.nth(0).check();
  await queue.boxes.nth(1).check();
  await queue.choose('Selected claims', 'Priority', 'Urgent');
  await expect(queue.lines.getByText('Urgent', { exact: true })).toHaveCount(2);
  await queue.boxes.nth(0).check();
  await queue.boxes.nth(2).check();
  await page
    .getByRole('group', { name: 'Selected claims' })
    .getByRole('button', { name: 'Looked at' })
    .click();
  await expect(queue.lines).toHaveCount(1);
  await page.keyboard.press('z');
  await expect(queue.lines).toHaveCount(3);
});

test('a snoozed claim leaves one’s own queue until it is shown again, and nobody else’s', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  for (const words of [growth, cost])
    await raiseFlag(team.editor, article.id, await markWords(team.editor, article, words), 'Look at this.');
  const page = await as('reviewer');
  const queue = queuePage(page);
  await queue.open();
  await expect(page.getByText('The archive has no similar claim.')).toBeVisible();
  await expect(queue.current).toContainText('The port grew');
  await page.keyboard.press('h');
  await expect(page.getByRole('menuitem', { name: 'Until tomorrow, 9 am' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(queue.lines).toContainText(['The council paid']);
  await expect(queue.lines).toHaveCount(1);
  await expect(queue.split('Snoozed')).toContainText('1');
  const other = await as('editor');
  await queuePage(other).open();
  await expect(queuePage(other).lines).toHaveCount(2);
  await queue.split('Snoozed').click();
  await expect(queue.lines).toContainText(['The port grew']);
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { name: 'You have put nothing aside' })).toBeVisible();
  await queue.split('Open flags').click();
  await expect(queue.lines).toHaveCount(2);
});

test('a view is kept under a name, renamed, opened from its tab and deleted, for its maker alone', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  await planCheck(team.editor, article.id, await markWords(team.editor, article, growth), {
    dueAt: inHours(-2),
  });
  const page = await as('reviewer');
  const queue = queuePage(page);
  await queue.open('?split=unassigned&due=overdue&sort=age');
  await page.getByRole('button', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Give the view a name.');
  await dialog.getByLabel('Name of the view').fill('Late and nobody’s');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(queue.split('Late and nobody’s')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Actions for the view' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog.getByLabel('Name of the view').fill('Fires');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(queue.split('Fires')).toBeVisible();
  await queue.open();
  await queue.split('Fires').click();
  await expect(queue.lines).toContainText(['Overdue by 2 h']);
  await expect(page).toHaveURL(/split=unassigned&sort=age&due=overdue/);
  const other = await as('editor');
  await queuePage(other).open();
  await expect(queuePage(other).split('Fires')).toHaveCount(0);
  await page.getByRole('button', { name: 'Actions for the view' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(queue.split('Fires')).toHaveCount(0);
  await queue.undo();
  await expect(queue.split('Fires')).toBeVisible();
});

test('evidence of a similar earlier claim is used again by one key, and the card says from where', async ({
  as,
  team,
}) => {
  const { editor } = team;
  const old = await makeHarbour(editor, `The old story\n\n${growth}`);
  const oldClaim = await markWords(editor, old, growth);
  await attachEvidence(editor, old.id, oldClaim, 'Port statistics 2025');
  await attachEvidence(editor, old.id, oldClaim, 'Harbour yearbook');
  await proposeOutcome(editor, old.id, oldClaim);
  const article = await makeHarbour(editor);
  const claim = await markWords(editor, article, 'The port grew by 40 percent in one year');
  await raiseFlag(editor, article.id, claim, 'Known?');
  const titles = async () => titlesOf(editor, article, claim);

  const page = await as('reviewer');
  const queue = queuePage(page);
  await queue.open();
  await expect(queue.matches).toHaveCount(1);
  await expect(queue.matches).toContainText(['Outcome: Confirmed']);
  await queue.matches.getByRole('checkbox', { name: /Harbour yearbook/ }).uncheck();
  await page.keyboard.press('r');
  await expect(queue.notifications).toContainText('1 piece of evidence reused.');
  expect(await titles()).toEqual(['Port statistics 2025']);
  await queue.undo();
  await expect.poll(titles).toEqual([]);
  await queue.matches.getByRole('checkbox', { name: /Port statistics/ }).check();
  await page.keyboard.press('r');
  await expect.poll(titles).toEqual(['Port statistics 2025']);
  await page.keyboard.press('Enter');
  const workbench = workbenchPage(page);
  await expect(workbench.card(claim)).toContainText('Port statistics 2025');
  await expect(workbench.card(claim)).toContainText('Reused from “The harbour grows” · Edda Editor');
});

test('an editor hands an article’s open claims out, sees before who gets what, and takes it back', async ({
  as,
  team,
}) => {
  const { editor, reviewer } = team;
  const article = await makeHarbour(editor);
  const ids: string[] = [];
  for (const words of [growth, cost, cranes, autumn, union])
    ids.push(await markWords(editor, article, words));
  await planCheck(editor, article.id, ids[0] ?? '', { assigneeId: reviewer.userId });
  const assignees = async () =>
    (await annotationsOf(editor, article.id)).map(({ check }) => check.plan.assigneeId);

  const page = await as('editor');
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await page.getByRole('link', { name: 'Hand out claims' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand out the open claims' });
  await expect(dialog).toContainText('4 claims have nobody yet. 1 is taken and stays as it is.');
  await dialog.getByLabel('Olive Owner').uncheck();
  await expect(dialog).toContainText('Edda Editor: 3 claims');
  await expect(dialog).toContainText('Rhea Reviewer: 1 claim');
  await dialog.getByText('Rhea Reviewer: 1 claim').click();
  await expect(dialog).toContainText(union);
  await dialog.getByLabel('By number').check();
  await dialog.getByLabel('Claims for Rhea Reviewer').fill('2');
  await expect(dialog).toContainText('Rhea Reviewer: 2 claims');
  await expect(dialog).toContainText('2 claims stay without anybody.');
  await dialog.getByLabel('Evenly').check();
  await dialog.getByRole('button', { name: 'Hand out 4 claims' }).click();
  await expect(dialog).toBeHidden();
  const { userId: edda } = editor;
  await expect.poll(assignees).toEqual([reviewer.userId, edda, edda, edda, reviewer.userId]);
  await queuePage(page).undo();
  await expect.poll(assignees).toEqual([reviewer.userId, null, null, null, null]);
  const checker = await as('reviewer');
  await queuePage(checker).open(`?article=${article.id}&split=unassigned`);
  await expect(checker.getByRole('button', { name: 'Hand out claims' })).toHaveCount(0);
});

async function titlesOf(actor: Actor, { id }: TestArticle, annotationId: string): Promise<readonly string[]> {
  const annotations = await annotationsOf(actor, id);
  const found = annotations.find((annotation) => annotation.id === annotationId);
  return found?.evidence.map(({ title }) => title) ?? [];
}
