import { workbenchPage } from './pages/workbench-page';
import { act, annotationsOf, makeHarbour, markWords } from './support/articles';
import { makeSignedOff } from './support/checks';
import { expect, test } from './support/test';

const sentence = 'The council paid 12 million crowns for the new quay, according to its annual report.';

test('a compound claim is split into parts, which stand on both cards and are taken back as one', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const whole = await markWords(team.reviewer, article, sentence);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.choose(whole, 'Split into parts…');
  const bar = page.getByRole('region', { name: 'Split into parts' });
  await expect(bar).toBeVisible();
  await expect(workbench.live).toContainText('Split the claim.');
  await page.keyboard.press('c');
  await expect(workbench.live).toContainText('First finish choosing');
  await page.keyboard.press('Enter');
  await expect(workbench.live).toContainText('That is the whole claim.');
  for (const words of ['paid 12 million crowns', 'for the new quay']) {
    await workbench.select(words);
    await expect(bar).toContainText(words);
    await page.keyboard.press('Enter');
    await expect(bar.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  }
  await workbench.select('They arrive in autumn.');
  await expect(bar).toContainText('They arrive in autumn.');
  await page.keyboard.press('Enter');
  await expect(workbench.live).toContainText('Choose words of the claim itself.');
  await bar.getByRole('button', { name: 'Split into 2 parts' }).click();
  await expect(bar).toBeHidden();
  const card = workbench.card(whole);
  const parts = card.getByRole('region', { name: '2 parts' });
  await expect(parts.getByRole('listitem')).toHaveCount(2);
  await expect(parts).toContainText('Taken together');
  await expect(parts).toContainText('A part has no verdict yet.');
  await workbench.settle();
  const saved = await annotationsOf(team.reviewer, article.id);
  expect(saved.map(({ anchor, partOfId }) => [anchor.exact, partOfId])).toEqual([
    [sentence, null],
    ['paid 12 million crowns', whole],
    ['for the new quay', whole],
  ]);
  await parts.getByRole('button', { name: /paid 12 million/ }).click();
  const part = saved[1]?.id ?? '';
  await expect(workbench.card(part)).toContainText('Part of');
  await workbench.undo();
  await expect(workbench.cards).toHaveCount(1);
  await workbench.settle();
  expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(1);
});

test('a claim is split by keyboard alone', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const whole = await markWords(team.reviewer, article, 'They arrive in autumn.');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.choose(whole, 'Split into parts…');
  await expect(page.getByRole('region', { name: 'Split into parts' })).toBeVisible();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(workbench.live).toContainText('Part 1: “They arrive in”');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(workbench.live).toContainText('Part 2: “They arrive”');
  const finish = page.getByRole('button', { name: 'Split into 2 parts' });
  await finish.focus();
  await page.keyboard.press('Enter');
  await expect(workbench.cards).toHaveCount(3);
  await workbench.settle();
  expect(
    (await annotationsOf(team.reviewer, article.id)).filter(({ partOfId }) => partOfId === whole),
  ).toHaveLength(2);
});

test('parts of a deleted compound stay claims, say so, and come together again when it is restored', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const whole = await markWords(team.reviewer, article, sentence);
  const part = await markWords(team.reviewer, article, '12 million crowns');
  await act(team.reviewer, article.id, {
    type: 'annotation.change',
    annotationId: part,
    version: 1,
    changes: { partOfId: whole },
  });
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.choose(whole, 'Delete annotation');
  await expect(workbench.cards).toHaveCount(1);
  await workbench.openCard(part);
  await expect(workbench.card(part)).toContainText('Part of a deleted claim.');
  await page.keyboard.press('Control+z');
  await expect(workbench.card(part)).toContainText('Part of');
  await expect(workbench.card(part)).not.toContainText('deleted claim');
  await workbench.card(part).getByRole('button', { name: 'Unlink from the claim' }).click();
  await expect(workbench.card(part)).not.toContainText('Part of');
  await workbench.undo();
  await expect(workbench.card(part)).toContainText('Part of');
  await workbench.settle();
  expect((await annotationsOf(team.reviewer, article.id)).map(({ partOfId }) => partOfId)).toEqual([
    null,
    whole,
  ]);
});

test('a passage says a claim again: same mark, counted, shown on both cards, checked there', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const claim = await markWords(team.reviewer, article, 'The harbour grows', 'sourced_fact');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.openCard(claim);
  await workbench.select('The port grew by 40 percent');
  await workbench.toolbar.getByRole('button', { name: 'Says it again' }).click();
  await expect(workbench.card(claim)).toContainText('Said again once');
  await expect(page.getByText('2 of 8 sentences decided').first()).toBeVisible();
  await workbench.settle();
  const again = (await annotationsOf(team.reviewer, article.id))[1];
  expect(again).toMatchObject({
    repeatsId: claim,
    mark: 'sourced_fact',
    anchor: { exact: 'The port grew by 40 percent' },
  });
  const id = again?.id ?? '';
  await expect(workbench.painted(id).first()).toHaveAttribute('data-mark', 'sourced_fact');
  await workbench.openCard(id);
  await expect(workbench.card(id)).toContainText('Says again');
  await expect(workbench.card(id)).toContainText('It is checked there.');
  await expect(workbench.card(id).getByRole('button', { name: /Propose/ })).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(workbench.notifications).toContainText('Check the claim that it repeats.');
  await expect(workbench.card(id).getByRole('button', { name: /Change the mark$/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await workbench.changeMark(claim, 'Claim');
  await expect(workbench.painted(id).first()).toHaveAttribute('data-mark', 'claim');
});

test('a passage is changed from the card: preview, Enter, and Escape leaves it as it was', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.choose(id, 'Change passage');
  const bar = page.getByRole('region', { name: 'Change the passage' });
  await expect(bar).toContainText('Three cranes');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar).toContainText('Three cranes were');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await workbench.paintedWords(id)).toBe('Three cranes');
  await workbench.choose(id, 'Change passage');
  await workbench.select('Three cranes were ordered in March.');
  await expect(bar).toContainText('ordered in March.');
  await page.keyboard.press('Enter');
  await expect.poll(() => workbench.paintedWords(id)).toBe('Three cranes were ordered in March.');
  await expect(bar).toBeHidden();
  await workbench.settle();
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.paintedWords(id)).toBe('Three cranes');
});

test('whoever gives a signed-off claim another passage is told that it becomes stale', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  await makeSignedOff(team, article.id, id);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await workbench.openCard(id);
  await workbench.select('Three cranes were ordered');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('r');
  const bar = page.getByRole('region', { name: 'Change the passage' });
  await expect(bar).toContainText('Another passage makes it stale');
  await expect(bar).toContainText('Three cranes were ordered');
  expect(await workbench.paintedWords(id)).toBe('Three cranes');
  await page.keyboard.press('Enter');
  await expect.poll(() => workbench.paintedWords(id)).toBe('Three cranes were ordered');
  await expect(workbench.card(id)).toContainText('Stale');
  await workbench.settle();
  const [changed] = await annotationsOf(team.reviewer, article.id);
  expect(changed?.check.status).toBe('stale');
});
