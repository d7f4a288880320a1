import { textDeskPage } from './pages/text-desk-page';
import { workbenchPage } from './pages/workbench-page';
import { harbourText, makeHarbour, markWords, reviseWords, stateOf } from './support/articles';
import { makeConfirmedWording, makeSignedOff } from './support/checks';
import { expect, test } from './support/test';
import { startWeb } from './support/web';

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
  const union = await markWords(team.reviewer, article, 'The union is against it', 'opinion');
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  await expect(rhea.tabs).toHaveCount(0);
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
  await desk.type('The union is against it', 'Nobody there likes one');
  await desk.saveWith('The ministry corrected its figure.');

  const changes = page.getByRole('listitem', { name: /^Change \d of 3/ });
  await expect(changes).toHaveCount(3);
  await expect(changes.first().locator('del')).toContainText('40');
  await expect(changes.first().locator('ins')).toContainText('60');
  await expect(changes.first()).toContainText('Stale');
  await expect(changes.nth(1)).toContainText('Lost with these words');
  await page.getByRole('radio', { name: 'Inline' }).check();
  await expect(page).toHaveURL(/view=inline/);
  await page.keyboard.press('j');
  await expect(changes.first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(changes.first()).not.toContainText('Stale');
  await page.keyboard.press('a');
  await expect(changes.first().getByRole('button', { name: 'Accept' })).toHaveCount(0);
  const toasts = page.getByRole('region', { name: 'Notifications' });
  await toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(changes.first().getByRole('button', { name: 'Accept' })).toBeVisible();
  await changes.first().focus();
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

  const keys = rhea.page.keyboard;
  await test.step('what is lost has a tab of its own: one key takes the best match, with Undo', async () => {
    await expect(rhea.card(union)).toHaveCount(0);
    await rhea.tabs.getByRole('tab', { name: 'In the text 2', selected: true }).focus();
    await keys.press('ArrowRight');
    await expect(rhea.tabs.getByRole('tab', { name: 'Orphaned 2', selected: true })).toBeFocused();
    await expect(rhea.page).toHaveURL(/\?orphaned=1$/);
    await rhea.page.reload();
    await expect(rhea.tabs.getByRole('tab', { name: 'Orphaned 2', selected: true })).toBeVisible();
    await expect(rhea.card(cranes)).toHaveCount(0);
    const lost = await rhea.openCard(union);
    await expect(lost.getByText('The union is against it', { exact: true }).first()).toBeVisible();
    await expect(lost).toContainText('Best match');
    await expect(lost).toContainText('They arrive in autumn. Nobody there likes one.');
    await rhea.settle();
    await keys.press('a');
    await expect.poll(() => rhea.paintedWords(union)).toBe('Nobody there likes one');
    await expect(rhea.tabs.getByRole('tab', { name: 'Orphaned 1' })).toBeVisible();
    await rhea.notifications.getByRole('button', { name: 'Undo' }).click();
    await expect(rhea.tabs.getByRole('tab', { name: 'Orphaned 2' })).toBeVisible();
    await expect(rhea.painted(union)).toHaveCount(0);
    await rhea.settle();
    await (await rhea.openCard(union)).getByRole('button', { name: /^Put it here/ }).click();
    await expect.poll(() => rhea.paintedWords(union)).toBe('Nobody there likes one');
  });

  await test.step('or its words are chosen in the text; then nothing is orphaned any more', async () => {
    const lost = await rhea.openCard(opinion);
    await expect(lost).toContainText('This passage can no longer be found in the text.');
    await lost.getByRole('button', { name: 'Choose the words' }).click();
    await rhea.select('The council paid 12 million crowns');
    await rhea.page
      .getByRole('region', { name: 'Change the passage' })
      .getByRole('button', { name: /^Use this passage/ })
      .click();
    await expect.poll(() => rhea.paintedWords(opinion)).toBe('The council paid 12 million crowns');
    await expect(rhea.page.getByRole('tabpanel')).toContainText('Nothing is orphaned');
    await rhea.tabs.getByRole('tab', { name: 'In the text 4' }).click();
    await expect(rhea.page).not.toHaveURL(/orphaned/);
  });

  await page.getByLabel('From').selectOption('Revision 2');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/from=2&to=2&view=inline/);
  await expect(page.getByText('Nothing differs between these revisions.')).toBeVisible();
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
  await rhea.page.evaluate(() => document.fonts.ready.then(() => undefined));
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
  await words.fill('He came back at');
  await words.press('Escape');
  await expect(words).toBeHidden();
  await edda.page.getByRole('button', { name: 'Go on with the new text' }).click();
  await expect(words).toHaveValue('He came back at');
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

test('an accepted wording, the address again, two editors at once, and a text that outlives its page', async ({
  as,
  team,
}) => {
  const web = await startWeb({
    '/harbour': harbourText
      .split('\n\n')
      .map((words) => `<p>${words.replace('They arrive in autumn.', 'They arrive in winter.')}</p>`)
      .join(''),
  });
  try {
    const article = await makeHarbour(team.editor, harbourText, `${web.origin}/harbour`);
    const claim = await markWords(team.reviewer, article, 'grew by 40 percent');
    await makeConfirmedWording(team, article.id, claim, 'grew by 41 percent');
    const rhea = workbenchPage(await as('reviewer'));
    await rhea.open(article.id);
    await expect(rhea.painted(claim).first()).toBeVisible();

    const page = await as('editor');
    const edda = workbenchPage(page);
    await test.step('one click puts a confirmed wording into the text', async () => {
      await edda.open(article.id);
      const card = await edda.openCard(claim);
      await card.getByRole('button', { name: 'Put this wording into the text' }).click();
      await expect(edda.text).toContainText('The port grew by 41 percent in one year');
      await expect(edda.notifications).toContainText('The wording is in the text: revision 2.');
      expect(await edda.paintedWords(claim)).toBe('grew by 41 percent');
      await expect(card.getByRole('button', { name: 'Put this wording into the text' })).toHaveCount(0);
      await rhea.page.getByRole('button', { name: 'Revision 2 · show' }).click();
      await expect.poll(() => rhea.paintedWords(claim)).toBe('grew by 41 percent');
    });

    const desk = textDeskPage(page);
    const otto = textDeskPage(await as('owner'));
    await test.step('both see that the other edits, and who saves second puts the changes on top', async () => {
      await desk.open(article.id);
      await otto.open(article.id);
      await expect(page.getByText(`${team.owner.name} is editing the text as well.`)).toBeVisible();
      await expect(
        otto.save.page().getByText(`${team.editor.name} is editing the text as well.`),
      ).toBeVisible();
      await desk.type('Three cranes', 'Four cranes');
      await otto.type('12 million', '13 million');
      await otto.saveWith('The council corrected it.');
      await expect(desk.conflict).toContainText(team.owner.name);
      await desk.conflict.getByRole('button', { name: 'Put my changes on top' }).click();
      await expect(desk.text).toContainText('13 million');
      await expect(desk.text).toContainText('Four cranes');
      await expect(desk.conflict).toBeHidden();
      await desk.saveWith('Counted on the quay.');
      expect((await stateOf(team.editor, article.id)).revision.text).toMatch(/13 million[\s\S]*Four cranes/);
    });

    await test.step('the text is fetched from its address again and looked at before it is saved', async () => {
      await desk.open(article.id);
      await page.getByRole('button', { name: 'Fetch it from its address again' }).click();
      await expect(desk.text).toContainText('They arrive in winter.');
      await expect(desk.text).toContainText('Three cranes');
      await desk.reason.fill('As the page says now.');
    });

    await test.step('its page goes without a word: the text is there again, offered once a newer revision came', async () => {
      const again = await page.context().newPage();
      await again.goto(page.url());
      const second = textDeskPage(again);
      await expect(second.text).toBeVisible();
      await expect(second.recovered).toBeHidden();
      await page.close();
      await again.reload();
      await expect(second.recovered).toBeVisible();
      await expect(second.text).toContainText('They arrive in winter.');
      await expect(second.reason).toHaveValue('As the page says now.');

      await reviseWords(team.owner, article.id, 'The union is against it.', 'The union agrees.');
      await again.reload();
      await expect(second.left).toContainText('Made from revision 4');
      await expect(second.text).toContainText('Four cranes');
      await expect(second.text).toContainText('The union agrees.');
      await second.left.getByRole('button', { name: 'Go on with it' }).click();
      await expect(second.text).toContainText('They arrive in winter.');
      await expect(second.reason).toHaveValue('As the page says now.');
      await second.conflict.getByRole('button', { name: 'Put my changes on top' }).click();
      await expect(second.conflict).toContainText('Both of you changed the same paragraphs.');
      await second.conflict.getByRole('button', { name: 'Save mine over it' }).click();
      await expect(second.conflict).toBeHidden();
      await second.saveWith('As the page says now.');
      await expect(again.getByText('They arrive in').first()).toBeVisible();
      await second.open(article.id);
      await expect(second.recovered).toBeHidden();
      await expect(second.left).toBeHidden();
      await second.type('The union', 'One union');
      await again.getByRole('button', { name: 'Discard' }).click();
      await expect(workbenchPage(again).text).toContainText('The union');
      await workbenchPage(again).notifications.getByRole('button', { name: 'Undo' }).click();
      await expect(second.text).toContainText('One union');
    });
  } finally {
    await web.stop();
  }
});
