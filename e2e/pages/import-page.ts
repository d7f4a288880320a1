import { expect, type Page } from '@playwright/test';

/** The import of an article: give it, look at it, save it. */
export function importPage(page: Page) {
  return {
    paste: page.getByRole('textbox', { name: 'Paste the article' }),
    preview: page.getByRole('button', { name: 'Preview' }),
    headline: page.getByLabel('Headline', { exact: true }),
    result: page.getByRole('region', { name: 'As it will stand' }),
    problem: page.getByRole('main').getByRole('alert'),
    save: page.getByRole('button', { name: 'Save article' }),
    address: page.getByRole('textbox', { name: 'Fetch a web address' }),
    fetch: page.getByRole('button', { name: 'Fetch' }),
    files: page.getByRole('list', { name: 'Files' }).getByRole('listitem'),
    async open(): Promise<void> {
      await page.goto('/articles/new');
      await expect(page.getByRole('heading', { name: 'Import an article' })).toBeVisible();
    },
    chooseFile: (name: string, content: string | Buffer): Promise<void> =>
      page.getByLabel('Choose files').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: typeof content === 'string' ? Buffer.from(content) : content,
      }),
    chooseFiles: (files: Readonly<Record<string, Buffer>>): Promise<void> =>
      page.getByLabel('Choose files').setInputFiles(
        Object.entries(files).map(([name, buffer]) => ({
          name,
          mimeType: 'application/octet-stream',
          buffer,
        })),
      ),
    /** Drops files on the form, as from a folder. */
    async dropFiles(files: Readonly<Record<string, Buffer>>): Promise<void> {
      const sent = Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const);
      const dataTransfer = await page.evaluateHandle((list) => {
        const transfer = new DataTransfer();
        for (const [name, base64] of list)
          transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
        return transfer;
      }, sent);
      await page.getByRole('textbox', { name: 'Paste the article' }).dispatchEvent('drop', { dataTransfer });
    },
    /** Saves what is shown; answers with the id of the new article, which is open then. */
    async saveArticle(button = 'Save article'): Promise<string> {
      await page.getByRole('button', { name: button }).click();
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
      return page.url().split('/').at(-1) ?? '';
    },
  };
}
