import { readdirSync, readFileSync } from 'node:fs';
import { db } from '@/lib/db/client';
import { docxOf, p, r } from '@/lib/server/imports/testing/docx-of';
import { pdfOf } from '@/lib/server/imports/testing/pdf-of';
import { importPage } from './pages/import-page';
import { workbenchPage } from './pages/workbench-page';
import { makeHarbour, markWords } from './support/articles';
import { attachEvidence, proposeOutcome } from './support/check-steps';
import { expect, test } from './support/test';
import { startWeb } from './support/web';

const sentence =
  'The port authority said on Tuesday that deepening the harbour will cost 412 million, twice the estimate.';
const paragraphs = Array.from(
  { length: 8 },
  (_, n) => `<p>${sentence} Paragraph ${n + 1} says so too.</p>`,
).join('');
const page = `<!doctype html><html lang="en"><head><title>Harbour | The Daily</title>
<meta property="og:site_name" content="The Daily">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour to cost twice","author":{"name":"Jane Roe"},"datePublished":"2026-03-03"}</script>
</head><body><header><nav><a href="/">Home</a></nav></header><aside><p>Subscribe to our newsletter today.</p></aside>
<article><h1>Harbour to cost twice</h1>${paragraphs}<p>A pay\u200bpal \u202eetirw\u202c in it.</p><script>document.title = 'ran'</script></article>
<footer><p>All rights reserved by the Daily.</p></footer></body></html>`;

test('a web page becomes an article: fetched, looked at beside the original, its headline corrected', async ({
  as,
}) => {
  const web = await startWeb({
    '/story': page,
    '/moved': (_, response) => void response.writeHead(301, { location: '/story' }).end(),
  });
  try {
    const browser = await as('reviewer');
    const desk = importPage(browser);
    await desk.open();
    await desk.address.fill('http://169.254.169.254/latest/meta-data');
    await desk.fetch.click();
    await expect(browser.getByText('This address cannot be reached from here.')).toBeVisible();
    await desk.address.fill(`${web.origin}/moved`);
    await desk.fetch.click();
    await expect(desk.headline).toHaveValue('Harbour to cost twice');
    await expect(browser.getByLabel('Byline')).toHaveValue('Jane Roe');
    await expect(browser.getByLabel('Publication')).toHaveValue('The Daily');
    await expect(browser.getByLabel('Source address')).toHaveValue(`${web.origin}/story`);
    await expect(desk.result).toContainText('Paragraph 8 says so too.');
    await expect(desk.result).not.toContainText('newsletter');
    await browser.getByText(/passages outside of the article/).click();
    await expect(browser.getByRole('listitem').getByText('Subscribe to our newsletter today.')).toBeVisible();
    await expect(desk.result.getByTitle(/^Zero-width space/)).toHaveText('ZWSP');
    await desk.headline.fill('Harbour to cost twice the estimate');
    await expect(browser.getByLabel('Direction')).toHaveValue('ltr');
    await browser.getByLabel('Direction').selectOption('Right to left');
    await expect(desk.result.locator('.article-text')).toHaveAttribute('dir', 'rtl');
    await desk.saveArticle();
    const { text } = workbenchPage(browser);
    await expect(text).toContainText('Harbour to cost twice the estimate');
    await expect(text).toHaveAttribute('dir', 'rtl');
    // Marks lie over the characters that nobody sees; those are named, and turn no words any more.
    const signs = text.locator('.unseen-sign');
    await expect(signs).toHaveCount(3);
    await expect(signs.first()).toHaveAttribute('data-sign', 'ZWSP');
    await expect(signs.nth(1)).toHaveAttribute('title', /^Right-to-left override/);
    await expect(text).toContainText('A pay\u200bpal \u202eetirw\u202c in it.');
    await expect(browser).not.toHaveTitle(/ran/);
    // The same address pasted as evidence brings its title, site and day along.
    const workbench = workbenchPage(browser);
    await workbench.text.focus();
    await browser.keyboard.press('g');
    await browser.keyboard.press('c');
    const card = await workbench.openCard(await workbench.activeId());
    await card.getByRole('button', { name: 'Evidence', exact: true }).click();
    const form = card.getByRole('form', { name: 'New evidence' });
    const address = form.getByRole('textbox', { name: /^Address/ });
    await address.evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, `${web.origin}/moved`);
    await expect(address).toHaveValue(`${web.origin}/moved`);
    await expect(form.getByLabel('Title')).toHaveValue('Harbour to cost twice');
    await form.getByRole('button', { name: 'Save evidence' }).click();
    const saved = card.getByRole('list', { name: 'Evidence' }).getByRole('listitem');
    await expect(saved).toContainText('Harbour to cost twice');
    await expect(saved).toContainText(new URL(web.origin).hostname);
  } finally {
    await web.stop();
  }
});

const comment = (id: number, author: string, words: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-01T10:00:00Z"><w:p w14:paraId="${id}A">${r(words)}</w:p></w:comment>`;
const commented = docxOf({
  body:
    p('Harbour to cost twice', '<w:pPr><w:pStyle w:val="heading1"/></w:pPr>') +
    p(
      `${r('The port grew. The port ')}<w:commentRangeStart w:id="0"/>${r('grew by 40 percent')}<w:commentRangeEnd w:id="0"/>${r(', they ')}<w:del w:id="9" w:author="X"><w:r><w:delText>claim</w:delText></w:r></w:del><w:ins w:id="8" w:author="X">${r('say')}</w:ins>${r('.')}`,
    ),
  comments: comment(0, 'Mara Lind', 'Which table is this from?') + comment(1, 'Lev Orlow', 'Table 3.'),
  commentsExtended:
    '<w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="1A" w15:paraIdParent="0A" w15:done="0"/>',
});

test('Word comments arrive on their words, and many files come in at once', async ({ as }) => {
  const browser = await as('editor');
  const desk = importPage(browser);
  const workbench = workbenchPage(browser);
  await test.step('one document, its tracked changes turned around, its comments as annotations', async () => {
    await desk.open();
    await desk.chooseFiles({ 'story.docx': commented });
    await expect(desk.result).toContainText('they say.');
    await browser.getByText('Reject', { exact: true }).click();
    await expect(desk.result).toContainText('they claim.');
    await expect(browser.getByText('“grew by 40 percent”')).toBeVisible();
    await desk.headline.fill('The port grew by 40 percent, it says');
    await desk.saveArticle();
    await expect(workbench.cards).toHaveCount(1);
    await expect(workbench.text.locator('mark[data-annotation-id]')).toHaveText('grew by 40 percent');
    await workbench.text.locator('mark[data-annotation-id]').click();
    await expect(workbench.cards.first()).toContainText('Which table is this from?');
    await expect(workbench.cards.first()).toContainText('Mara Lind');
    await expect(workbench.cards.first()).toContainText('Table 3.');
  });

  await test.step('many files, dropped: each with its state, the refused one with its reason, the rest saved together', async () => {
    const report = await pdfOf((kit) => void kit.fontSize(20).text('A report').fontSize(11).text(sentence));
    const scan = await pdfOf((kit) => void kit.rect(72, 72, 300, 300).fill('grey'));
    await desk.open();
    await desk.dropFiles({
      'latin.txt': Buffer.from(
        'K\u00f6ln floods\n\nThe \u201aRhine\u2018 rose over night. Stra\u00dfen gesperrt.'.replace(
          /[\u201a\u2018]/g,
          '"',
        ),
        'latin1',
      ),
      'report.pdf': report,
      'scan.pdf': scan,
      'fake.pdf': Buffer.from('no PDF'),
    });
    await expect(desk.files.filter({ hasText: 'A report' })).toContainText('Ready');
    await expect(desk.files.filter({ hasText: 'Köln floods' })).toContainText('Ready');
    await expect(desk.files.filter({ hasText: 'scan.pdf' })).toContainText(
      'This PDF holds only pictures of its pages',
    );
    await expect(desk.files.filter({ hasText: 'fake.pdf' })).toContainText('inside it is something else');
    await browser.getByRole('button', { name: 'Look at latin.txt' }).click();
    await expect(browser.getByText('The encoding of the letters was guessed')).toBeVisible();
    await desk.headline.fill('Köln floods again');
    await desk.save.click();
    await expect(desk.files.filter({ hasText: 'Köln floods again' })).toContainText('Saved');
    await browser.getByRole('button', { name: 'Save 1 article' }).click();
    await expect(desk.files.filter({ hasText: 'Saved' })).toHaveCount(2);
    await browser.getByRole('link', { name: 'Open report.pdf' }).click();
    await expect(workbench.text).toContainText('twice the estimate');
  });

  await test.step('a heavy file holds nobody up, and cancelling ends its reading on the server too', async () => {
    await desk.open();
    await desk.chooseFiles({ 'deep.html': Buffer.from('<section>'.repeat(150_000)) });
    await expect(browser.getByRole('progressbar', { name: 'Reading deep.html' })).toHaveAttribute(
      'aria-valuetext',
      'Text found, putting it in order',
    );
    await expect.poll(parsers).toBeGreaterThan(0);
    const times: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      const began = performance.now();
      expect((await browser.request.get('/api/health/live')).ok()).toBe(true);
      times.push(performance.now() - began);
    }
    const p95 = times.sort((a, b) => a - b)[18];
    process.stdout.write(
      `imports: 20 other requests while a heavy file is read, p95 ${p95?.toFixed(0)} ms\n`,
    );
    await browser.getByRole('button', { name: 'Cancel' }).click();
    await expect(desk.paste).toBeEditable();
    // The time limit would end it only after twenty seconds.
    await expect.poll(parsers, { timeout: 10_000 }).toBe(0);
  });
});

/** How many parser processes the app under test has. */
function parsers(): number {
  return readdirSync('/proc').filter((name) => {
    try {
      if (!/^\d+$/.test(name)) return false;
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return parent === process.env.GALLEY_E2E_PID && command.includes('parser-process.mjs');
    } catch {
      // It ended while we looked.
      return false;
    }
  }).length;
}

test('an address of evidence is looked at again, and a quote that is gone reopens the claim', async ({
  as,
  team,
}) => {
  let words = 'In 2025 the port handled 11.4 million tonnes of goods.';
  let answer = (): void => undefined;
  const web = await startWeb({
    '/table': (_, response) => {
      answer = () => void response.end(`<p>${words}</p>`);
    },
  });
  try {
    const article = await makeHarbour(team.editor);
    const id = await markWords(team.reviewer, article, 'The port grew by 40 percent in one year');
    const quote = 'the port handled 11.4 million tonnes of goods';
    await attachEvidence(team.reviewer, article.id, id, 'Port statistics', {
      address: `${web.origin}/table`,
      quote,
    });
    await proposeOutcome(team.reviewer, article.id, id);
    const [browser, other] = [await as('reviewer'), await as('editor')];
    const [card, theirs] = await Promise.all(
      [browser, other].map(async (page) => {
        await page.goto(`/articles/${article.id}`);
        return workbenchPage(page).openCard(id);
      }),
    );
    if (card === undefined || theirs === undefined) throw new Error('Both have the card open.');
    const check = card.getByRole('button', { name: 'Check the page of Port statistics' });
    await check.click();
    await expect(card.getByText('The page is being fetched.')).toBeVisible();
    await expect(theirs.getByText('The page is being fetched.')).toBeVisible();
    await expect.poll(() => web.asked.length).toBe(1);
    await theirs.getByRole('button', { name: 'Cancel fetching the page of Port statistics' }).click();
    await expect(card.getByText('The page is being fetched.')).toBeHidden();
    await check.click();
    await expect.poll(() => web.asked.length).toBe(2);
    await browser.reload();
    await workbenchPage(browser).openCard(id);
    await expect(card.getByText('The page is being fetched.')).toBeVisible();
    answer();
    await expect(card.getByText('The quote stands there word for word.')).toBeVisible();
    await expect(theirs.getByText('The quote stands there word for word.')).toBeVisible();
    words = words.replace('11.4', '10.9');
    await check.click();
    await expect.poll(() => web.asked.length).toBe(3);
    answer();
    await expect(card.getByText('The quote stands there in other words:')).toBeVisible();
    await expect(card.locator('ins')).toHaveText(['10.9']);
    await expect(card.getByText('The claim was reopened.')).toBeVisible();
    await expect(theirs.getByText('The claim was reopened.')).toBeVisible();
    await expect(card.getByText('Reopened', { exact: true }).first()).toBeVisible();
    const text = await browser.request.get(
      (await card.getByRole('link', { name: /^Captured text/ }).getAttribute('href')) ?? '',
    );
    expect(await text.text()).toBe(words);

    // It stands there again and the claim is proposed again; then a week goes by and the page changes.
    words = words.replace('10.9', '11.4');
    await check.click();
    await expect.poll(() => web.asked.length).toBe(4);
    answer();
    await expect(card.getByText('The quote stands there word for word.')).toBeVisible();
    await proposeOutcome(team.reviewer, article.id, id);
    await letDaysPass(id, 8);
    words = words.replace('11.4', '10.9');

    const owner = await as('owner');
    await owner.goto('/team');
    await owner.getByLabel('Look at them again').selectOption('Every week');
    await owner
      .getByRole('region', { name: 'Pages of evidence' })
      .getByRole('button', { name: 'Save' })
      .click();
    await expect(owner.getByText('Pages of evidence are looked at again: every week.')).toBeVisible();
    await owner.reload();
    await expect(owner.getByLabel('Look at them again')).toHaveValue('7');
    await expect.poll(() => web.asked.length).toBe(5);
    answer();
    for (const open of [card, theirs]) {
      await expect(open.getByText('looked at again by itself')).toBeVisible();
      await expect(open.getByText('The claim was reopened.')).toBeVisible();
    }
    await expect(card.getByText('Reopened', { exact: true }).first()).toBeVisible();
  } finally {
    await web.stop();
  }
});

/** Makes all looks at the addresses of an annotation's evidence so many days older. */
async function letDaysPass(annotationId: string, days: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Capture" c SET "askedAt" = "askedAt" - ${days} * interval '1 day',
      "capturedAt" = "capturedAt" - ${days} * interval '1 day'
    FROM "Evidence" e WHERE e."id" = c."evidenceId" AND e."annotationId" = ${annotationId}::uuid`;
}
