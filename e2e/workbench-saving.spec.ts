import type { Page, Route } from '@playwright/test';
import { db } from '@/lib/db/client';
import { noDepth } from '@/lib/domain/no-depth';
import { richTextToPlain } from '@/lib/domain/rich-text';
import { signOutByMenu } from './pages/sign-in-page';
import { workbenchPage } from './pages/workbench-page';
import { untilKept } from './support/alive';
import { act, addNote, annotationsOf, makeHarbour, markWords, stateOf } from './support/articles';
import { password } from './support/people';
import { expect, test } from './support/test';

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
  await expect(page.getByText('Offline, 1 change kept on this device')).toBeVisible();
  await workbench.addNote(id, 'Written in the tunnel.');
  await expect(page.getByText('Offline, 2 changes kept on this device')).toBeVisible();
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

test('leaving asks only while something is kept nowhere; signing out with unsent work always asks', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  // Without its key the device keeps nothing.
  await page.route('**/api/device-key', (route) => route.abort('internetdisconnected'));
  await workbench.open(article.id);
  const reconnect = await cutOff(page);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('Offline, 1 change kept in this page only')).toBeVisible();

  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(workbench.cards).toHaveCount(1);

  await page.unroute('**/api/device-key');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('Offline, 1 change kept on this device')).toBeVisible();
  await signOutByMenu(page, team.reviewer.name);
  const question = page.getByRole('dialog', { name: 'Sign out now?' });
  await expect(question).toContainText('1 change in this article is not saved yet');
  await expect(question).toContainText('locked on this device');
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(0);

  // What is kept on the device outlives the page without a question, and is sent by the next one.
  await page.reload();
  const notice = page.getByRole('region', { name: 'Kept on this device' });
  await expect(notice).toContainText('1 change that had not been sent');
  await reconnect();
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('when the session has ended, one signs in on the page itself and the work is saved', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await workbench.settle();
  const id = await workbench.activeId();
  await workbench.beginNote(id);
  await page.keyboard.type('Half a thought');
  await db.authSession.updateMany({
    where: { userId: team.reviewer.userId },
    data: { endedAt: new Date() },
  });
  await page.keyboard.press('Escape');
  await workbench.select('They arrive in autumn.');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' });
  await expect(dialog).toBeVisible();
  await expect(page.getByText('Signed out, 1 change kept on this device')).toBeVisible();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);

  const enter = async (email: string) => {
    await dialog.getByLabel('E-mail address').fill(email);
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
  };
  // Somebody else does not save it under their own name.
  await enter(team.editor.email);
  await expect(dialog.getByRole('alert')).toContainText(`belongs to ${team.reviewer.name}`);
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
  await enter(team.reviewer.email);
  await expect(dialog).toBeHidden();
  await workbench.settle();
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved.map(({ authorId }) => authorId)).toEqual([team.reviewer.userId, team.reviewer.userId]);
  await (await workbench.openCard(id)).getByRole('button', { name: 'Go on' }).click();
  await expect(workbench.noteBox(id)).toHaveText('Half a thought');
});

test('where the browser keeps nothing, the page says so and goes on saving', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer', { isOwn: true }));
  const { page } = workbench;
  await page.addInitScript(() =>
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('A private window.', 'SecurityError');
      },
    }),
  );
  await workbench.open(article.id);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('nothing is kept on this device')).toBeVisible();
  const notice = page.getByRole('region', { name: 'Kept on this device' });
  await expect(notice).toContainText('Leave it open until it says saved.');
  await notice.getByRole('button', { name: 'Got it' }).click();
  await expect(notice).toBeHidden();
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
  await page.keyboard.press('Escape');

  // A choice without words that somebody else was quicker with: both are said, and mine is made on top or given up.
  const other = await markWords(team.reviewer, article, 'finest harbour');
  await expect(workbench.painted(other)).toBeVisible();
  const reconnect = await cutOff(page);
  await workbench.changeMark(other, 'Opinion');
  await expect(page.getByText('Offline, 1 change kept on this device')).toBeVisible();
  await act(team.editor, article.id, {
    type: 'annotation.change',
    annotationId: other,
    version: 1,
    changes: { mark: 'sourced_fact' },
  });
  await reconnect();
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('button', { name: '1 change refused' }).click();
  await expect(dialog).toContainText('Mark: Opinion');
  await expect(dialog).toContainText('Edda Editor changed this meanwhile.');
  await expect(dialog).toContainText('“finest harbour” is marked as sourced fact now.');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await workbench.settle();
  expect(
    (await annotationsOf(team.reviewer, article.id)).map(({ mark, version }) => [mark, version]),
  ).toEqual([['opinion', 3]]);
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
  const changeAsEditor = (version: number, changes: { title?: string; locator?: string; quote?: string }) =>
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
  const field = (name: string) => form.getByRole('textbox', { name });
  const save = () => form.getByRole('button', { name: /^(Save evidence|Retry)$/ }).click();
  await changeAsEditor(1, { title: 'Order book of the port' });
  await field('Locator').fill('row 12');
  await save();
  await expect(form).toBeHidden();
  await workbench.settle();
  expect(await inDatabase()).toMatchObject({ title: 'Order book of the port', locator: 'row 12' });
  const list = workbench.card(id).getByRole('list', { name: 'Evidence' });
  await list.getByRole('button', { name: 'edited: show earlier versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(versions.getByRole('listitem')).toContainText([
    new RegExp(`^${team.reviewer.name} .+Locator\\s*row 12$`),
    new RegExp(`^${team.editor.name} .+Title\\s*Order book of the port$`),
    /Type\s*.+Locator\s*row 1$/,
  ]);
  await page.keyboard.press('Escape');
  await expect(versions).toBeHidden();

  await edit();
  await changeAsEditor(3, { locator: 'row 99', quote: 'Three cranes for the new quay' });
  await field('Locator').fill('row 13');
  await field('Quote').fill('Three large cranes');
  await save();
  const locator = form.getByRole('region', { name: 'Edda Editor changed this: Locator' });
  const quote = form.getByRole('region', { name: 'Edda Editor changed this: Quote' });
  await expect(locator).toContainText('row 13');
  await expect(locator).toContainText('row 99');
  expect(await inDatabase()).toMatchObject({ locator: 'row 99' });
  await locator.getByRole('button', { name: 'Take theirs' }).click();
  await expect(field('Locator')).toHaveValue('row 99');
  await quote.getByRole('button', { name: 'Merge' }).click();
  await expect(quote).toBeHidden();
  const merged = await field('Quote').inputValue();
  for (const word of ['large', 'for the new quay']) expect(merged).toContain(word);
  await field('Quote').fill('Three large cranes for the new quay');
  await save();
  await expect(form).toBeHidden();
  await workbench.settle();
  expect(await inDatabase()).toMatchObject({
    title: 'Order book of the port',
    locator: 'row 99',
    quote: 'Three large cranes for the new quay',
  });
  // What lost is found again in the history.
  await page.goto(`/articles/${article.id}/history`);
  await expect(page.getByText('Locator: row 13')).toBeVisible();
  await expect(page.getByText('Quote: Three large cranes', { exact: true })).toBeVisible();
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
  await expect(question).toContainText('First words. And mine. Not to be kept.');
  await question.getByRole('button', { name: 'Take the saved one' }).click();
  await expect(workbench.card(id)).toContainText('Once more elsewhere.');
  await expect(workbench.noteBox(id)).toHaveCount(0);
  expect(await inDatabase()).toBe('Once more elsewhere.');

  await edit();
  await page.keyboard.type(' Mine at the end.');
  await changeElsewhere(4, 'At first: once more elsewhere.');
  await page.keyboard.press('Control+Enter');
  await question.getByRole('button', { name: 'Merge' }).click();
  await expect(workbench.noteBox(id)).toContainText('At first');
  await expect(workbench.noteBox(id)).toContainText('Mine at the end.');
  await workbench.noteBox(id).press('Control+Enter');
  await workbench.settle();
  await expect.poll(inDatabase).toMatch(/At first.*Mine at the end\./);
  await page.goto(`/articles/${article.id}/history`);
  await expect(page.getByText('First words. And mine. Not to be kept.', { exact: true })).toBeVisible();
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
  await untilKept(page);
  await page.reload();
  await workbench.openCard(id);
  await workbench.card(id).getByRole('button', { name: 'Go on' }).click();
  await expect(workbench.noteBox(id)).toHaveText('Half a thought');
  await workbench.noteBox(id).press('Control+Enter');
  await workbench.settle();
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved[0]?.notes.map(({ body }) => richTextToPlain(body))).toEqual(['Half a thought']);
});
