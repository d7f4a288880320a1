import type { Page } from '@playwright/test';
import type { RunningApp } from '@/lib/cli/app-server';
import { articlesPage } from './pages/articles-page';
import { importPage } from './pages/import-page';
import { queuePage } from './pages/queue-page';
import { setUpPage } from './pages/set-up-page';
import { signInPage, signOutByMenu } from './pages/sign-in-page';
import { workbenchPage } from './pages/workbench-page';
import { untilAlive } from './support/alive';
import { startOwnApp } from './support/own-app';
import { password } from './support/people';
import { articleFile } from './support/shared-article';
import { expect, test } from './support/test';

let app: RunningApp;
test.beforeAll(async () => {
  app = await startOwnApp();
});
test.afterAll(() => app.stop());

const owner = { name: 'Nora First', team: 'The Courier', email: 'nora@example.org', password };
const file = articleFile();
/** Words of the file, each standing once in one paragraph. */
const said = file.isReal
  ? {
      claim: 'cautioned Berlin this month',
      opinion: 'I side with Germany on all counts.',
      fact: 'code running on 5G equipment',
      none: 'There is no evidence.',
      nested: 'Berlin this month',
      across: 'this month that the United States',
      curly: '“actual facts” about China’s',
    }
  : {
      claim: 'resist the mayor',
      opinion: 'I side with the union on all counts.',
      fact: 'uses cranes for its old quay',
      none: 'There is no evidence.',
      nested: 'the mayor',
      across: 'mayor, who wants it',
      curly: '“actual facts” about the quay',
    };

test('a newsroom goes from the set-up link to an exported report that comes in again', async ({
  anonymous,
}) => {
  test.setTimeout(180_000);
  if (!file.isReal) console.log('The shared article is not here: an own text of the same kind is imported.');
  const page = await anonymous({ baseURL: app.url });
  const workbench = workbenchPage(page);
  const articles = articlesPage(page);
  let articleId = '';
  let claimId = '';

  await test.step('the set-up link makes the first account and its team', async () => {
    await page.goto(`/setup?token=${app.setupToken}`);
    await expect(setUpPage(page).heading).toBeVisible();
    await setUpPage(page).makeAccount(owner);
    await page.goto(`/setup?token=${app.setupToken}`);
    await expect(page.getByRole('heading', { name: 'Galley is set up' })).toBeVisible();
  });

  await test.step('the sample article is there, goes in one click and comes back by Undo', async () => {
    await page.goto('/articles');
    const sample = articles.line(/^Night buses carry 40 percent/);
    await expect(sample).toContainText('Sample');
    await sample.getByRole('button', { name: 'Remove sample' }).click();
    await expect(sample).toBeHidden();
    await articles.undo();
    await expect(sample).toBeVisible();
    await page.reload();
    await expect(sample).toBeVisible();
    await articles.openArticle(/^Night buses/);
    await expect(workbench.cards.first()).toBeVisible();
    await expect(workbench.text.locator('mark[data-annotation-id]').first()).toBeVisible();
  });

  await test.step('the file comes in whole: headline, list, quotes, the same text out as in', async () => {
    await page.goto('/articles/new');
    const desk = importPage(page);
    await desk.chooseFile(file.name, file.text);
    await expect(desk.headline).toHaveValue(file.text.trim().split('\n')[0] ?? '');
    await expect(desk.result.getByRole('listitem').first()).toBeVisible();
    await expect(desk.result).toContainText(said.curly);
    articleId = await desk.saveArticle();
    await expect(workbench.text).toContainText(said.curly);
    const answer = await page.request.get(`/api/v1/articles/${articleId}`);
    expect((await answer.json()).text).toBe(file.text.trim());
  });

  await test.step('the mouse marks passages in four ways', async () => {
    await workbench.select(said.claim);
    claimId = await workbench.mark('Claim');
    await expect(workbench.painted(claimId).first()).toHaveAttribute('data-mark', 'claim');
    await workbench.select(said.opinion);
    await workbench.mark('Opinion');
    await workbench.select(said.fact);
    await workbench.mark('Sourced fact');
    await workbench.select(said.none);
    await workbench.mark('Nothing to check');
    await expect(workbench.count(4)).toBeVisible();
    for (const chip of ['Claims 1', 'Opinions 1', 'Sourced 1', 'No fact 1']) {
      await expect(page.getByRole('button', { name: chip, exact: true })).toBeVisible();
    }
  });

  await test.step('overlapping, nested and identical passages all stay', async () => {
    await workbench.select(said.nested);
    const nested = await workbench.mark('Opinion');
    await workbench.select(said.across);
    const across = await workbench.mark('Claim');
    await workbench.select(said.claim);
    const same = await workbench.mark('Sourced fact');
    expect(new Set([claimId, nested, across, same]).size).toBe(4);
    for (const [id, words] of [
      [claimId, said.claim],
      [nested, said.nested],
      [across, said.across],
      [same, said.claim],
    ] as const) {
      await expect.poll(() => workbench.paintedWords(id)).toBe(words);
    }
    await expect(workbench.count(7)).toBeVisible();
    await workbench.settle();
  });

  await test.step('the keyboard alone marks, writes and finds the next gap', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await expect(workbench.cursor.first()).toBeVisible();
    await page.keyboard.press('c');
    await expect(workbench.count(8)).toBeVisible();
    const id = await workbench.activeId();
    await page.keyboard.press('Enter');
    await expect(workbench.noteBox(id)).toBeFocused();
    await page.keyboard.type('Written without a mouse.');
    await page.keyboard.press('Control+Enter');
    await expect(workbench.card(id)).toContainText('Written without a mouse.');
  });

  await test.step('a note with bold words and a link, evidence, claim details and a flag hang on a claim', async () => {
    const box = await workbench.beginNote(claimId);
    await page.keyboard.type('The ambassador wrote ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('in March');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(', see ');
    await workbench.card(claimId).getByRole('button', { name: 'Link', exact: true }).click();
    await workbench.card(claimId).getByLabel('Address of the link').fill('example.org/letter');
    await workbench.card(claimId).getByRole('button', { name: 'Set link' }).click();
    await box.press('Control+Enter');
    await expect(workbench.card(claimId).locator('strong')).toHaveText('in March');
    await expect(
      workbench.card(claimId).getByRole('link', { name: 'https://example.org/letter' }),
    ).toHaveAttribute('href', 'https://example.org/letter');
    await workbench.addEvidence(claimId, {
      title: 'The letter',
      address: 'https://example.org/letter.pdf',
      type: 'Official document',
      tier: 'Primary',
      stance: 'Supports',
      quote: 'would curtail intelligence sharing',
      locator: 'p. 2',
      accessedOn: '2026-03-14',
    });
    await expect(workbench.card(claimId)).toContainText('p. 2');
    await workbench.setClaim(claimId, ['Event', 'Quote'], 'The ambassador', '2019-03-08');
    await expect(workbench.card(claimId)).toContainText('said by The ambassador');
    await workbench.raiseFlag(claimId, 'Only one source for the month.', 'Urgent');
    await expect(workbench.card(claimId)).toContainText('Only one source for the month.');
    await workbench.settle();
  });

  await test.step('a reload shows exactly the same', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(workbench.card(claimId).locator('[data-card-toggle]')).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    const heights = [0, 700, 1_400, 2_100];
    // Only what is near the screen is drawn, so the whole is put together from several heights.
    const look = async () => {
      const seen = new Map<string, Awaited<ReturnType<typeof workbench.lookAt>>[number]>();
      for (const height of heights) {
        for (const shown of await workbench.lookAt(height)) {
          if (shown.marks.length > (seen.get(shown.id)?.marks.length ?? 0)) seen.set(shown.id, shown);
        }
      }
      return [...seen.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    };
    const before = await look();
    expect(before).toHaveLength(8);
    const saved = await annotationsOf(page, articleId);
    await page.reload();
    await expect(workbench.count(8)).toBeVisible();
    await expect.poll(look).toEqual(before);
    expect(await annotationsOf(page, articleId)).toEqual(saved);
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  });

  await test.step('the queue leads to the passage and back, and keeps what came of the flag', async () => {
    const queue = queuePage(page);
    await page.goto('/queue');
    await expect(queue.lines).toHaveCount(2);
    await expect(queue.current).toContainText(said.claim);
    await untilAlive(queue.lines.first());
    await page.keyboard.press('j');
    await expect(queue.current).toContainText('Night buses');
    await page.keyboard.press('k');
    await expect(queue.current).toContainText(said.claim);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/articles/${articleId}\\?annotation=${claimId}`));
    await expect(workbench.painted(claimId).first()).toBeInViewport();
    await expect(workbench.card(claimId).locator('[data-card-toggle]')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await page.goBack();
    await expect(queue.current).toContainText(said.claim);
    await page.keyboard.press('e');
    await expect(queue.note).toBeFocused();
    await page.keyboard.type('Two more sources found.');
    await page.keyboard.press('Control+Enter');
    await expect(queue.lines).toHaveCount(1);
    await queue.notifications.getByRole('button', { name: 'Undo' }).click();
    await expect(queue.lines).toHaveCount(2);
    await page.keyboard.press('e');
    await queue.note.fill('Two more sources found.');
    await page.keyboard.press('Control+Enter');
    await expect(queue.lines).toHaveCount(1);
    await queue.split('Looked at').click();
    await expect(queue.detail).toContainText('Two more sources found.');
  });

  await test.step('the link to one annotation opens it whatever is filtered', async () => {
    await page.goto(`/articles/${articleId}?mark=opinion&annotation=${claimId}`);
    await expect(workbench.card(claimId).locator('[data-card-toggle]')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await expect(workbench.card(claimId)).toContainText('Hidden by the filters');
    await expect(workbench.painted(claimId).first()).toBeInViewport();
    await workbench.open(articleId);
  });

  await test.step('a mark changes, an annotation goes and comes back by Undo', async () => {
    await workbench.changeMark(claimId, 'Sourced fact');
    await expect(workbench.painted(claimId).first()).toHaveAttribute('data-mark', 'sourced_fact');
    await workbench.changeMark(claimId, 'Claim');
    await expect(workbench.painted(claimId).first()).toHaveAttribute('data-mark', 'claim');
    await workbench.choose(claimId, 'Delete annotation');
    await expect(workbench.painted(claimId)).toHaveCount(0);
    await workbench.undo();
    await expect(workbench.painted(claimId).first()).toBeVisible();
    await workbench.openCard(claimId);
    await expect(workbench.card(claimId)).toContainText('The ambassador wrote in March');
    await expect(workbench.card(claimId)).toContainText('Two more sources found.');
    await workbench.settle();
  });

  await test.step('the report goes out and the Galley file comes in again without loss', async () => {
    const html = await workbench.download('HTML page');
    expect(html.name).toMatch(/\.html$/);
    expect(html.words).toContain('The letter');
    expect(html.words).toContain('Written without a mouse.');
    expect(html.words).not.toMatch(/<script|<link|src=/);
    const galley = await workbench.download('Galley file');

    await page.goto('/articles/new');
    const desk = importPage(page);
    await desk.chooseFile(galley.name, galley.words.replace('Two more sources found.', 'No source found.'));
    await expect(page.getByText(/^This file was changed after this Galley signed it/)).toBeVisible();
    await page.getByRole('button', { name: 'Start again' }).click();
    await desk.chooseFile(galley.name, galley.words);
    await expect(page.getByRole('heading', { name: 'A Galley file' })).toBeVisible();
    await expect(page.getByText('This file is as this Galley signed it.')).toBeVisible();
    await expect(page.getByText(/^\d+ entries of the history$/)).toBeVisible();
    const copyId = await desk.saveArticle('Import with everything in it');
    expect(copyId).not.toBe(articleId);
    await expect(workbench.cards.first()).toBeVisible();
    const again = await workbench.download('Galley file');
    expect(workOf(again.words)).toEqual(workOf(galley.words));
    expect(workOf(galley.words).length).toBeGreaterThanOrEqual(8);
    await page.goto(`/articles/${copyId}/history`);
    await expect(page.getByText(/with its history, from a Galley file of/)).toBeVisible();
    await expect(page.getByText('says the Galley file that this came in with').first()).toBeVisible();
  });

  await test.step('signing out shuts the door', async () => {
    await signOutByMenu(page, owner.name);
    await expect(signInPage(page).heading).toBeVisible();
    await page.goto(`/articles/${articleId}`);
    await expect(signInPage(page).heading).toBeVisible();
    await signInPage(page).signIn(owner.email, owner.password);
    await expect(page).toHaveURL(new RegExp(`/articles/${articleId}`));
    await expect(workbench.card(claimId)).toBeVisible();
  });
});

async function annotationsOf(page: Page, articleId: string): Promise<unknown> {
  const answer = await page.request.get(`/api/v1/articles/${articleId}/annotations?limit=100`);
  return (await answer.json()).items;
}

/** The work in a Galley file, without the ids that an import gives anew. */
function workOf(words: string): readonly unknown[] {
  const file = JSON.parse(words);
  const nameOf = new Map(
    file.people.map(({ id, name }: { id: string; name: string }) => [id, name.replace(' (from a file)', '')]),
  );
  return JSON.parse(
    JSON.stringify(file.annotations, (key, value) => {
      if (key === 'id' || key === 'revisionId') return undefined;
      return ['authorId', 'raisedById', 'byId'].includes(key) ? nameOf.get(value) : value;
    }),
  );
}
