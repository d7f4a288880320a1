import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { bringBackPage } from './pages/bring-back-page';
import { reportPage } from './pages/report-page';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, makeHarbour, markWords } from './support/articles';
import { expect, test } from './support/test';

const selector = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });
const row = (id: string, exact: string, text: string, rest: object = {}) => ({
  id,
  created: '2026-03-01T10:00:00.000000+00:00',
  user: 'acct:ada@hypothes.is',
  user_info: { display_name: 'Ada Byron' },
  uri: 'https://news.example.org',
  text,
  tags: [],
  target: [{ source: 'https://news.example.org', selector: [selector(exact)] }],
  ...rest,
});

test('work that was done in Hypothesis and in a spreadsheet comes back, is seen first and done once', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  const claimId = await markWords(team.reviewer, article, 'Three cranes');
  const page = await as('reviewer');
  await workbenchPage(page).open(article.id);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Bring work back in' }).click();
  const back = bringBackPage(page);

  await back.chooseFile('photo.json', 'no annotations');
  await expect(back.failure).toContainText('Galley cannot bring this file back in');

  const rows = [
    row('h1', 'grew by 40 percent', '**Who** counted? <script>alert(1)</script>'),
    row('h2', 'the finest harbour on the coast', 'Taste.'),
    row('h3', 'port grew by 60 percent in one year', 'Rounded?'),
    row('h4', 'Whales sing at night', 'Where did this go?'),
    row('h5', 'x', 'On the whole page', { target: [{ source: 'https://news.example.org' }] }),
  ];
  const file = JSON.stringify({ total: rows.length, rows });
  await back.chooseFile('hypothesis.json', file);
  await expect(back.plan).toBeFocused();
  await expect(page.getByText('hypothesis.json, from Hypothesis')).toBeVisible();
  await expect(back.items('New marks')).toHaveCount(2);
  await expect(back.items('Without a place')).toHaveCount(2);
  await expect(back.items('Could not be read')).toContainText(['It does not quote the passage']);
  await expect(page.getByText('— Ada Byron, 2026-03-01').first()).toBeVisible();
  await back.box('the finest harbour on the coast').focus();
  await page.keyboard.press('Space');
  await expect(back.apply).toHaveText('Bring 3 in');
  await page
    .getByRole('radio', { name: /grew by 40 percent in one year/ })
    .first()
    .check();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
  await back.apply.click();
  await expect(back.result).toBeFocused();
  await expect(page.getByText('3 items are in the article now.')).toBeVisible();

  const made = await annotationsOf(team.reviewer, article.id);
  expect(made.map(({ anchor }) => anchor.state).toSorted()).toEqual(['exact', 'exact', 'exact', 'orphaned']);
  await page.getByRole('link', { name: 'Look at it in the article' }).click();
  await workbenchPage(page).clickWords('grew by 40 percent');
  await expect(page.getByText('counted?').first()).toBeVisible();

  await back.open(article.id);
  await back.chooseFile('hypothesis.json', file);
  await expect(back.items('Here already')).toHaveCount(3);
  await expect(back.items('New marks')).toHaveCount(1);
  await page.getByRole('button', { name: 'Choose none' }).click();
  await expect(page.getByText('Choose something first.')).toBeVisible();

  const report = reportPage(page);
  await report.open(article.id);
  const { path } = await report.download('CSV: claims');
  const [heading = [], ...lines]: string[][] = parse(await readFile(path), { bom: true });
  const cell = (name: string) => heading.indexOf(name);
  for (const line of lines.filter((one) => one[cell('Id')] === claimId)) {
    line[cell('Claimant')] = 'The harbour office';
    line[cell('Notes')] = 'Two, says the invoice.';
  }
  const fresh = heading.map((name) => (name === 'Passage' ? 'in March' : ''));
  const table = `\ufeff${stringify([heading, ...lines, fresh], { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ })}`;
  await back.open(article.id);
  await back.chooseFile('claims.csv', table);
  await expect(back.items('On annotations that are here')).toContainText(['The harbour office']);
  await expect(back.items('New marks')).toContainText(['in March']);
  await back.apply.click();
  await expect(page.getByText('2 items are in the article now.')).toBeVisible();
  const after = await annotationsOf(team.reviewer, article.id);
  expect(after.find(({ id }) => id === claimId)).toMatchObject({
    claim: { claimant: 'The harbour office' },
    notes: [{ authorId: team.reviewer.userId }],
  });
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await back.chooseFile('claims.csv', table);
  await expect(back.nothing).toBeVisible();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(after.length);

  const viewer = await as('viewer');
  await bringBackPage(viewer).open(article.id);
  await expect(viewer.getByRole('heading', { name: 'You can read this article' })).toBeVisible();
});
