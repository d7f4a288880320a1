import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extractText, getDocumentProxy } from 'unpdf';
import { unzip } from '@/lib/exchange/testing/words-of-file';
import { editWord, inArticle } from '@/lib/server/imports/testing/edit-word';
import { inboxPage } from './pages/inbox-page';
import { reportPage } from './pages/report-page';
import { returnedReportPage } from './pages/returned-report-page';
import { workbenchPage } from './pages/workbench-page';
import { addNote, annotationsOf, makeHarbour, markWords } from './support/articles';
import { findBarriers } from './support/axe';
import { makeSlowExport } from './support/exports';
import { expect, test } from './support/test';

const wordsOfPdf = async (path: string): Promise<string> => {
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)));
  return (await extractText(document, { mergePages: true })).text;
};

test('a report is put together, leaves as files, link and page, is taken away again, and comes back from Word', async ({
  as,
  anonymous,
  team,
}) => {
  test.setTimeout(120_000); // one journey from the first choice to the returned file
  const article = await makeHarbour(team.editor);
  const claimId = await markWords(team.reviewer, article, 'grew by 40 percent');
  await addNote(team.reviewer, article.id, claimId, 'The annual report says 14.');
  await markWords(team.reviewer, article, 'the finest harbour on the coast', 'opinion');
  const page = await as('editor');
  const report = reportPage(page);

  await test.step('what is chosen is what the preview shows', async () => {
    await workbenchPage(page).open(article.id);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'PDF, Word, spreadsheets' }).click();
    const marked = report.preview.locator('mark');
    const note = report.preview.getByText('The annual report says 14.');
    await expect(marked).toHaveText(['grew by 40 percent', 'the finest harbour on the coast']);
    await expect(note).toBeVisible();

    await report.form.getByLabel('Public report').check();
    await expect(report.preview.getByText('Public report')).toBeVisible();
    await expect(note).toHaveCount(0);
    await expect(report.form.getByRole('checkbox', { name: 'Notes', exact: true })).toHaveCount(0);
    await report.form.getByLabel('Checking copy').check();
    await expect(note).toBeVisible();
    await report.form.getByRole('checkbox', { name: 'Notes', exact: true }).uncheck();
    await report.form.getByRole('checkbox', { name: 'Names of colleagues' }).uncheck();
    await expect(note).toHaveCount(0);
    await expect(report.preview.getByText(/^Colleague \d,/).first()).toBeVisible();
    await report.form.getByRole('checkbox', { name: 'Notes', exact: true }).check();
    await report.form.getByRole('checkbox', { name: 'Names of colleagues' }).check();
    await report.form.getByLabel('Opinions').uncheck();
    await expect(marked).toHaveText(['grew by 40 percent']);

    const afterwards = report.preview.locator('main ~ section.method');
    await expect(afterwards).toBeVisible();
    await report.form.getByRole('button', { name: 'Move up: How this was checked' }).press('Enter');
    await expect(report.preview.locator('section.method ~ main')).toBeVisible();
    await expect(afterwards).toHaveCount(0);
    const last = report.form.getByRole('button', { name: 'Move down: Right-of-reply log' });
    await last.press('Enter');
    await expect(last).toBeFocused();
    await expect(last).toHaveAttribute('aria-disabled', 'true');
    await report.form.getByRole('button', { name: 'Move up: Right-of-reply log' }).press('Enter');
    await report.form.getByRole('checkbox', { name: 'Legend' }).uncheck();
    await expect(report.preview.getByRole('heading', { name: 'Legend' })).toHaveCount(0);
    await report.form.getByLabel('Where annotations stand').selectOption({ label: 'All after the text' });
    await expect(report.preview.getByRole('heading', { name: 'Annotations' })).toBeVisible();
  });

  await test.step('it is copied as rich text, and its choices are kept for the team', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await report.form.getByRole('button', { name: 'Copy for e-mail or chat' }).click();
    await expect(report.form.getByText('Copied. Paste it into an e-mail or a message.')).toBeVisible();
    const copied = (type: string) =>
      page.evaluate(async (kind) => {
        const [item] = await navigator.clipboard.read();
        return (await item?.getType(kind))?.text() ?? '';
      }, type);
    expect(await copied('text/html')).toContain('The annual report says 14.');
    expect(await copied('text/plain')).toContain('> grew by 40 percent');

    await report.form.getByRole('button', { name: 'Save as preset' }).click();
    await report.form.getByLabel('Name of the preset').press('Enter');
    await expect(report.form.getByText('Give the preset a name.')).toBeVisible();
    await expect(report.form.getByLabel('Name of the preset')).toBeFocused();
    await report.form.getByLabel('Name of the preset').fill('Claims only');
    await report.form.getByLabel('Name of the preset').press('Enter');
    await expect(page.getByText('The team can use “Claims only” now.')).toBeVisible();
    await page.reload();
    await expect(report.preview.locator('mark')).toHaveCount(2);
    await report.form.getByLabel('Preset').selectOption({ label: 'Claims only' });
    await expect(report.preview.locator('mark')).toHaveText(['grew by 40 percent']);
    await expect(report.preview.locator('section.method ~ main')).toBeVisible();
  });

  const pdf = await report.download('PDF');
  const word = await report.download('Word, with comments and tracked changes');

  await test.step('PDF and Word hold it, and prove themselves offline', async () => {
    expect(pdf.name).toMatch(/\.pdf$/);
    const text = await wordsOfPdf(pdf.path);
    expect(text).toContain('The annual report says 14.');
    expect(text).not.toContain('O2 Opinion');
    const parts = await unzip(await readFile(word.path));
    const body = parts.get('word/document.xml') ?? '';
    expect(parts.get('word/comments.xml')).toContain('The annual report says 14.');
    expect(body).toContain('<w:commentRangeStart w:id="0"/>');
    expect(body.indexOf('How this was checked')).toBeLessThan(
      body.indexOf('<w:commentRangeStart w:id="0"/>'),
    );

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
    const [, proof = ''] = /<!-- galley-proof ([\w-]+)/.exec(bytes.toString('utf8')) ?? [];
    const statement = Buffer.from(proof, 'base64url').toString();
    const forged = statement.replace('"view":"public"', '"view":"checked"');
    await choose.setInputFiles(changed(proof, Buffer.from(forged).toString('base64url')));
    await expect(page.getByText('The signature in this file does not fit what it signs.')).toBeVisible();
    await page.context().setOffline(false);
  });

  await test.step('a long one is written without anybody waiting, can be stopped, and comes into the inbox', async () => {
    // As if another process were at one: it can be stopped from here.
    await makeSlowExport(team.editor, article.id, 42);
    await report.open(article.id);
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
    await expect(written.getByRole('link', { name: `Download ${pdf.name}` })).toBeVisible({
      timeout: 20_000,
    });
    const inbox = inboxPage(page);
    await expect(inbox.badge(1)).toBeVisible();
    await inbox.open();
    const line = inbox.line('Your report is ready');
    await expect(line).toContainText(pdf.name);
    const coming = page.waitForEvent('download');
    await line.getByRole('link', { name: `Download ${pdf.name}` }).click();
    const sent = await wordsOfPdf(await (await coming).path());
    expect(sent).toContain('The annual report says 14.');
    expect(sent).not.toContain('O2 Opinion');
    await expect(inbox.badge(0)).toBeVisible();
  });

  const reader = await anonymous();

  await test.step('a link opens it in a browser where nobody is signed in, until it is revoked', async () => {
    await page.goto(`/articles/${article.id}/share`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a link to the report' });
    await expect(dialog.getByRole('radio', { name: 'Public report' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Make link' }).click();
    const url = await dialog.getByLabel('Link', { exact: true }).inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const answer = await reader.goto(new URL(url).pathname);
    expect(answer?.headers()['x-robots-tag']).toBe('noindex');
    await expect(reader).toHaveURL(/\/shared\/[0-9a-f-]{36}$/);
    await expect(reader.locator('mark').filter({ hasText: 'grew by 40 percent' })).toBeVisible();
    await page.reload();
    await expect(page.getByText(/opened first: /)).toBeVisible();
    await page.getByRole('button', { name: 'Revoke the link to the public report' }).click();
    await expect(page.getByText('No link to this report works.')).toBeVisible();
    expect((await reader.reload())?.status()).toBe(404);
    await expect(reader.getByText('This link no longer works.')).toBeVisible();
  });

  await test.step('published, it stands at its address with its picture and corrections, until it is withdrawn', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const { pathname } = new URL(await page.getByLabel('Address').inputValue());
    const answer = await reader.goto(pathname);
    expect(answer?.status()).toBe(200);
    const { etag = '', 'cache-control': kept, 'content-security-policy': policy } = answer?.headers() ?? {};
    expect(kept).toContain('public, max-age=60');
    expect(policy).toContain("frame-ancestors 'none'");
    const again = await reader.request.get(pathname, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
    const address = await reader.locator('meta[property="og:image"]').getAttribute('content');
    const shown = new URL(address ?? '');
    const picture = await reader.request.get(`${shown.pathname}${shown.search}`);
    expect(picture.headers()['content-type']).toBe('image/png');
    await reader.getByRole('link', { name: 'C1 Claim' }).click();
    await expect(reader).toHaveURL(/#claim-[0-9a-f]{12}$/);
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findBarriers(reader)).toEqual([]);
    const code = await page.getByLabel('To embed it in a page').inputValue();
    const elsewhere = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html').end(`<h1>A page of somebody else</h1>${code}`);
    });
    elsewhere.listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const there = elsewhere.address();
    await reader.goto(`http://127.0.0.1:${typeof there === 'object' ? there?.port : ''}/`);
    const frame = reader.frameLocator('iframe[title="Fact check"]');
    await expect(frame.getByText('grew by 40 percent').first()).toBeVisible();
    await expect(frame.getByRole('link', { name: 'The whole report at its own address' })).toHaveAttribute(
      'href',
      new RegExp(`${pathname}$`),
    );
    await reader.goto(pathname);
    elsewhere.close();
    await page.getByRole('button', { name: 'Publish correction' }).click();
    await expect(page.getByText('Say in public words what is put right.')).toBeVisible();
    // Signed out meanwhile, one keeps one's words, and sends them once one is in again.
    const correction = page.getByLabel('What is put right, in public words');
    await correction.fill('The growth is 30 percent.');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Publish correction' }).click();
    await expect(page.getByText('You are signed out. Sign in again in another tab')).toBeVisible();
    await expect(correction).toHaveValue('The growth is 30 percent.');
    await page.context().addCookies(cookies);
    await page.getByRole('button', { name: 'Publish correction' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'The growth is 30 percent.' })).toBeVisible();
    await reader.goto(`${pathname}?again`);
    await expect(reader.getByRole('heading', { name: 'Correction' })).toBeVisible();
    await expect(reader.getByText('The growth is 30 percent.', { exact: true })).toBeVisible();

    const history = reader.getByRole('region', { name: 'History of this report' });
    await expect(history.getByRole('listitem')).toContainText([
      /^Version 2 .+ this version\s*Correction: The growth is 30 percent\./,
      /^Version 1 .+ Read version 1$/,
    ]);
    expect(await findBarriers(reader)).toEqual([]);
    await history.getByRole('link', { name: 'Read version 1' }).click();
    await expect(reader).toHaveURL(/\/versions\/1$/);
    await expect(reader.getByText('Earlier version.')).toBeVisible();
    await expect(reader.getByText('The growth is 30 percent.')).toHaveCount(0);
    expect(await findBarriers(reader)).toEqual([]);
    await reader.getByRole('link', { name: 'Read the present version' }).click();
    await expect(reader).toHaveURL(new RegExp(`${pathname}$`));
    await page.getByRole('button', { name: 'Take version 1 away' }).click();
    const question = page.getByRole('dialog', { name: 'Take version 1 away?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Take version 1 away' }).click();
    await question.getByRole('button', { name: 'Take version 1 away' }).click();
    await expect(page.getByText('Version 1 is taken away. The history says so.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'taken away: ' })).toBeVisible();
    expect((await reader.goto(`${pathname}/versions/1?taken-away`))?.status()).toBe(410);
    await expect(reader.getByText(/This version was taken away by its publisher on .+ UTC\./)).toBeVisible();
    await reader.goto(`${pathname}?after`);
    await expect(history.getByText(/taken away by the publisher/)).toBeVisible();

    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page
      .getByRole('dialog', { name: 'Withdraw this report?' })
      .getByRole('button', { name: 'Withdraw the report' })
      .click();
    await expect(page.getByText('It was withdrawn; its address says so.')).toBeVisible();
    expect((await reader.goto(`${pathname}?once-more`))?.status()).toBe(410);
    await expect(reader.getByText(/This report was withdrawn by its publisher on .+ UTC\./)).toBeVisible();
    expect((await reader.request.get(`${shown.pathname}?withdrawn`)).status()).toBe(410);
  });

  const file = await editWord(new Uint8Array(await readFile(word.path)), {
    change: [
      { from: 'The harbour grows', to: 'The harbour has grown', author: 'Wim' },
      { from: 'Three cranes', to: 'Four cranes', author: 'Wim' },
      { from: 'finest', to: 'largest' },
    ],
    rewrite: {
      'word/document.xml': inArticle((xml) =>
        xml.replace(
          '<w:r><w:t xml:space="preserve"> were ordered',
          '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="Wim" w:date="2026-04-01T09:30:00Z"><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve"> were ordered',
        ),
      ),
    },
    comments: [
      { author: 'Wim', words: 'The harbour office says so.', answers: 'C1 Claim' },
      { author: 'Wim', words: 'Ask the council.', on: '12 million crowns' },
    ],
  });
  const reviewer = await as('reviewer');

  await test.step('a reviewer reads what is not theirs: to share it, to change the text', async () => {
    await reviewer.goto(`/articles/${article.id}/share`);
    await expect(
      reviewer.getByText('Only an editor or the owner shares or publishes a report.'),
    ).toBeVisible();
    const hers = returnedReportPage(reviewer);
    await hers.open(article.id);
    await hers.choose(file);
    await expect(hers.items('Changes of the text')).toHaveCount(2);
    await expect(reviewer.getByText('Only an editor or the owner changes the text.')).toBeVisible();
  });

  await test.step('the Word file comes back, commented and corrected, and does nothing twice', async () => {
    const back = returnedReportPage(page);
    await back.open(article.id);
    await back.choose(file);
    await expect(back.plan).toBeFocused();
    await expect(back.items('On annotations that are here')).toContainText(['The harbour office says so.']);
    await expect(back.items('New marks')).toContainText(['Ask the council.']);
    const changes = back.items('Changes of the text');
    await expect(changes).toContainText(['Changed without a trace', 'Tracked change · Wim']);
    await expect(changes.getByRole('checkbox', { checked: true })).toHaveCount(1);
    const title = back.items('The headline').getByRole('checkbox', { checked: true });
    await expect(title).toHaveAccessibleName(/Removed: The harbour grows Added: The harbour has grown/);
    await expect(back.items('Changes of formatting')).toContainText([
      /were ordered.*Bold.*Tracked change · Wim/,
    ]);
    expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(2);
    await page.getByLabel('Reason for the new revision').fill('The writer’s corrections');
    await page.getByRole('button', { name: 'Bring 2 in and save 3 changes' }).click();
    await expect(back.result).toBeFocused();
    await expect(page.getByText('2 changes are in revision 2.')).toBeVisible();
    await expect(page.getByText('The headline is changed.')).toBeVisible();

    const made = await annotationsOf(team.reviewer, article.id);
    expect(made).toHaveLength(3);
    expect(made.find(({ id }) => id === claimId)?.threads).toMatchObject([{ kind: 'discussion' }]);
    await page.getByRole('link', { name: 'Compare the revisions' }).click();
    await expect(page.getByRole('deletion').first()).toContainText('Three');
    await workbenchPage(page).open(article.id);
    await workbenchPage(page).clickWords('12 million crowns');
    await expect(page.getByText('— written in Word by Wim').first()).toBeVisible();

    await back.open(article.id);
    await back.choose(file);
    await expect(back.items('Here already')).toHaveCount(2);
    await expect(back.items('In the text already')).toHaveCount(2);
    await expect(back.items('Changes of formatting')).toHaveCount(0);
    await expect(changes.getByRole('checkbox', { checked: true })).toHaveCount(0);
    expect(await annotationsOf(team.reviewer, article.id)).toHaveLength(made.length);
  });
});
