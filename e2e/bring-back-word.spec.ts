import { readFile } from 'node:fs/promises';
import { editWord } from '@/lib/server/imports/testing/edit-word';
import { reportPage } from './pages/report-page';
import { returnedReportPage } from './pages/returned-report-page';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, makeHarbour, markWords } from './support/articles';
import { expect, test } from './support/test';

test('a report goes out as Word, is commented and corrected there, and comes back', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const claimId = await markWords(team.reviewer, article, 'grew by 40 percent');
  const page = await as('editor');
  const report = reportPage(page);
  await report.open(article.id);
  const { path } = await report.download('Word, with comments and tracked changes');
  const file = await editWord(new Uint8Array(await readFile(path)), {
    change: [
      { from: 'Three cranes', to: 'Four cranes', author: 'Wim' },
      { from: 'finest', to: 'largest' },
    ],
    comments: [
      { author: 'Wim', words: 'The harbour office says so.', answers: 'C1 Claim' },
      { author: 'Wim', words: 'Ask the council.', on: '12 million crowns' },
    ],
  });

  const reviewer = await as('reviewer');
  const hers = returnedReportPage(reviewer);
  await hers.open(article.id);
  await hers.choose(file);
  await expect(hers.items('Changes of the text')).toHaveCount(2);
  await expect(reviewer.getByText('Only an editor or the owner changes the text.')).toBeVisible();

  const back = returnedReportPage(page);
  await back.open(article.id);
  await back.choose(file);
  await expect(back.plan).toBeFocused();
  await expect(back.items('On annotations that are here')).toContainText(['The harbour office says so.']);
  await expect(back.items('New marks')).toContainText(['Ask the council.']);
  const changes = back.items('Changes of the text');
  await expect(changes).toContainText(['Changed without a trace', 'Tracked change · Wim']);
  await expect(changes.getByRole('checkbox', { checked: true })).toHaveCount(1);
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
  await page.getByLabel('Reason for the new revision').fill('The writer’s corrections');
  await page.getByRole('button', { name: 'Bring 2 in and save 1 change' }).click();
  await expect(back.result).toBeFocused();
  await expect(page.getByText('1 change is in revision 2.')).toBeVisible();

  const made = await annotationsOf(team.reviewer, article.id);
  expect(made.find(({ id }) => id === claimId)?.threads).toMatchObject([{ kind: 'discussion' }]);
  await page.getByRole('link', { name: 'Compare the revisions' }).click();
  await expect(page.getByRole('deletion').first()).toContainText('Three');
  await workbenchPage(page).open(article.id);
  await workbenchPage(page).clickWords('12 million crowns');
  await expect(page.getByText('— written in Word by Wim').first()).toBeVisible();

  await back.open(article.id);
  await back.choose(file);
  await expect(back.items('Here already')).toHaveCount(2);
  await expect(back.items('In the text already')).toHaveCount(1);
  await expect(changes.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(made.length);
});
