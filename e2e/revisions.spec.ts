import { textDeskPage } from './pages/text-desk-page';
import { workbenchPage } from './pages/workbench-page';
import { makeHarbour, markWords, stateOf } from './support/articles';
import { makeSignedOff } from './support/checks';
import { expect, test } from './support/test';

test('text changes under a signed claim and a lost passage: stale, checked again by key, put back', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  const claim = await markWords(team.editor, article, 'grew by 40 percent');
  await makeSignedOff(team, article.id, claim);
  const opinion = await markWords(
    team.reviewer,
    article,
    'It is the finest harbour on the coast.',
    'opinion',
  );
  const cranes = await markWords(team.reviewer, article, 'They arrive in autumn.');
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  await rhea.beginNote(cranes);
  await rhea.page.keyboard.type('Half a sentence');

  const page = await as('editor');
  const desk = textDeskPage(page);
  await page.goto(`/articles/${article.id}`);
  await page.getByRole('link', { name: 'Revision 1' }).click();
  await page.getByRole('link', { name: 'Edit the text' }).click();
  await expect(desk.text).toBeVisible();
  await desk.type('40', '60');
  await desk.type('It is the finest harbour on the coast. ', '');
  await desk.saveWith('The ministry corrected its figure.');

  const changes = page.getByRole('listitem', { name: /^Change \d of 2/ });
  await expect(changes).toHaveCount(2);
  await expect(changes.first().locator('del')).toContainText('40');
  await expect(changes.first().locator('ins')).toContainText('60');
  await expect(changes.first()).toContainText('Stale');
  await expect(changes.last()).toContainText('Lost with these words');
  await page.getByRole('radio', { name: 'Inline' }).check();
  await expect(page).toHaveURL(/view=inline/);
  await page.keyboard.press('j');
  await expect(changes.first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(changes.first()).not.toContainText('Stale');
  await page.keyboard.press('a');
  await expect(changes.first().getByRole('button', { name: 'Accept' })).toHaveCount(0);
  const { annotations } = await stateOf(team.editor, article.id);
  expect(annotations[claim]).toMatchObject({
    anchor: { exact: 'grew by 60 percent', state: 'exact', method: 'accepted' },
    check: { status: 'proposed' },
  });

  await expect(rhea.text).toContainText('40 percent');
  const news = rhea.page.getByRole('button', { name: 'Revision 2 · show' });
  await expect(news).toBeVisible();
  const before = await rhea.painted(cranes).first().boundingBox();
  await news.click();
  await expect(rhea.text).toContainText('60 percent');
  await expect(rhea.text).not.toContainText('finest harbour');
  await expect(rhea.live).toContainText('Revision 2 is shown now.');
  expect(await rhea.paintedWords(cranes)).toBe('They arrive in autumn.');
  await expect(rhea.noteBox(cranes)).toContainText('Half a sentence');
  const after = await rhea.painted(cranes).first().boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(80);

  const lost = await rhea.openCard(opinion);
  await expect(lost).toContainText('This passage can no longer be found in the text.');
  await lost.getByRole('button', { name: 'Choose the words' }).click();
  await rhea.select('The council paid 12 million crowns');
  await rhea.page
    .getByRole('region', { name: 'Change the passage' })
    .getByRole('button', { name: /^Use this passage/ })
    .click();
  await expect.poll(() => rhea.paintedWords(opinion)).toBe('The council paid 12 million crowns');

  await page.goto(`/articles/${article.id}/revisions`);
  await expect(page.getByText('The ministry corrected its figure.')).toBeVisible();
  await page.getByRole('link', { name: 'Read revision 1' }).click();
  await expect(page.getByRole('region', { name: 'Article then' })).toContainText('grew by 40 percent');
});

test('text is added while colleagues work: nothing moves, and it is said', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const claim = await markWords(team.reviewer, article, 'They arrive in autumn.');
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  await expect(rhea.painted(claim)).toBeVisible();
  const before = await rhea.painted(claim).boundingBox();

  const edda = workbenchPage(await as('editor'));
  await edda.open(article.id);
  await edda.page.getByRole('button', { name: 'Add text at the end' }).click();
  const words = edda.page.getByRole('textbox', { name: 'New text' });
  await words.fill('The minister thanked 300 workers.');
  await words.press('Control+Enter');
  await expect(edda.text).toContainText('thanked 300 workers');
  await expect(rhea.text).toContainText('thanked 300 workers');
  await expect(rhea.live).toContainText('New text at the end: The minister thanked 300 workers.');
  expect(await rhea.painted(claim).boundingBox()).toEqual(before);
  expect(await rhea.paintedWords(claim)).toBe('They arrive in autumn.');
  await words.fill('He left at noon.');
  await words.press('Control+Enter');
  await expect(rhea.text).toContainText('He left at noon.');
  await rhea.select('300 workers');
  const id = await rhea.mark('Claim');
  await rhea.settle();
  const { revision, annotations } = await stateOf(team.editor, article.id);
  expect(revision.number).toBe(3);
  expect(annotations[id]?.anchor).toMatchObject({
    exact: '300 workers',
    state: 'exact',
    revisionId: revision.id,
  });
});
