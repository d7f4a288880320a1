import type { Page, Route } from '@playwright/test';
import { db } from '@/lib/db/client';
import { noDepth } from '@/lib/domain/no-depth';
import { richTextToPlain } from '@/lib/domain/rich-text';
import { signOutByMenu } from './pages/sign-in-page';
import { workbenchPage } from './pages/workbench-page';
import { act, addNote, annotationsOf, makeHarbour, markWords, stateOf } from './support/articles';
import { signIn } from './support/people';
import { expect, origin, test } from './support/test';

const commands = '**/api/articles/*/commands';

/** Cuts the page off from the command door until the returned function is called. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route(commands, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(commands);
}

test('without a connection work is kept, said to be kept, and saved once when it is back', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const reconnect = await cutOff(page);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  const id = await workbench.activeId();
  await expect(workbench.painted(id)).toHaveAttribute('data-pending', '');
  await expect(page.getByText(/^No connection, 1 change kept, trying again$/)).toBeVisible();
  await workbench.addNote(id, 'Written in the tunnel.');
  await expect(page.getByText(/^No connection, 2 changes kept, trying again$/)).toBeVisible();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(0);
  await reconnect();
  await page.getByRole('button', { name: 'Try now' }).click();
  await workbench.settle();
  await expect(workbench.painted(id)).not.toHaveAttribute('data-pending', '');
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved.map((annotation) => annotation.id)).toEqual([id]);
  expect(saved[0]?.notes.map(({ body }) => richTextToPlain(body))).toEqual(['Written in the tunnel.']);
  expect((await stateOf(team.reviewer, article.id)).seq).toBe(3);
});

test('an answer that is lost on its way back does not save anything twice', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  let lost = 0;
  await page.route(commands, async (route: Route) => {
    if (lost > 0) return route.continue();
    await route.fetch();
    lost += 1;
    return route.abort('connectionreset');
  });
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect.poll(() => lost).toBe(1);
  await workbench.settle();
  await expect(workbench.cards).toHaveCount(1);
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
  expect((await stateOf(team.reviewer, article.id)).seq).toBe(2);
  await workbench.select('They arrive in autumn.');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('o');
  await workbench.settle();
  expect((await stateOf(team.reviewer, article.id)).seq).toBe(3);
});

test('leaving with unsent work asks first, and so does signing out', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const reconnect = await cutOff(page);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText(/1 change kept/)).toBeVisible();

  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(workbench.cards).toHaveCount(1);

  await signOutByMenu(page, team.reviewer.name);
  const question = page.getByRole('dialog', { name: 'Sign out now?' });
  await expect(question).toContainText('1 change');
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await reconnect();
  // It tries again by itself.
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('when the session has ended, work waits for a new sign-in and is then saved', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await db.authSession.updateMany({
    where: { userId: team.reviewer.userId },
    data: { endedAt: new Date() },
  });
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('Signed out, 1 change kept.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(0);
  await signIn(page.context().request, origin(), team.reviewer.email);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('a refused change gives the words back', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const box = await workbench.beginNote(id);
  await page.keyboard.type('Checked against the order book.');
  await act(team.editor, article.id, { type: 'annotation.delete', annotationId: id, version: 1 });
  await box.press('Control+Enter');
  await page.getByRole('button', { name: '1 change refused' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not saved' });
  await expect(dialog.getByLabel('Kept text')).toHaveValue('Checked against the order book.');
  await dialog.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dialog.getByLabel('Kept text')).toHaveCount(0);
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(0);
});

test('different fields of one evidence, changed by two people, both stay; the same field asks', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const evidenceId = 'aaaaaaaa-0000-4000-8000-000000000001'.replace('aaaaaaaa', id.slice(0, 8));
  await act(team.reviewer, article.id, {
    type: 'evidence.create',
    annotationId: id,
    evidenceId,
    fields: {
      type: 'dataset',
      tier: 'primary',
      stance: 'supports',
      title: 'Order book',
      address: null,
      quote: null,
      locator: 'row 1',
      accessedOn: null,
      ...noDepth,
    },
  });
  const changeAsEditor = (version: number, changes: { title?: string; locator?: string }) =>
    act(team.editor, article.id, { type: 'evidence.change', annotationId: id, evidenceId, version, changes });
  const inDatabase = async () => (await annotationsOf(team.reviewer, article.id))[0]?.evidence[0];
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const edit = async () => {
    await (await workbench.openCard(id)).getByRole('button', { name: /^Actions on / }).click();
    await page.getByRole('menuitem', { name: 'Edit evidence' }).click();
    return workbench.card(id).getByRole('form', { name: 'Change evidence' });
  };

  const form = await edit();
  await changeAsEditor(1, { title: 'Order book of the port' });
  await form.getByLabel('Locator').fill('row 12');
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(form.getByRole('button', { name: 'Retry' })).toBeVisible();
  await form.getByLabel('Locator').press('End');
  await page.keyboard.type(', column B');
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(form).toBeHidden();
  await workbench.settle();
  expect(await inDatabase()).toMatchObject({ title: 'Order book of the port', locator: 'row 12, column B' });

  await edit();
  await changeAsEditor(3, { locator: 'row 99' });
  await form.getByLabel('Locator').fill('row 13');
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await form.getByRole('button', { name: 'Retry' }).click();
  await expect(form).toContainText(
    'Changed by someone else meanwhile to “row 99”. Save again to keep yours.',
  );
  await expect(form.getByLabel('Locator')).toHaveValue('row 13');
  expect(await inDatabase()).toMatchObject({ locator: 'row 99' });
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(form).toBeHidden();
  await workbench.settle();
  expect(await inDatabase()).toMatchObject({ title: 'Order book of the port', locator: 'row 13' });
});

test('a note changed in two windows asks whether to keep mine or take the saved one', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const noteId = await addNote(team.reviewer, article.id, id, 'First words.');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const edit = async () => {
    await (await workbench.openCard(id)).getByRole('button', { name: /^Actions on the note/ }).click();
    await page.getByRole('menuitem', { name: 'Edit note' }).click();
    await expect(workbench.noteBox(id)).toBeFocused();
  };
  const changeElsewhere = (version: number, words: string) =>
    act(team.reviewer, article.id, {
      type: 'note.change',
      annotationId: id,
      noteId,
      version,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    });
  const inDatabase = async () => {
    const note = (await annotationsOf(team.reviewer, article.id))[0]?.notes[0];
    return note === undefined ? undefined : richTextToPlain(note.body);
  };
  const question = workbench.card(id).getByRole('region', { name: /in another window$/ });

  await edit();
  await changeElsewhere(1, 'Words of the other window.');
  await page.keyboard.type(' And mine.');
  await page.keyboard.press('Control+Enter');
  await expect(question).toContainText('Words of the other window.');
  await expect(workbench.noteBox(id)).toContainText('First words. And mine.');
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await workbench.settle();
  await expect.poll(inDatabase).toBe('First words. And mine.');

  await edit();
  await changeElsewhere(3, 'Once more elsewhere.');
  await page.keyboard.type(' Not to be kept.');
  await page.keyboard.press('Control+Enter');
  await question.getByRole('button', { name: 'Take the saved one' }).click();
  await expect(workbench.card(id)).toContainText('Once more elsewhere.');
  await expect(workbench.noteBox(id)).toHaveCount(0);
  expect(await inDatabase()).toBe('Once more elsewhere.');
});

test('a draft outlives a reload', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.beginNote(id);
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('Escape');
  await page.reload();
  await workbench.openCard(id);
  await workbench.card(id).getByRole('button', { name: 'Go on' }).click();
  await expect(workbench.noteBox(id)).toHaveText('Half a thought');
  await workbench.noteBox(id).press('Control+Enter');
  await workbench.settle();
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved[0]?.notes.map(({ body }) => richTextToPlain(body))).toEqual(['Half a thought']);
});
