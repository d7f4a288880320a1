import { type CommandId, commandTable } from '@/lib/workbench/command-table';
import { keyCommandIds } from '@/lib/workbench/key-commands';
import { makeArticle } from '@/prisma/builders/article';
import { articlesPage } from './pages/articles-page';
import { palette } from './pages/palette';
import { workbenchPage } from './pages/workbench-page';
import { untilAlive } from './support/alive';
import { annotationsOf, makeHarbour, markWords } from './support/articles';
import { makeSignInTeam } from './support/people';
import { expect, test } from './support/test';
import { cranes, whatKeysDo } from './support/what-keys-do';

test('the palette opens on every signed-in page, says how much it found and gives the focus back', async ({
  as,
  team,
}) => {
  const { id } = await makeHarbour(team.reviewer);
  const page = await as('reviewer');
  const { dialog, field, said, options } = palette(page);
  for (const address of [
    '/articles',
    '/queue',
    '/inbox',
    '/sources',
    '/team',
    '/account',
    `/articles/${id}`,
  ]) {
    await page.goto(address);
    const link = page.getByRole('link', { name: 'Team', exact: true });
    await untilAlive(link);
    await link.focus();
    await page.keyboard.press('Control+k');
    await expect(field, address).toBeFocused();
    await field.fill('go to team');
    await expect(options.first()).toHaveText('Go to team');
    await expect(said).toHaveText(/^\d+ found\.$/);
    await field.fill('nothing has these words');
    await expect(said).toHaveText('Nothing found.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
  }

  // What is typed before its script has come is for its field: no letter is lost, and none marks the article below.
  const slow = await as('editor', { isOwn: true });
  const workbench = workbenchPage(slow);
  await workbench.open(id);
  await slow.keyboard.press('g');
  await expect(workbench.cursor.first()).toBeVisible();
  let comeOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    comeOn = resolve;
  });
  await slow.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await slow.keyboard.press('Control+k');
  await slow.keyboard.type('cos');
  comeOn();
  await expect(palette(slow).field).toHaveValue('cos');
  await expect(workbench.cards).toHaveCount(0);
});

test('articles are found by their title while one types, only one’s own team’s, the recent first', async ({
  as,
  team,
}) => {
  const { articleId: id } = await makeArticle(team.reviewer, { title: 'Zinc prices fall', text: 'By half.' });
  await makeArticle(team.reviewer, { title: 'Zebra crossing closed', text: 'It is closed.' });
  const elsewhere = await makeSignInTeam('Elsewhere');
  await makeArticle(elsewhere.reviewer, { title: 'Zinc of another team', text: 'It is secret.' });
  const page = await as('reviewer');
  await page.goto('/team');
  const commands = palette(page);
  await commands.open();
  await commands.field.fill('zin');
  await expect(commands.option('Zinc prices fall')).toBeVisible();
  await expect(commands.option(/another team/)).toHaveCount(0);
  await commands.option('Zinc prices fall').click();
  await expect(page).toHaveURL(new RegExp(`/articles/${id}$`));
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  await commands.open();
  await expect(commands.group('Recent').getByRole('option').first()).toHaveText('Zinc prices fall');
});

test('a person leads to the team, and in an article to their marks alone', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const theirs = await markWords(team.editor, article, 'Three cranes');
  await markWords(team.reviewer, article, 'They arrive in autumn.');
  const page = await as('reviewer');
  await page.goto('/articles');
  const commands = palette(page);
  await commands.choose('edda', /^Edda Editor/);
  await expect(page).toHaveURL(new RegExp(`/team#member-${team.editor.userId}$`));
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await expect(workbench.cards).toHaveCount(2);
  await commands.choose('edda', /^Edda Editor/);
  await expect(workbench.cards).toHaveCount(1);
  await expect(workbench.card(theirs)).toBeVisible();
});

test('in an article the palette marks the words that are selected, and leaves them when it is left', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const opinion = await markWords(team.editor, article, 'It is the finest harbour on the coast.', 'opinion');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const commands = palette(page);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible();
  await commands.open();
  await page.keyboard.press('Escape');
  await expect(commands.dialog).toBeHidden();
  await expect.poll(workbench.selectedWords).toBe('Three cranes');
  await commands.choose('sourced', /^Sourced fact/);
  await expect(workbench.cards).toHaveCount(2);
  await workbench.settle();
  expect(
    (await annotationsOf(team.reviewer, article.id)).map(({ mark, anchor }) => [mark, anchor.exact]),
  ).toEqual([
    ['opinion', 'It is the finest harbour on the coast.'],
    ['sourced_fact', 'Three cranes'],
  ]);
  await commands.choose('finest harb', /^It is the finest harbour/);
  await expect.poll(workbench.activeId).toBe(opinion);
});

test('what the rules forbid is not offered', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('viewer'));
  await workbench.open(article.id);
  const commands = palette(workbench.page);
  await workbench.select('They arrive in autumn.');
  await commands.open();
  await expect(commands.option(/^Next sentence/)).toBeVisible();
  await expect(commands.option(/^Export: HTML page/)).toBeVisible();
  await expect(commands.option(/^Sign out/)).toBeVisible();
  for (const name of [/^Claim/, /^Opinion/, /^Write a note/, /^Import an article/, /^Undo/])
    await expect(commands.option(name)).toHaveCount(0);
});

test('the key sheet lists the whole table, those of the page first', async ({ as }) => {
  const page = await as('reviewer');
  await page.goto('/queue');
  await untilAlive(page.getByRole('navigation', { name: 'Main' }));
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('heading', { level: 3 }).first()).toHaveText('Review queue · this page');
  const listed = await sheet
    .locator('[data-command]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-command')));
  expect(listed.sort()).toEqual(commandTable.map(({ id }) => id).sort());
});

/** The first press of a command, as Playwright writes it. */
function pressOf(id: CommandId): string {
  const press = commandTable.find((command) => command.id === id)?.presses[0];
  if (press === undefined) throw new Error(`${id} has no key.`);
  return [...(press.mod ? ['Control'] : []), ...(press.shift ? ['Shift'] : []), press.key].join('+');
}

/** Each key on an article of its own; the browser, and what it has loaded, stays. */
for (const [part, ids] of thirdsOf(keyCommandIds).entries()) {
  test(`in an article each key does what the sheet says, part ${part + 1} of 3`, async ({ as, team }) => {
    test.setTimeout(180_000);
    const workbench = workbenchPage(await as('reviewer'));
    const { page } = workbench;
    for (const id of ids) {
      await test.step(id, async () => {
        const article = await makeHarbour(team.reviewer);
        const first = await markWords(team.reviewer, article, 'It is the finest harbour on the coast.');
        const second = await markWords(team.reviewer, article, cranes);
        await workbench.open(article.id);
        await expect(workbench.cards).toHaveCount(2);
        await whatKeysDo[id]({
          workbench,
          page,
          first,
          second,
          press: (command) => page.keyboard.press(pressOf(command)),
          cursor: async () => (await workbench.cursor.allTextContents()).join(''),
          colleagueMarks: (words) => markWords(team.editor, article, words),
        });
      });
    }
  });
}

function thirdsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const size = Math.ceil(items.length / 3);
  return [items.slice(0, size), items.slice(size, 2 * size), items.slice(2 * size)];
}

/** All single characters of the table, in a row. */
const letters = [
  ...new Set(commandTable.flatMap(({ presses }) => presses.filter(({ mod }) => !mod).map(({ key }) => key))),
]
  .filter((key) => [...key].length === 1)
  .join('');

test('with the focus in a text box every key is a letter', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const box = await workbench.beginNote(id);
  await page.keyboard.type(letters);
  await expect(box).toHaveText(letters);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(workbench.cards).toHaveCount(1);
  for (const address of ['/articles', '/sources']) {
    await page.goto(address);
    const field = page.getByRole('search').getByRole('textbox');
    await field.click();
    await page.keyboard.type(letters);
    await expect(field).toHaveValue(letters);
    await expect(page).toHaveURL(new RegExp(`^[^?]*${address}`));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('single keys are switched off once for all pages', async ({ as, team }) => {
  await makeHarbour(team.reviewer);
  await makeHarbour(team.reviewer, 'Another headline\n\nA paragraph.');
  const page = await as('reviewer');
  const articles = articlesPage(page);
  await articles.open();
  await untilAlive(articles.list.getByRole('link').first());
  await page.keyboard.press('j');
  await expect(articles.list.getByRole('link').first()).toBeFocused();
  await page.goto('/account');
  await page.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck();
  await articles.open();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(articles.list.getByRole('link').first()).not.toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('search').getByRole('textbox')).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette(page).field).toBeFocused();
});

test('after a reload one’s last acts are still taken back, but not what a colleague has built on', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  for (const words of ['Three cranes', 'They arrive in autumn.']) {
    await workbench.select(words);
    await expect(workbench.toolbar).toBeVisible();
    await page.keyboard.press('c');
  }
  await expect(workbench.cards).toHaveCount(2);
  await workbench.settle();
  await page.reload();
  await expect(workbench.text).toBeVisible(); // drawn by the browser alone: from then on keys are heard
  await expect(workbench.cards).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(workbench.cards).toHaveCount(1);
  await workbench.settle();
  await page.reload();
  await expect(workbench.text).toBeVisible();
  await expect(workbench.cards).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(workbench.cards).toHaveCount(2);
  await workbench.settle();
  const [, last] = await annotationsOf(team.reviewer, article.id);
  const colleague = workbenchPage(await as('editor'));
  await colleague.open(article.id);
  await colleague.addNote(last?.id ?? '', 'I have looked at this.');
  await colleague.settle();
  await page.reload();
  await expect(workbench.text).toBeVisible();
  await expect(workbench.cards).toHaveCount(2);
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(workbench.notifications).toContainText('somebody has built on it since', { timeout: 2_000 });
  }).toPass();
  await expect(workbench.cards).toHaveCount(2);
});
