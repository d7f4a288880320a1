import type { Page } from '@playwright/test';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, makeHarbour, markWords } from './support/articles';
import { expect, test } from './support/test';

const shortText = [
  'The harbour grows',
  'The port grew by 40 percent in 2024. Dr. Ada Quill said so. “Nobody expected this,” said Jonas Hale.',
].join('\n\n');

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Coverage' });

test('coverage comes to 100 % by keyboard alone, and how many sentences are left is heard', async ({
  as,
  team,
}) => {
  const { id } = await makeHarbour(team.reviewer, shortText);
  const workbench = workbenchPage(await as('reviewer'));
  const { page, live } = workbench;
  await workbench.open(id);
  const gauge = page.getByRole('button', { name: /^Coverage: / });
  await expect(gauge).toHaveAccessibleName('Coverage: 0 of 4 sentences decided');
  const steps = [
    ['c', 'Claim', '3 sentences left without a decision.'],
    ['n', 'Nothing to check', '2 sentences left without a decision.'],
    ['o', 'Opinion', '1 sentence left without a decision.'],
    ['s', 'Sourced fact', 'Every sentence is decided.'],
  ] as const;
  for (const [index, [key, mark, left]] of steps.entries()) {
    await page.keyboard.press('g');
    await expect(live).toContainText(`Sentence ${index + 1} of 4.`);
    await page.keyboard.press(key);
    await expect(live).toContainText(`${mark}: `);
    await expect(live).toContainText(left);
  }
  await expect(gauge).toHaveAccessibleName('Coverage: 4 of 4 sentences decided');
  await page.keyboard.press('g');
  await expect(live).toContainText('No gaps: every sentence is decided.');
  await expect(workbench.text.locator('[data-coverage="gap"], [data-coverage="part"]')).toHaveCount(0);
  await workbench.settle();
  expect((await annotationsOf(team.reviewer, id)).map(({ mark, anchor }) => [mark, anchor.exact])).toEqual([
    ['claim', 'The harbour grows'],
    ['no_fact', 'The port grew by 40 percent in 2024.'],
    ['opinion', 'Dr. Ada Quill said so.'],
    ['sourced_fact', '“Nobody expected this,” said Jonas Hale.'],
  ]);
});

test('the panel lists gaps, leads to them and follows the marks that are made beside it', async ({
  as,
  team,
}) => {
  const { id } = await makeHarbour(team.reviewer, shortText);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(id);
  await page.keyboard.press('0');
  const panel = panelOf(page);
  await expect(panel).toBeVisible();
  const gaps = panel.getByRole('list', { name: 'Sentences without a decision' }).getByRole('button');
  await expect(gaps).toHaveCount(4);
  await gaps.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(gaps.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workbench.text).toBeFocused();
  expect((await workbench.cursor.allTextContents()).join('')).toBe('Dr. Ada Quill said so.');
  await page.keyboard.press('n');
  await expect(gaps).toHaveCount(3);
  await expect(panel.getByText('1 of 4 sentences decided')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Gaps: 3 sentences' })).toBeVisible();
  await page.keyboard.press('0');
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: /^Coverage: / }).click();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('keys lead to the next number, name, date and quotation that no mark covers', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer, shortText);
  await markWords(team.reviewer, article, 'The port grew by 40 percent');
  const workbench = workbenchPage(await as('reviewer'));
  const { page, live } = workbench;
  await workbench.open(article.id);
  const cursorWords = async () => (await workbench.cursor.allTextContents()).join('');
  await page.keyboard.press('3');
  await expect(live).toContainText('Date not yet covered: “2024”. The only one left.');
  await expect.poll(cursorWords).toBe('2024');
  await page.keyboard.press('2');
  await expect(live).toContainText('Name not yet covered: “Ada Quill”. 2 left.');
  await page.keyboard.press('2');
  await expect(live).toContainText('Name not yet covered: “Jonas Hale”. 2 left.');
  await page.keyboard.press('4');
  await expect.poll(cursorWords).toBe('Nobody expected this,');
  await page.keyboard.press('c');
  await expect(live).toContainText('Claim: “Nobody expected this,”');
  await page.keyboard.press('4');
  await expect(live).toContainText('Every quotation found is covered.');
  await page.keyboard.press('1');
  await expect(live).toContainText('Every number found is covered.');
  await page.keyboard.press('0');
  const facts = panelOf(page).getByRole('listitem');
  await expect(facts.filter({ hasText: 'Numbers' })).toContainText('1 of 1 covered');
  await expect(facts.filter({ hasText: 'Names' })).toContainText('2 of 2 not yet covered');
  await panelOf(page).getByRole('button', { name: 'Next name not yet covered' }).click();
  await expect.poll(cursorWords).toBe('Ada Quill');
});

test('on a phone the gaps are drawn beside the text and the panel steps aside', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer, shortText);
  await markWords(team.reviewer, article, 'The harbour grows');
  const workbench = workbenchPage(await as('reviewer', { width: 390 }));
  const { page } = workbench;
  await workbench.open(article.id);
  const strokes = workbench.text.locator('[data-coverage]');
  await expect(strokes).toHaveCount(2);
  for (const stroke of await strokes.all()) {
    const left = await stroke.evaluate((block) => {
      const { left: edge } = block.getBoundingClientRect();
      return edge + Number.parseFloat(getComputedStyle(block, '::before').insetInlineStart);
    });
    expect(left).toBeGreaterThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Coverage: 1 of 4 sentences decided' }).click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Dr. Ada Quill said so.' }).click();
  await expect(panel).toBeHidden();
  expect((await workbench.cursor.allTextContents()).join('')).toBe('Dr. Ada Quill said so.');
});
