import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import type { Outcome } from '@/lib/domain/check';
import { act, makeHarbour, markWords, stateOf, type TestArticle } from './support/articles';
import { expect, test } from './support/test';

test('the dashboard shows the figures of the team, each with its table, and of one article', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  const one = await markWords(team.reviewer, article, 'grew by 40 percent');
  const two = await markWords(team.reviewer, article, 'paid 12 million crowns');
  await markWords(team.editor, article, 'Three cranes');
  await propose(team.reviewer, article, one, 'confirmed');
  await propose(team.reviewer, article, two, 'incorrect');
  await review(team.editor, article, one, 'confirmed');
  await review(team.editor, article, two, 'confirmed');

  const page = await as('editor');
  await page.goto('/articles');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();

  const progress = page.getByRole('figure', { name: 'Progress now' });
  await expect(progress).toContainText('0 of 3 claims signed off.');
  await progress.getByText('Show the figures as a table').click();
  await expect(progress.getByRole('row', { name: 'Disputed 1' })).toBeVisible();
  await expect(progress.getByRole('row', { name: 'Second check 1' })).toBeVisible();

  await expect(page.getByRole('figure', { name: 'Outcomes' })).toContainText('Of 2 proposals');
  const agreement = page.getByRole('figure', { name: 'Agreement of first and second check' });
  await expect(agreement).toContainText('2 pairs of proposal and second check compared.');
  // (confirmed, confirmed) and (incorrect, confirmed): half agree, as many as by chance.
  await expect(agreement.getByRole('definition').first()).toContainText('0.00');
  await expect(agreement.getByRole('definition').last()).toHaveText('NoneNothing was judged twice.');

  const people = page.getByRole('table', { name: 'Work of each person' });
  await expect(people.getByRole('row', { name: /^Rhea Reviewer/ })).toHaveText('Rhea Reviewer200200');

  await page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(/\/dashboard\?days=7$/);
  await expect(progress).toContainText('0 of 3 claims signed off.');

  const other = await makeHarbour(team.editor);
  await page.goto(`/dashboard?article=${other.id}`);
  await expect(page.getByText('No claims yet')).toBeVisible();
  await page.goto(`/dashboard?article=${article.id}`);
  await expect(progress).toContainText('0 of 3 claims signed off.');
});

test('a reviewer sees no list of other people’s work, and nobody the article of another team', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  await markWords(team.reviewer, article, 'grew by 40 percent');
  const page = await as('reviewer');
  await page.goto('/dashboard');
  await expect(page.getByRole('figure', { name: 'Progress now' })).toBeVisible();
  await expect(page.getByText('Work of each person')).toHaveCount(0);
  await page.goto(`/dashboard?article=${randomUUID()}`);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

async function versionOf(actor: Actor, article: TestArticle, annotationId: string): Promise<number> {
  return (await stateOf(actor, article.id)).annotations[annotationId]?.check.version ?? 1;
}

async function propose(actor: Actor, article: TestArticle, annotationId: string, outcome: Outcome) {
  await act(actor, article.id, {
    type: 'check.propose',
    annotationId,
    version: await versionOf(actor, article, annotationId),
    fields: {
      outcome,
      verdict: null,
      suggestedWording: 'Other words',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'By the report.',
      confidence: null,
      confidenceReason: null,
    },
  });
}

async function review(actor: Actor, article: TestArticle, annotationId: string, outcome: Outcome) {
  await act(actor, article.id, {
    type: 'check.review',
    annotationId,
    version: await versionOf(actor, article, annotationId),
    secondCheckId: randomUUID(),
    fields: { outcome, verdict: null, note: 'Mine.', suggestedWording: null },
  });
}
