import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { db } from '@/lib/db/client';
import { plainToRichText } from '@/lib/domain/rich-text';
import { addSampleArticle } from '@/lib/server/articles/add-sample-article';
import { createContact } from '@/lib/server/contacts/save-contact';
import { createSource } from '@/lib/server/sources/save-source';
import { invitePerson } from '@/lib/server/team/invite-person';
import { checkCard } from './pages/check-card';
import { importPage } from './pages/import-page';
import { palette } from './pages/palette';
import { queuePage } from './pages/queue-page';
import { sessionPage } from './pages/session-page';
import { workbenchPage } from './pages/workbench-page';
import { act, annotationsOf, makeHarbour, markWords, raiseFlag, stateOf } from './support/articles';
import { attachEvidence, planCheck } from './support/check-steps';
import { makeStale } from './support/checks';
import { collectBarriers, narrow, wide } from './support/collect-barriers';
import { makeSlowExport } from './support/exports';
import type { SignInTeam } from './support/people';
import { callVote, makeSession } from './support/sessions';
import { expect, test } from './support/test';

// Long, because every page and every state of it is looked at, each in a line or two.
test.beforeEach(() => test.setTimeout(180_000));

test('axe finds nothing on the pages before sign-in', async ({ anonymous, team }) => {
  const page = await anonymous();
  const { invitationUrl } = await invitePerson(team.owner, {
    email: `new-${team.id}@example.org`,
    name: 'Nina New',
    role: 'reviewer',
  });
  const { pathname, search } = new URL(invitationUrl);
  const { findings, see } = collectBarriers(page, true);
  for (const address of [
    '/sign-in',
    '/setup?token=wrong',
    '/reset?token=wrong',
    '/verify',
    '/invitation?token=wrong',
    `${pathname}${search}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await see(address);
  }
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  await page.getByLabel('Password', { exact: true }).fill('wrong but long enough');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await see('a refused sign-in');
  expect(findings).toEqual([]);
});

test('axe finds nothing on the pages of the desk', async ({ as, team }) => {
  const page = await as('owner');
  const { findings, see } = collectBarriers(page, true);
  for (const address of ['/articles', '/queue', '/inbox', '/sessions', '/not-there']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await see(`${address}, empty`);
  }
  const sample = await addSampleArticle(team.owner);
  await fillInbox(team, sample?.articleId ?? '');
  await page.goto('/sources');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await see('/sources, empty');
  const sourceId = randomUUID();
  await createSource(team.owner, sourceId, {
    title: 'Annual mobility report',
    address: 'https://example.org/mobility',
    type: 'official_document',
    tier: 'primary',
    independenceGroup: 'Transport office',
    note: null,
  });
  await createContact(team.owner, randomUUID(), {
    name: 'The night porter',
    details: 'Only by letter.',
    visibleToIds: [team.editor.userId],
  });
  for (const address of [
    '/articles',
    '/queue',
    '/inbox',
    '/sources',
    '/sources/new',
    '/sources/contacts',
    `/sources/${sourceId}`,
    '/team',
    '/team/webhooks',
    '/account',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await see(address);
  }
  const { id } = await db.article.findFirstOrThrow({ where: { teamId: team.id }, select: { id: true } });
  await makeSlowExport(team.owner, id, 42);
  for (const address of [
    `/articles/${id}/history`,
    `/articles/${id}/revisions`,
    `/articles/${id}/revisions/1`,
    `/articles/${id}/edit`,
    `/articles/${id}/compare?from=1&to=1`,
    `/articles/${id}/history/9`,
    `/articles/${id}/bring-back`,
    `/articles/${id}/report`,
    `/articles/${id}/share`,
    '/dashboard?days=365',
    `/dashboard?article=${id}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await see(address);
  }
  await page.goto(`/articles/${id}/bring-back`);
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'claims.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Passage,Notes,Claim types\nwords of nowhere,A note,Guess'),
  });
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible();
  await see('what a table would do');
  expect(findings).toEqual([]);
});

test('axe finds nothing on a session and on what opens on the pages of the desk', async ({ as, team }) => {
  const page = await as('owner');
  const sample = await addSampleArticle(team.owner);
  await fillInbox(team, sample?.articleId ?? '');
  const { findings, see } = collectBarriers(page, true);
  await seeSession(team, page, see);
  await page.goto('/articles');
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click();
  await see('the menu of an article');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `You: ${team.owner.name}` }).click();
  await see('the menu of the person');
  await page.goto('/queue');
  await page.getByRole('list', { name: 'Claims in the queue' }).getByRole('button').first().click();
  await see('an open flag');
  await page.goto('/team');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see('the dialog of an invitation');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Actions for the scale PolitiFact', exact: true }).click();
  await see('the menu of a scale');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make a scale' }).click();
  await page.getByRole('button', { name: 'Save scale' }).click();
  await expect(page.getByText('Give the scale a name.')).toBeVisible();
  await see('a scale with faults');
  expect(findings).toEqual([]);
});

test('axe finds nothing on the queue with all that can be done there', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const twin = await makeHarbour(team.editor);
  const claim = 'The port grew by 40 percent in one year';
  for (const { id, revisionId } of [article, twin]) {
    const annotationId = await markWords(team.editor, { id, revisionId }, claim);
    await raiseFlag(team.editor, id, annotationId, 'Look at this.', 'urgent');
    await planCheck(team.editor, id, annotationId, { dueAt: '2026-01-05T08:00:00.000Z' });
    await attachEvidence(team.editor, id, annotationId, 'Port statistics');
  }
  const page = await as('editor');
  const queue = queuePage(page);
  const { findings, see } = collectBarriers(page, true);
  await queue.open(`?article=${article.id}&split=unassigned`);
  await queue.lines.first().click();
  await expect(queue.matches.first()).toBeVisible();
  await see('a claim with a similar one');
  await page.keyboard.press('h');
  await see('the menu of snooze');
  await page.getByRole('menuitem', { name: 'Choose a day' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set' }).click();
  await see('a day that is missing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await see('a selected claim');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('dialog').getByLabel('Name of the view').fill('Fires');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(queue.split('Fires')).toBeVisible();
  await expect(page).toHaveTitle(/./);
  await see('a saved view');
  await page.getByRole('button', { name: 'Hand out claims' }).click();
  await expect(page.getByText('1 claim has nobody yet.')).toBeVisible();
  await see('handing claims out');
  await page.getByRole('dialog').getByLabel('By number').check();
  await see('handing claims out by number');
  expect(findings).toEqual([]);
});

test('axe finds nothing on the import', async ({ as }) => {
  const page = await as('reviewer');
  const desk = importPage(page);
  await desk.open();
  const { findings, see } = collectBarriers(page, true);
  await see('the import');
  await desk.chooseFile('story.odt', 'PK');
  await expect(desk.problem).toBeVisible();
  await see('a refused file');
  await desk.paste.fill('A headline\n\nBy Jane Roe\n\nA paragraph that can come in.\n\n  1. One\n  2. Two');
  await desk.preview.click();
  await expect(desk.save).toBeVisible();
  await desk.result.locator('[data-block]').nth(1).click();
  await see('the preview');
  await desk.headline.fill('');
  await desk.save.click();
  await expect(page.getByText('Give the article a headline.').first()).toBeVisible();
  await see('a refused save');
  expect(findings).toEqual([]);
});

for (const { width } of [wide, narrow]) {
  const look = { width };
  const name = `at ${width} px`;

  test(`axe finds nothing on coverage and sign-off ${name}`, async ({ as, team }) => {
    const article = await makeHarbour(team.reviewer);
    await markWords(team.reviewer, article, 'Three cranes were ordered in March.');
    const page = await as('owner', look);
    const workbench = workbenchPage(page);
    const { findings, see } = collectBarriers(page);
    await workbench.open(article.id);
    await page.getByRole('button', { name: /^Coverage: / }).click();
    const panel = page.getByRole('dialog', { name: 'Coverage' });
    await expect(panel.getByText('Quotations', { exact: true })).toBeVisible();
    await see('the panel of coverage');
    await panel.getByRole('button', { name: 'Sign off', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign off this article' });
    await dialog
      .getByRole('checkbox', { name: /^Waive “/ })
      .first()
      .check();
    await dialog.getByRole('checkbox', { name: 'Sign off although this stands against it' }).check();
    await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill('It goes to print.');
    await dialog.getByRole('textbox', { name: 'Reason for what is waived' }).fill('A caption.');
    await see('what stands against a sign-off');
    await dialog.getByRole('button', { name: 'Sign off', exact: true }).click();
    await expect(dialog).toBeHidden();
    await panel.getByRole('button', { name: /^Sign-off: / }).click();
    await dialog.getByRole('button', { name: 'Withdraw the sign-off' }).click();
    await see('a sign-off that is given');
    expect(findings).toEqual([]);
  });

  test(`axe finds nothing on palette, key sheet and linked claims ${name}`, async ({ as, team }) => {
    const article = await makeHarbour(team.reviewer);
    const whole = await markWords(team.reviewer, article, 'Three cranes were ordered in March.');
    const links = [
      [await markWords(team.reviewer, article, 'Three cranes'), { partOfId: whole }],
      [await markWords(team.reviewer, article, 'grew by 40 percent'), { repeatsId: whole }],
    ] as const;
    for (const [annotationId, changes] of links)
      await act(team.reviewer, article.id, { type: 'annotation.change', annotationId, version: 1, changes });
    const page = await as('reviewer', look);
    const workbench = workbenchPage(page);
    const commands = palette(page);
    const { findings, see } = collectBarriers(page);
    await workbench.open(article.id, `?annotation=${whole}`);
    await expect(page.getByRole('region', { name: '1 part' })).toBeVisible();
    await see('a compound claim');
    await workbench.open(article.id, `?annotation=${links[1][0]}`);
    await expect(page.getByText('It is checked there.')).toBeVisible();
    await see('a repetition');
    await commands.open();
    await see('the palette');
    await commands.field.fill('nothing has these words');
    await expect(commands.said).toHaveText('Nothing found.');
    await see('the palette without a result');
    await page.keyboard.press('Escape');
    await expect(commands.dialog).toBeHidden();
    await workbench.open(article.id, `?annotation=${whole}`);
    await expect(page.getByRole('region', { name: '1 part' })).toBeVisible();
    await commands.choose('split', /^Split into parts/);
    // The sheet of cards closes first; until then it keeps the keys to itself.
    await expect(async () => {
      await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Chosen' })).toBeVisible({ timeout: 1_500 });
    }).toPass();
    await see('choosing parts');
    await page.keyboard.press('Escape');
    await commands.choose('all keys', /^All keys/);
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await see('the key sheet');
    expect(findings).toEqual([]);
  });

  test(`axe finds nothing on the check of a claim ${name}`, async ({ as, team }) => {
    const article = await makeHarbour(team.reviewer);
    const id = await markWords(team.reviewer, article, 'grew by 40 percent');
    const stale = await markWords(team.reviewer, article, 'Three cranes');
    const page = await as('editor', look);
    const workbench = workbenchPage(page);
    const check = checkCard(workbench, id);
    const { findings, see } = collectBarriers(page);
    await workbench.open(article.id, `?annotation=${id}`);
    await check.step('Propose outcome').click();
    const form = check.form('Propose an outcome');
    await form.getByRole('radio', { name: 'Incorrect' }).check();
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await form.getByLabel('Suggested wording').fill('grew by 41 percent');
    await form.getByRole('radio', { name: 'High' }).check();
    await see('the form of a proposal');
    await form.getByLabel('Why that sure').fill('Two sources.');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(check.step('Second check')).toBeVisible();
    await see('a proposal with refused steps');
    await makeStale(team, article.id, stale);
    await workbench.open(article.id, `?annotation=${stale}`);
    await expect(checkCard(workbench, stale).step('Check again')).toBeVisible();
    await see('a stale claim after a decided dispute');
    expect(findings).toEqual([]);
  });

  test(`axe finds nothing on the workbench ${name}`, async ({ as, team }) => {
    const sample = await addSampleArticle(team.owner);
    const page = await as('reviewer', look);
    const workbench = workbenchPage(page);
    const { findings, see } = collectBarriers(page);
    await workbench.open(sample?.articleId ?? '');
    await expect(workbench.text.locator('mark').first()).toBeVisible();
    await see('the workbench');
    await workbench.select('published in the annual mobility report');
    await expect(workbench.toolbar).toBeVisible();
    await see('the toolbar');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await see('the sentence cursor');
    await workbench.clickWords('an increase of 40 percent');
    const card = page
      .locator('[data-annotation-card]')
      .filter({ has: page.locator('[aria-expanded="true"]') });
    await expect(card).toBeVisible();
    await see('an open card');
    await card.getByRole('button', { name: 'Note', exact: true }).click();
    await expect(card.getByRole('textbox', { name: 'Verification note' })).toBeVisible();
    await see('a note being written');
    await card.getByRole('button', { name: 'Discard' }).click();
    await card.getByRole('button', { name: 'Evidence', exact: true }).click();
    await card.getByRole('button', { name: 'Save evidence' }).click();
    await see('evidence with a fault');
    await card.getByRole('button', { name: 'Discard' }).click();
    await card.getByRole('button', { name: 'Flag', exact: true }).click();
    await see('a flag being raised');
    await card.getByRole('button', { name: 'Discard' }).click();
    await card.getByRole('button', { name: 'Ask the writer' }).click();
    await expect(card.getByRole('textbox', { name: 'Question to the writer' })).toBeFocused();
    await page.keyboard.type('Is it so, @');
    await expect(card.getByRole('listbox', { name: 'People to mention' })).toBeVisible();
    await see('a question to the writer, with people to mention');
    await page.keyboard.press('Escape');
    await card.getByRole('button', { name: 'Discard' }).click();
    await card.getByRole('button', { name: 'More actions' }).click();
    await see('the menu of a card');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Right of reply', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Right of reply' })
      .getByRole('button', { name: 'Ask somebody' })
      .click();
    await see('the right-of-reply log');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await see('the menu of exports');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await see('the key sheet');
    expect(findings).toEqual([]);
  });
}

/** A session from its board over its dialogs to its summary. */
async function seeSession(
  team: SignInTeam,
  page: Page,
  see: (where: string) => Promise<void>,
): Promise<void> {
  const article = await makeHarbour(team.editor);
  const claim = await markWords(team.editor, article, 'The port grew by 40 percent in one year');
  await markWords(team.editor, article, 'Three cranes');
  const sessionId = await makeSession(team.editor, article.id, [team.owner, team.reviewer]);
  await callVote(team.editor, article.id, sessionId, claim);
  const board = sessionPage(page);
  await board.open(sessionId);
  await see('the board of a session');
  await board.openVotes('The port grew', 'Vote');
  await board.dialog.getByRole('button', { name: 'Seal my vote' }).click();
  await see('a vote with faults');
  await board.closeDialog();
  for (const button of ['Change', 'Freeze', 'Close', 'Hand out claims']) {
    await page.getByRole('button', { name: button, exact: true }).first().click();
    await expect(board.dialog).toBeVisible();
    await see(`the dialog ${button}`);
    await board.closeDialog();
  }
  await page.goto(`/articles/${article.id}`);
  await expect(page.getByRole('region', { name: 'Session', exact: true })).toBeVisible();
  await see('an article in a session');
  await act(team.editor, article.id, { type: 'session.freeze', sessionId, version: 1, afterMinutes: 0 });
  await expect(page.getByText(/^Frozen: nothing/)).toBeVisible();
  await see('a frozen article');
  const { ballots } = await stateOf(team.editor, article.id);
  await act(team.editor, article.id, { type: 'session.reveal', sessionId, ballotId: ballots[0]?.id ?? '' });
  await act(team.editor, article.id, {
    type: 'session.close',
    sessionId,
    version: 2,
    conclusion: 'Print it.',
  });
  await board.open(sessionId);
  await see('the summary of a session');
  await page.goto('/sessions');
  await expect(page.getByRole('list', { name: 'Held' })).toBeVisible();
  await see('/sessions');
}

/** Puts a question with a mention of the owner into the owner's inbox. */
async function fillInbox(team: SignInTeam, articleId: string): Promise<void> {
  const [annotation] = await annotationsOf(team.reviewer, articleId);
  await act(team.reviewer, articleId, {
    type: 'thread.open',
    annotationId: annotation?.id ?? '',
    threadId: randomUUID(),
    replyId: randomUUID(),
    kind: 'author_query',
    body: plainToRichText(`Who counted this, @${team.owner.name}?`),
    mentions: [team.owner.userId],
  });
}
