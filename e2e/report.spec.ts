import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { unzip } from '@/lib/exchange/testing/words-of-file';
import { inboxPage } from './pages/inbox-page';
import { reportPage } from './pages/report-page';
import { workbenchPage } from './pages/workbench-page';
import { addNote, makeHarbour, markWords } from './support/articles';
import { makeSlowExport } from './support/exports';
import { expect, test } from './support/test';

test('a report is put together, looked at, and leaves as PDF and Word', async ({ as, team }) => {
  const article = await makeHarbour(team.editor);
  const claimId = await markWords(team.reviewer, article, '40 percent');
  await addNote(team.reviewer, article.id, claimId, 'The annual report says 14.');
  await markWords(team.reviewer, article, 'the finest harbour on the coast', 'opinion');

  const page = await as('editor');
  await workbenchPage(page).open(article.id);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'PDF, Word, spreadsheets' }).click();
  const report = reportPage(page);
  await expect(report.preview.locator('mark')).toHaveText(['40 percent', 'the finest harbour on the coast']);
  await expect(report.preview.getByText('The annual report says 14.')).toBeVisible();

  await report.form.getByLabel('Public report').check();
  await expect(report.preview.getByText('Public report')).toBeVisible();
  await expect(report.preview.getByText('The annual report says 14.')).toHaveCount(0);
  await report.form.getByLabel('Checking copy').check();
  await report.form.getByLabel('Opinions').uncheck();
  await expect(report.preview.locator('mark')).toHaveText(['40 percent']);

  const afterwards = report.preview.locator('main ~ section.method');
  await expect(afterwards).toBeVisible();
  await report.form.getByRole('button', { name: 'Move up: How this was checked' }).press('Enter');
  await expect(report.preview.locator('section.method ~ main')).toBeVisible();
  await expect(afterwards).toHaveCount(0);
  await report.form.getByRole('checkbox', { name: 'Legend' }).uncheck();
  await expect(report.preview.getByRole('heading', { name: 'Legend' })).toHaveCount(0);
  await report.form.getByLabel('Where annotations stand').selectOption({ label: 'All after the text' });
  await expect(report.preview.getByRole('heading', { name: 'Annotations' })).toBeVisible();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await report.form.getByRole('button', { name: 'Copy for e-mail or chat' }).click();
  await expect(report.form.getByText('Copied. Paste it into an e-mail or a message.')).toBeVisible();
  const copied = (type: string) =>
    page.evaluate(async (kind) => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType(kind))?.text() ?? '';
    }, type);
  expect(await copied('text/html')).toContain('The annual report says 14.');
  expect(await copied('text/plain')).toContain('> 40 percent');

  await report.form.getByRole('button', { name: 'Save as preset' }).click();
  await report.form.getByLabel('Name of the preset').fill('Claims only');
  await report.form.getByLabel('Name of the preset').press('Enter');
  await expect(page.getByText('The team can use “Claims only” now.')).toBeVisible();
  await page.reload();
  await expect(report.preview.locator('mark')).toHaveCount(2);
  await report.form.getByLabel('Preset').selectOption({ label: 'Claims only' });
  await expect(report.preview.locator('mark')).toHaveText(['40 percent']);
  await expect(report.preview.locator('section.method ~ main')).toBeVisible();

  const pdf = await report.download('PDF');
  expect(pdf.name).toMatch(/\.pdf$/);
  await expect(report.form.getByText(`${pdf.name} is in your downloads.`)).toBeVisible();
  const document = await getDocumentProxy(new Uint8Array(await readFile(pdf.path)));
  const { text } = await extractText(document, { mergePages: true });
  expect(text).toContain('The annual report says 14.');
  expect(text).not.toContain('O2 Opinion');

  const word = await report.download('Word, with comments and tracked changes');
  const parts = await unzip(await readFile(word.path));
  expect(parts.get('word/comments.xml')).toContain('The annual report says 14.');
  expect(parts.get('word/document.xml')).toContain('<w:commentRangeStart w:id="0"/>');

  await report.form.getByLabel('Public report').check();
  const redacted = await report.download('HTML page');
  await page.goto('/verify');
  await page.context().setOffline(true);
  const choose = page.getByLabel('Choose a file');
  for (const { path } of [pdf, word, redacted]) {
    await choose.setInputFiles(path);
    await expect(page.getByText('This file is as it was signed.')).toBeVisible();
    await expect(page.getByText('Signed by this Galley.')).toBeVisible();
  }
  await expect(page.getByText('Public report')).toBeVisible();
  const bytes = await readFile(redacted.path);
  const changed = (words: string, other: string) => ({
    name: redacted.name,
    mimeType: 'text/html',
    buffer: Buffer.from(bytes.toString('utf8').replace(words, other)),
  });
  await choose.setInputFiles(changed('40 percent', '14 percent'));
  await expect(page.getByText('The content of this file was changed after it was signed.')).toBeVisible();
  const [, proof = ''] = /galley-proof" content="([\w-]+)/.exec(bytes.toString('utf8')) ?? [];
  const statement = Buffer.from(proof, 'base64url').toString();
  const forged = Buffer.from(statement.replace('"view":"public"', '"view":"checked"')).toString('base64url');
  await choose.setInputFiles(changed(proof, forged));
  await expect(page.getByText('The signature in this file does not fit what it signs.')).toBeVisible();
  await page.context().setOffline(false);
  await report.open(article.id);

  // As if another process were at one: it can be stopped from here.
  await makeSlowExport(team.editor, article.id, 42);
  await page.reload();
  const written = report.written;
  await expect(written.getByRole('progressbar', { name: 'Word, checking copy' })).toHaveAttribute(
    'aria-valuenow',
    '42',
  );
  await written.getByRole('button', { name: 'Stop writing: Word, checking copy' }).click();
  await expect(written.getByText('Stopped. Asked for')).toBeVisible();

  await report.form.getByLabel('Opinions').uncheck();
  await report.form.getByLabel('Format').selectOption({ label: 'PDF' });
  await report.form.getByRole('button', { name: 'Send it to my inbox' }).click();
  await expect(written.getByText('PDF, checking copy')).toBeVisible();
  await expect(written.getByRole('link', { name: `Download ${pdf.name}` })).toBeVisible({ timeout: 20_000 });
  const inbox = inboxPage(page);
  await expect(inbox.badge(1)).toBeVisible();
  await inbox.open();
  const line = inbox.line('Your report is ready');
  await expect(line).toContainText(pdf.name);
  const coming = page.waitForEvent('download');
  await line.getByRole('link', { name: `Download ${pdf.name}` }).click();
  const sent = await getDocumentProxy(new Uint8Array(await readFile(await (await coming).path())));
  const { text: sentWords } = await extractText(sent, { mergePages: true });
  expect(sentWords).toContain('The annual report says 14.');
  expect(sentWords).not.toContain('O2 Opinion');
  await expect(inbox.badge(0)).toBeVisible();
});
