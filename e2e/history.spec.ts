import { historyPage } from './pages/history-page';
import { workbenchPage } from './pages/workbench-page';
import { act, addNote, makeHarbour, markWords, raiseFlag, stateOf } from './support/articles';
import { expect, test } from './support/test';

test('the history says what happened, can be narrowed down, and leads to the card', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const claim = await markWords(team.reviewer, article, 'grew by 40 percent');
  const opinion = await markWords(team.editor, article, 'finest harbour', 'opinion');
  await addNote(team.reviewer, article.id, claim, 'The report says 14 percent.');
  await raiseFlag(team.editor, article.id, claim, 'The figure looks wrong.', 'high');
  const { check } = (await stateOf(team.owner, article.id)).annotations[claim] ?? {};
  await act(team.reviewer, article.id, {
    type: 'check.propose',
    annotationId: claim,
    version: check?.version ?? 1,
    fields: {
      outcome: 'incorrect',
      verdict: null,
      suggestedWording: 'grew by 14 percent',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'By the annual report.',
      confidence: null,
      confidenceReason: null,
    },
  });
  const history = historyPage(await as('viewer'));
  const { page } = history;
  await history.open(article.id);
  await expect(history.lines).toHaveCount(6);
  await expect(history.lines.first()).toContainText('Rhea Reviewer proposed: Incorrect');
  await expect(history.lines.first().getByRole('deletion')).toHaveText(/40/);
  await expect(history.lines.first().getByRole('insertion')).toHaveText(/14/);
  await expect(history.lines.last()).toContainText('Edda Editor brought in the article');

  await history.kind('Flags').click();
  await expect(history.lines).toHaveCount(1);
  await expect(page).toHaveURL(/\?kind=flags$/);
  await expect(history.line('Edda Editor flagged this, high priority')).toContainText(
    'The figure looks wrong.',
  );
  await history.kind('Everything').click();
  await expect(history.lines).toHaveCount(6);
  await history.person.selectOption({ label: 'Edda Editor' });
  await expect(history.lines).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`person=${team.editor.userId}`));
  await page.reload();
  await expect(history.lines).toHaveCount(3);
  await history.open(article.id, `?annotation=${opinion}`);
  await expect(history.lines).toHaveCount(1);
  await page.getByRole('link', { name: 'Show all annotations' }).click();
  await expect(history.lines).toHaveCount(6);

  await history
    .line('wrote a verification note')
    .getByRole('link', { name: /^Open the card/ })
    .click();
  const workbench = workbenchPage(page);
  await expect(workbench.card(claim).getByText('The report says 14 percent.')).toBeVisible();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(history.lines).toHaveCount(6);
});

test('the article can be read as it was before a passage was changed', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const claim = await markWords(team.reviewer, article, 'grew by 40 percent');
  const { revision } = await stateOf(team.reviewer, article.id);
  const start = revision.text.indexOf('by 40 percent in one year');
  const passage = { start, end: start + 'by 40 percent in one year'.length };
  await act(team.reviewer, article.id, {
    type: 'annotation.change',
    annotationId: claim,
    version: 1,
    changes: { passage },
  });
  const history = historyPage(await as('editor'));
  const { page } = history;
  await history.open(article.id);
  await history.line('changed the passage').getByRole('link', { name: 'Event 3: the article then' }).click();
  const mark = history.text.locator(`mark[data-annotation-id="${claim}"]`);
  await expect(page.getByText('Event 3 of 3')).toBeVisible();
  await expect(mark).toHaveText('by 40 percent in one year');
  await page.getByRole('link', { name: 'Previous event' }).click();
  await expect(page.getByText('Event 2 of 3')).toBeVisible();
  await expect(mark).toHaveText('grew by 40 percent');
  await expect(history.cards.getByRole('listitem')).toContainText('“grew by 40 percent”');
  await page.getByRole('link', { name: 'Claim 1, to its card' }).click();
  await expect(history.cards.getByRole('listitem')).toBeInViewport();
  await page.getByRole('link', { name: 'Previous event' }).click();
  await expect(page.getByText('There were no annotations yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Previous event' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(workbenchPage(page).card(claim)).toContainText('by 40 percent in one year');
});

test('a moment that is not in the record is not found', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const page = await as('reviewer');
  for (const seq of ['2', '0', '-1', 'nonsense', '99999999999']) {
    const answer = await page.goto(`/articles/${article.id}/history/${seq}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  }
});
