import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { workbenchPage } from './pages/workbench-page';
import { act, makeHarbour, markWords, stateOf } from './support/articles';
import { expect, test } from './support/test';

test('evidence becomes a source that a second claim takes over by keyboard', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const first = await markWords(team.reviewer, article, 'grew by 40 percent');
  const second = await markWords(team.reviewer, article, '12 million crowns');
  const page = await as('reviewer');
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await workbench.addEvidence(first, {
    title: 'Annual report of the port',
    address: 'https://example.org/port',
    type: 'Dataset',
    tier: 'Primary',
    stance: 'Supports',
    quote: '11.4 million tonnes',
    locator: 'p. 12',
    accessedOn: '2026-03-14',
  });
  await workbench.card(first).getByRole('button', { name: 'Actions on Annual report of the port' }).click();
  await page.getByRole('menuitem', { name: 'Save as source' }).click();
  await expect(workbench.notifications).toContainText('is in the library now');

  await (await workbench.openCard(second)).getByRole('button', { name: 'Evidence', exact: true }).click();
  const form = workbench.card(second).getByRole('form', { name: 'New evidence' });
  const title = form.getByRole('combobox', { name: 'Title' });
  await title.pressSequentially('report port');
  await expect(page.getByRole('listbox', { name: 'Sources of the library' })).toBeVisible();
  await title.press('ArrowDown');
  await title.press('Enter');
  await expect(title).toHaveValue('Annual report of the port');
  await expect(form.getByText('From the library.')).toBeVisible();
  await expect(form.getByLabel('Type')).toHaveValue('dataset');
  await form.getByText('More', { exact: true }).click();
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(form).toBeHidden();
  await workbench.settle();

  await page.goto('/sources');
  await expect(page.getByText('2 claims rest on it')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search sources' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'No source matches' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search sources' }).fill('annual');
  await page.getByRole('link', { name: 'Annual report of the port' }).click();
  await expect(page.getByRole('list', { name: 'Claims that rest on it' }).getByRole('listitem')).toHaveCount(
    2,
  );
  await page.getByLabel('Note').fill('Ask for the corrected edition.');
  await page.getByRole('button', { name: 'Save source' }).click();
  await expect(page.getByText('The source is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Note')).toHaveValue('Ask for the corrected edition.');
  await page.getByRole('link', { name: '12 million crowns' }).click();
  await expect(workbench.card(second)).toBeVisible();
});

test('a picture is attached, seen by a colleague, fetched unchanged, removed and brought back', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'grew by 40 percent');
  const page = await as('reviewer');
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await (await workbench.openCard(id)).getByRole('button', { name: 'Evidence', exact: true }).click();
  const form = workbench.card(id).getByRole('form', { name: 'New evidence' });
  const chosen = form.getByLabel('File of the evidence');
  await chosen.setInputFiles({ name: 'page.pdf', mimeType: 'application/pdf', buffer: picture });
  await expect(form.getByRole('alert')).toContainText('is called .pdf');
  await form.getByRole('combobox', { name: 'Title' }).fill('Page 6 of the report');
  await chosen.setInputFiles({ name: 'page 6.png', mimeType: 'image/png', buffer: picture });
  await expect(form.getByRole('button', { name: 'Take page 6.png away' })).toBeVisible();
  await expect(form.getByRole('combobox', { name: 'Title' })).toHaveValue('Page 6 of the report');
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(form).toBeHidden();
  await workbench.settle();

  const colleague = workbenchPage(await as('editor'));
  await colleague.open(article.id);
  const card = await colleague.openCard(id);
  const seen = card.getByRole('img', { name: 'Picture: page 6.png' });
  await expect(seen).toBeVisible();
  expect(await seen.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(1);
  const download = colleague.page.waitForEvent('download');
  await card.getByRole('link', { name: 'page 6.png' }).click();
  const fetched = readFileSync(await (await download).path());
  expect(createHash('sha256').update(fetched).digest('hex')).toBe(
    createHash('sha256').update(picture).digest('hex'),
  );

  await workbench.card(id).getByRole('button', { name: 'Actions on Page 6 of the report' }).click();
  await page.getByRole('menuitem', { name: 'Remove file' }).click();
  const own = workbench.card(id).getByRole('img', { name: 'Picture: page 6.png' });
  await expect(own).toBeHidden();
  await workbench.notifications.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toBeVisible();
  await workbench.settle();
  await colleague.page.reload();
  await colleague.openCard(id);
  await expect(seen).toBeVisible();
});

/** One grey pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

test('a confidential contact is named to whom it is for, and to nobody else', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'grew by 40 percent');
  const page = await as('reviewer');
  await page.goto('/sources/contacts');
  await expect(page.getByText('There is no contact that you may see.')).toBeVisible();
  await page.getByLabel('Name').fill('The night porter');
  await page.getByLabel('Details').fill('Only by letter.');
  await page.getByRole('checkbox', { name: team.editor.name }).check();
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: 'The night porter' })).toBeVisible();

  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await (await workbench.openCard(id)).getByRole('button', { name: 'Evidence', exact: true }).click();
  const form = workbench.card(id).getByRole('form', { name: 'New evidence' });
  await form.getByRole('combobox', { name: 'Title' }).fill('What was seen at night');
  await form.getByText('More', { exact: true }).click();
  await form.getByLabel('Confidential contact').selectOption('The night porter');
  await form.getByRole('button', { name: 'Save evidence' }).click();
  await expect(workbench.card(id).getByText('Contact: The night porter')).toBeVisible();
  await workbench.settle();

  const named = workbenchPage(await as('editor'));
  await named.open(article.id);
  await expect((await named.openCard(id)).getByText('Contact: The night porter')).toBeVisible();

  const owner = workbenchPage(await as('owner'));
  await owner.open(article.id);
  await expect((await owner.openCard(id)).getByText('a confidential contact')).toBeVisible();
  expect(await owner.page.content()).not.toContain('night porter');
  await owner.page.goto('/sources/contacts');
  await expect(owner.page.getByText('There is no contact that you may see.')).toBeVisible();
  expect(await owner.page.content()).not.toContain('night porter');
});

test('the right-of-reply log says who is overdue, keeps drafts and reaches colleagues', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const page = await as('reviewer');
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await page.getByRole('button', { name: 'Right of reply', exact: true }).click();
  const log = page.getByRole('dialog', { name: 'Right of reply' });
  await log.getByRole('button', { name: 'Ask somebody' }).click();
  await log.getByLabel('Who was asked').fill('The harbour master');
  await log.getByRole('button', { name: 'Save' }).click();
  await expect(log.getByText('Write down what was put to them.')).toBeVisible();
  await log.getByLabel('What was put to them').fill('Were the cranes ordered without a tender?');
  await page.keyboard.press('Escape');
  await expect(log).toBeHidden();
  await page.getByRole('button', { name: 'Right of reply', exact: true }).click();
  await log.getByLabel('Asked on').fill('2026-03-01');
  await log.getByLabel('Deadline').fill('2026-03-03');
  await log.getByRole('button', { name: 'Save' }).click();
  await expect(log.getByText('overdue since 3 Mar 2026')).toBeVisible();

  // Two correct it at once: what only one of them changed stays, the same words are asked about and can be merged.
  await log.getByRole('button', { name: 'Correct the request' }).click();
  const question = log.getByRole('list', { name: 'The log' }).getByLabel('What was put to them');
  await question.fill('Were the three cranes ordered without a tender?');
  const [asked] = (await stateOf(team.editor, article.id)).replyRequests;
  await act(team.editor, article.id, {
    type: 'reply_request.change',
    requestId: asked?.id ?? '',
    version: asked?.version ?? 0,
    changes: { question: 'Were the cranes ordered without a public tender?', way: 'phone' },
  });
  const clash = log.getByRole('region', { name: 'Somebody changed this meanwhile: What was put to them' });
  await expect(clash).toContainText('a public tender');
  await clash.getByRole('button', { name: 'Merge' }).click();
  await expect(question).toHaveValue('Were the three cranes ordered without a public tender?');
  await log.getByRole('button', { name: 'Save' }).click();
  await expect(question).toBeHidden();
  await workbench.settle();
  expect((await stateOf(team.editor, article.id)).replyRequests).toMatchObject([
    { question: 'Were the three cranes ordered without a public tender?', way: 'phone' },
  ]);

  const viewer = await as('viewer');
  await workbenchPage(viewer).open(article.id);
  await viewer.getByRole('button', { name: 'Right of reply, 1 in the log, 1 overdue' }).click();
  const seen = viewer.getByRole('dialog', { name: 'Right of reply' });
  await expect(seen.getByText(/^Were the three cranes ordered/)).toBeVisible();
  await expect(seen.getByRole('button', { name: 'Write down the reply' })).toBeHidden();

  await log.getByRole('button', { name: 'Write down the reply' }).click();
  await log.getByLabel('Their words').fill('There was a tender in 2024.');
  await log.getByLabel('Their words').press('Control+Enter');
  await expect(log.getByLabel('Their words')).toBeHidden();
  await expect(log.getByText('There was a tender in 2024.')).toBeVisible();
  await workbench.settle();
  await viewer.reload();
  await viewer.getByRole('button', { name: 'Right of reply, 1 in the log', exact: true }).click();
  await expect(seen.getByText('There was a tender in 2024.')).toBeVisible();
});
