import type { Page, Request } from '@playwright/test';
import { db } from '@/lib/db/client';
import { afterPaint, workbenchPage } from './pages/workbench-page';
import { addNote, annotationsOf, makeHarbour, markWords, raiseFlag } from './support/articles';
import { startSilentNetwork } from './support/silent-network';
import { expect, test } from './support/test';

test('a colleague’s mark is painted at once, and its card waits until one asks for it', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const first = await markWords(team.reviewer, article, 'They arrive in autumn.');
  const rhea = workbenchPage(await as('reviewer'));
  const edda = workbenchPage(await as('editor'));
  await rhea.open(article.id);
  await edda.open(article.id);
  await expect(rhea.cards).toHaveCount(1);
  await edda.select('Three cranes');
  const id = await edda.mark('Claim');
  await expect(rhea.painted(id)).toBeVisible();
  const news = rhea.page.getByRole('button', { name: '1 new · apply' });
  await expect(news).toBeVisible();
  await expect(rhea.cards).toHaveCount(1);
  await rhea.text.focus();
  await rhea.page.keyboard.press('l');
  await expect(rhea.card(id)).toBeVisible();
  await expect(news).toBeHidden();

  await addNote(team.editor, article.id, first, 'The yard says November.');
  await addNote(team.editor, article.id, id, 'Two, says the yard.');
  await rhea.page.getByRole('button', { name: '2 new · apply' }).click();
  // Unread until the card has been opened and left, also after a reload.
  await rhea.page.getByRole('button', { name: 'Unread 2' }).click();
  await expect(rhea.page).toHaveURL(/\?unread=1$/);
  await expect(await rhea.openCard(id)).toContainText('Two, says the yard.');
  await rhea.page.keyboard.press('Escape');
  await expect(rhea.cards).toHaveCount(1);
  await expect(rhea.card(first)).toContainText('Unread');
  await rhea.page.reload();
  await expect(rhea.page.getByRole('button', { name: 'Unread 1' })).toBeVisible();
  await rhea.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(rhea.page.getByText('No annotation passes these filters.')).toBeVisible();
});

test('nothing moves under a reader who writes, and opening a card shows it as it is now', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const upper = await markWords(team.reviewer, article, '40 percent');
  const lower = await markWords(team.reviewer, article, 'They arrive in autumn.');
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  const box = await rhea.beginNote(lower);
  await rhea.page.keyboard.type('Asked the');
  const before = await rhea.card(lower).boundingBox();
  const theirs = await markWords(team.editor, article, 'finest harbour', 'opinion');
  await addNote(
    team.editor,
    article.id,
    upper,
    'A long note that makes the card above much higher than it was.',
  );
  await expect(rhea.painted(theirs)).toBeVisible();
  await expect(rhea.page.getByRole('button', { name: '2 new · apply' })).toBeVisible();
  await expect(box).toBeFocused();
  await rhea.page.keyboard.type(' yard.');
  await expect(box).toHaveText('Asked the yard.');
  expect(await rhea.card(lower).boundingBox()).toEqual(before);
  await rhea.clickWords('finest harbour');
  await expect(rhea.card(theirs)).toBeVisible();
  await expect(rhea.page.getByRole('button', { name: '1 new · apply' })).toBeVisible();
});

test('a network that falls silent without a word is said so within three seconds, and costs nothing', async ({
  as,
  team,
}) => {
  const network = await startSilentNetwork();
  try {
    const article = await makeHarbour(team.reviewer);
    const rhea = workbenchPage(await as('reviewer', { proxy: network.url }));
    const notLive = rhea.page.getByText('Not live: colleagues’ changes come later');
    const keyOfDevice = rhea.page.waitForResponse('**/api/device-key');
    await rhea.open(article.id);
    await keyOfDevice;
    const first = await markWords(team.editor, article, '40 percent');
    await expect(rhea.painted(first)).toBeVisible();
    network.fallSilent();
    const silentAt = Date.now();
    await expect(notLive).toBeVisible({ timeout: 4_000 });
    const saidAfterMs = Date.now() - silentAt;
    console.log(`    a silent network was said to be lost after ${saidAfterMs} ms`);
    expect(saidAfterMs).toBeLessThan(3_500);

    const theirs = await markWords(team.editor, article, 'Three cranes');
    await rhea.select('They arrive in autumn.');
    const mine = await rhea.mark('Claim');
    await expect(rhea.page.getByText('Waiting for the server, 1 change kept on this device')).toBeVisible({
      timeout: 4_000,
    });
    await expect(rhea.painted(theirs)).toHaveCount(0);
    network.speak();
    await expect(rhea.painted(theirs)).toBeVisible();
    await expect(notLive).toBeHidden();
    await rhea.settle();
    await expect(rhea.painted(mine)).not.toHaveAttribute('data-pending', '');
    const saved = (await annotationsOf(team.editor, article.id)).map(({ id }) => id);
    expect(saved.sort()).toEqual([first, theirs, mine].sort());

    await rhea.page.context().setOffline(true);
    const offline = rhea.page.getByText('Offline', { exact: true });
    await expect(offline).toBeVisible({ timeout: 3_000 });
    await rhea.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await afterPaint(rhea.page);
    await expect(offline).toBeVisible();
    const last = await markWords(team.editor, article, 'finest harbour', 'opinion');
    await rhea.page.context().setOffline(false);
    await expect(rhea.painted(last)).toBeVisible({ timeout: 20_000 });
  } finally {
    await network.stop();
  }
});

test('the tabs of a browser share one stream; an idle one asks for nothing; closing one costs the others nothing', async ({
  as,
  team,
}) => {
  const [first, second] = [await makeHarbour(team.editor), await makeHarbour(team.editor)];
  const page = await as('reviewer', { isOwn: true });
  const context = page.context();
  const asked: string[] = [];
  const streams = new Set<Request>();
  context.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()}`);
    if (request.resourceType() === 'eventsource') streams.add(request);
  });
  context.on('requestfinished', (request) => streams.delete(request));
  context.on('requestfailed', (request) => streams.delete(request));
  // A page that is closed no longer says what became of its requests.
  const open = () => [...streams].filter((request) => !request.frame().page().isClosed()).length;
  const one = workbenchPage(page);
  const two = workbenchPage(await context.newPage());
  await one.open(first.id);
  await two.open(second.id);
  const inbox = await context.newPage();
  await inbox.goto('/inbox');
  const upper = await markWords(team.editor, first, 'Three cranes');
  const lower = await markWords(team.editor, second, 'Three cranes');
  await expect(one.painted(upper)).toBeVisible();
  await expect(two.painted(lower)).toBeVisible();
  await expect.poll(open).toBe(1);

  await raiseFlag(team.editor, first.id, upper, 'The number looks old.');
  await expect(inbox.getByRole('link', { name: '1 claim waiting' })).toBeVisible();

  // What a page fetches once it has come to rest has come.
  for (let before = -1; before !== asked.length; ) {
    before = asked.length;
    await hearBeats([page, two.page, inbox], 1);
  }
  const before = asked.length;
  await hearBeats([page, two.page, inbox], 2);
  expect(asked.slice(before)).toEqual([]);

  await page.close();
  const after = await markWords(team.editor, second, 'They arrive in autumn.');
  await expect(two.painted(after)).toBeVisible();
  await expect.poll(open).toBe(1);
});

test('who is disabled is told so without doing anything', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  await expect(rhea.text).toContainText('harbour');
  await db.membership.update({
    where: { teamId_userId: { teamId: team.id, userId: team.reviewer.userId } },
    data: { disabledAt: new Date() },
  });
  await expect(rhea.page.getByText('You are signed out.')).toBeVisible({ timeout: 20_000 });
});

/** Waits until the server has said so often that the stream lives, in whichever of these tabs has it. */
async function hearBeats(pages: readonly Page[], count: number): Promise<void> {
  let heard = 0;
  for (const page of pages) {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    devTools.on('Network.eventSourceMessageReceived', ({ eventName }) => {
      if (eventName === 'beat') heard += 1;
    });
  }
  await expect.poll(() => heard, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
}
