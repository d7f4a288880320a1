import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, harbourText, makeHarbour, markWords } from './support/articles';
import { expect, test } from './support/test';

const sentence = 'The council paid 12 million crowns for the new quay, according to its annual report.';
const paragraph = `It is the finest harbour on the coast. ${sentence}`;

test('the toolbar comes with a selection, snaps it to words and never takes it away', async ({
  as,
  team,
}) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(id);
  await expect(workbench.toolbar).toBeHidden();
  await workbench.select('uncil paid 12 mill');
  await expect(workbench.toolbar).toBeVisible();
  expect(await workbench.selectedWords()).toBe('council paid 12 million');
  expect(await workbench.page.evaluate(() => document.activeElement?.closest('[role="toolbar"]'))).toBeNull();
  for (const name of ['Claim', 'Opinion', 'Sourced fact', 'Nothing to check', 'Note']) {
    await expect(workbench.toolbar.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await workbench.page.keyboard.press('Escape');
  await expect(workbench.toolbar).toBeHidden();
  expect(await workbench.selectedWords()).toBe('');
  await workbench.select(' ', 3);
  await expect(workbench.toolbar).toBeHidden();
});

test('one key saves a mark of exactly the selected words and leaves the focus in the text', async ({
  as,
  team,
}) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(id);
  for (const [key, words, mark] of [
    ['c', 'grew by 40 percent', 'claim'],
    ['o', 'finest harbour on the coast', 'opinion'],
    ['s', 'according to its annual report', 'sourced_fact'],
    ['n', 'The union is against it.', 'no_fact'],
  ] as const) {
    await workbench.select(words);
    await expect(workbench.toolbar).toBeVisible();
    await workbench.page.keyboard.press(key);
    await expect(workbench.painted(await workbench.activeId())).toHaveAttribute('data-mark', mark);
    await expect(workbench.text).toBeFocused();
    // Beside its line, whatever stands open or was open above it.
    await expect
      .poll(async () => {
        const id = await workbench.activeId();
        const line = await workbench.painted(id).first().boundingBox();
        const card = await workbench.card(id).boundingBox();
        return Math.round(Math.abs((card?.y ?? 0) - (line?.y ?? 999)) / 10);
      })
      .toBe(0);
  }
  await workbench.settle();
  const saved = (await annotationsOf(team.reviewer, id)).map(({ mark, anchor }) => [mark, anchor.exact]);
  expect(saved).toEqual([
    ['claim', 'grew by 40 percent'],
    ['opinion', 'finest harbour on the coast'],
    ['sourced_fact', 'according to its annual report'],
    ['no_fact', 'The union is against it.'],
  ]);
  // Printed, each mark is annotated below the text.
  await workbench.page.emulateMedia({ media: 'print' });
  await workbench.page.keyboard.press('Control+p');
  const printed = workbench.article.getByRole('heading', { name: 'Annotations' });
  // What is printed is fetched when the key asks for it.
  await expect(async () => {
    await workbench.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(printed).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(workbench.article.getByRole('listitem').filter({ hasText: 'S3 Sourced fact' })).toContainText(
    'according to its annual report',
  );
  await workbench.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await workbench.page.emulateMedia({ media: 'screen' });
  await expect(printed).toHaveCount(0);
});

test('a key grows the selection to the sentence and then to the paragraph', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(id);
  await workbench.select('12 million');
  await expect(workbench.toolbar).toBeVisible();
  await workbench.page.keyboard.press('e');
  await expect.poll(() => workbench.selectedWords()).toBe(sentence);
  await workbench.page.keyboard.press('e');
  await expect.poll(() => workbench.selectedWords()).toBe(paragraph);
  await expect(workbench.toolbar).toBeVisible();
});

test('the sentence cursor steps, is refined by words, marks and is heard', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(id);
  const cursorWords = async () => (await workbench.cursor.allTextContents()).join('');
  await page.keyboard.press('j');
  expect(await cursorWords()).toBe('The harbour grows');
  await page.keyboard.press('ArrowDown');
  expect(await cursorWords()).toMatch(/^The port grew .* tonnes\.$/);
  await expect(workbench.live).toContainText('Sentence 2 of 8. The port grew by 40 percent');
  await expect(workbench.live).toContainText('No mark.');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  for (let count = 0; count < 8; count += 1) await page.keyboard.press('Shift+ArrowLeft');
  expect(await cursorWords()).toBe('grew by 40 percent in');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('c');
  await expect(workbench.live).toContainText('Claim: “grew by 40 percent”');
  await workbench.settle();
  expect((await annotationsOf(team.reviewer, id)).map(({ anchor }) => anchor.exact)).toEqual([
    'grew by 40 percent',
  ]);
});

test('without a mouse a sentence is marked and a note written on it', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(id);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const annotationId = await workbench.activeId();
  await page.keyboard.press('Enter');
  await expect(workbench.noteBox(annotationId)).toBeFocused();
  await page.keyboard.type('Written without a mouse.');
  await page.keyboard.press('Control+Enter');
  await expect(workbench.card(annotationId)).toContainText('Written without a mouse.');
  await workbench.settle();
  expect((await annotationsOf(team.reviewer, id)).map(({ notes }) => notes.length)).toEqual([1]);
});

test('undo and redo take one’s marks back and give them again', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(id);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(workbench.cards).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(workbench.cards).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(workbench.cards).toHaveCount(1);
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, id)).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect(workbench.cards).toHaveCount(0);
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, id)).toHaveLength(0);
});

test('a click picks the shortest mark under it and the next click the longer one', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const long = await markWords(team.reviewer, article, 'The port grew by 40 percent in one year');
  const short = await markWords(team.reviewer, article, '40 percent', 'opinion');
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(article.id);
  await workbench.clickWords('40 percent');
  await expect.poll(() => workbench.activeId()).toBe(short);
  await workbench.clickWords('40 percent');
  await expect.poll(() => workbench.activeId()).toBe(long);
  await workbench.page.keyboard.press('Escape');
  await expect(workbench.text.locator('mark[data-active]')).toHaveCount(0);
});

test('the open annotation takes another passage', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(article.id);
  await workbench.openCard(id);
  await workbench.select('Three cranes were ordered in March');
  await workbench.toolbar.getByRole('button', { name: 'Use this passage' }).click();
  await expect
    .poll(async () => (await workbench.painted(id).allTextContents()).join(''))
    .toBe('Three cranes were ordered in March');
  await workbench.settle();
  expect((await annotationsOf(team.reviewer, article.id))[0]?.anchor.exact).toBe(
    'Three cranes were ordered in March',
  );
});

test('letters are letters while somebody types', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(article.id);
  const box = await workbench.beginNote(id);
  await workbench.page.keyboard.type('cosn jk g e ? [] r');
  await expect(box).toHaveText('cosn jk g e ? [] r');
  await expect(workbench.cards).toHaveCount(1);
  await expect(workbench.page.getByRole('dialog')).toHaveCount(0);
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('single keys can be switched off, and everything still works without them', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(id);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.press('j');
  await expect(workbench.cards).toHaveCount(0);
  await expect(workbench.toolbar).toBeVisible();
  await workbench.mark('Claim');
  await expect(workbench.cards).toHaveCount(1);
  await page.reload();
  await expect(workbench.cards).toHaveCount(1);
  await workbench.select('They arrive in autumn.');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('o');
  await page.keyboard.press('ArrowDown');
  await expect(workbench.cursor.first()).toBeVisible();
  await expect(workbench.cards).toHaveCount(1);
});

test('a viewer reads everything and is offered nothing that the rules forbid', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('viewer'));
  await workbench.open(article.id);
  await workbench.select('They arrive in autumn.');
  await expect(workbench.toolbar).toBeHidden();
  await workbench.page.keyboard.press('c');
  await workbench.openCard(id);
  await expect(workbench.card(id)).toContainText(
    'Viewers read, answer author queries and export; they do not change the check.',
  );
  await expect(workbench.card(id).getByRole('button', { name: 'Note', exact: true })).toBeDisabled();
  await workbench.page.keyboard.press('o');
  await expect(workbench.cards).toHaveCount(1);
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved.map(({ mark }) => mark)).toEqual(['claim']);
});

test('the text on the page is the text of the article', async ({ as, team }) => {
  const { id } = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('viewer'));
  await workbench.open(id);
  const blocks = await workbench.text.locator('p').allTextContents();
  expect(blocks.join('\n\n')).toBe(harbourText);
});
