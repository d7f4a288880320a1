import { workbenchPage } from './pages/workbench-page';
import { makeHarbour, markWords, raiseFlag } from './support/articles';
import { makeDisputed, makeStale } from './support/checks';
import { expect, test } from './support/test';

test('filters stand in the address, survive a reload and go with one click', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const claim = await markWords(team.reviewer, article, 'grew by 40 percent');
  const opinion = await markWords(team.editor, article, 'finest harbour', 'opinion');
  await markWords(team.editor, article, 'Three cranes', 'sourced_fact');
  await raiseFlag(team.reviewer, article.id, claim, 'The figure looks wrong.');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await expect(workbench.cards).toHaveCount(3);

  await page.getByRole('button', { name: 'Opinions 1' }).click();
  await expect(workbench.cards).toHaveCount(1);
  await expect(workbench.card(opinion)).toBeVisible();
  await expect(page).toHaveURL(/\?mark=opinion$/);
  await expect(page.getByText('2 hidden by filters')).toBeVisible();
  await page.getByRole('button', { name: 'Claims 1' }).click();
  await expect(page).toHaveURL(/\?mark=claim&mark=opinion$/);
  await expect(workbench.cards).toHaveCount(2);
  await page.reload();
  await expect(workbench.cards).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(workbench.cards).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`));

  await page.getByRole('button', { name: 'Flagged 1' }).click();
  await expect(workbench.cards).toHaveCount(1);
  await expect(workbench.card(claim)).toBeVisible();
  await page.getByRole('button', { name: 'Flagged 1' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: team.editor.name }).click();
  await page.keyboard.press('Escape');
  await expect(workbench.cards).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`author=${team.editor.userId}`));
});

test('statuses of checks can be filtered, the loud ones in one click, and stand in the address', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const stale = await markWords(team.reviewer, article, 'grew by 40 percent');
  const disputed = await markWords(team.reviewer, article, 'The council paid 12 million crowns');
  await markWords(team.reviewer, article, 'Three cranes');
  await makeStale(team, article.id, stale);
  await makeDisputed(team, article.id, disputed);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await page.getByRole('button', { name: 'Stale 1' }).click();
  await expect(workbench.cards).toHaveCount(1);
  await expect(workbench.card(stale)).toContainText('Stale');
  await page.getByRole('button', { name: 'Disputed 1' }).click();
  await expect(page).toHaveURL(/\?status=disputed&status=stale$/);
  await expect(workbench.cards).toHaveCount(2);
  await page.reload();
  await expect(workbench.cards).toHaveCount(2);
  await page.getByRole('button', { name: 'Stale 1' }).click();
  await page.getByRole('button', { name: 'Disputed 1' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Unchecked 1' }).click();
  await page.keyboard.press('Escape');
  await expect(workbench.cards).toHaveCount(1);
  await expect(page).toHaveURL(/\?status=unchecked$/);
});

test('an address that names filters and people wrongly shows everything', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  await markWords(team.reviewer, article, 'grew by 40 percent');
  const workbench = workbenchPage(await as('viewer'));
  await workbench.open(article.id, '?mark=nonsense&author=somebody&flagged=perhaps');
  await expect(workbench.cards).toHaveCount(1);
});

test('a link to an annotation that was deleted says so', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const workbench = workbenchPage(await as('viewer'));
  await workbench.open(article.id, '?annotation=6f9619ff-8b86-4d01-b42d-00cf4fc964ff');
  await expect(workbench.notifications).toContainText('The annotation that this link names was deleted');
});
