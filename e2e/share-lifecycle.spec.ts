import { once } from 'node:events';
import { createServer } from 'node:http';
import { makeHarbour, markWords } from './support/articles';
import { findBarriers } from './support/axe';
import { expect, test } from './support/test';

test('a report is shared by a link that ends, published, corrected in public words, and withdrawn', async ({
  as,
  anonymous,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  await markWords(team.editor, article, 'grew by 40 percent');
  const page = await as('editor');
  const reader = await anonymous();
  const dialog = page.getByRole('dialog', { name: 'Make a link to the report' });

  await test.step('a link opens the report in a browser where nobody is signed in, until it is revoked', async () => {
    await page.goto(`/articles/${article.id}/share`);
    await page.getByRole('button', { name: 'Make a link' }).click();
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

  await test.step('a published report stands at its address, with its corrections, until it is withdrawn', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const { pathname } = new URL(await page.getByLabel('Address').inputValue());
    const answer = await reader.goto(pathname);
    expect(answer?.status()).toBe(200);
    const { etag = '', 'cache-control': kept, 'content-security-policy': policy } = answer?.headers() ?? {};
    expect(kept).toContain('public, max-age=60');
    expect(policy).toContain("frame-ancestors 'none'");
    const again = await reader.request.get(pathname, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
    await expect(reader.locator('meta[property="og:title"]')).toHaveAttribute('content', /.+/);
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
    const address = elsewhere.address();
    await reader.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
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
    await page.getByLabel('What is put right, in public words').fill('The growth is 30 percent.');
    await page.getByRole('button', { name: 'Publish correction' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'The growth is 30 percent.' })).toBeVisible();
    await reader.goto(`${pathname}?again`);
    await expect(reader.getByRole('heading', { name: 'Correction' })).toBeVisible();
    await expect(reader.getByText('The growth is 30 percent.')).toBeVisible();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByText('It was withdrawn; its address says so.')).toBeVisible();
    expect((await reader.goto(`${pathname}?once-more`))?.status()).toBe(410);
    await expect(reader.getByText(/This report was withdrawn by its publisher on .+ UTC\./)).toBeVisible();
  });

  await test.step('a reviewer reads why it is not theirs to share', async () => {
    const reviewer = await as('reviewer');
    await reviewer.goto(`/articles/${article.id}/share`);
    await expect(
      reviewer.getByText('Only an editor or the owner shares or publishes a report.'),
    ).toBeVisible();
  });
});
