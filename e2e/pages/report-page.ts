import type { Page } from '@playwright/test';

/** The page on which a report is put together, as somebody uses it. */
export function reportPage(page: Page) {
  const form = page.getByRole('form', { name: 'What the report holds' });
  return {
    page,
    form,
    /** What is written for oneself in the background. */
    written: page.getByRole('region', { name: 'Written for you' }),
    preview: page.frameLocator('iframe[title="Preview of the report"]'),
    open: (articleId: string) => page.goto(`/articles/${articleId}/report`),
    /** Fetches the report in the format of this name and gives its file. */
    async download(format: string): Promise<{ readonly name: string; readonly path: string }> {
      await form.getByLabel('Format').selectOption({ label: format });
      const coming = page.waitForEvent('download');
      await form.getByRole('button', { name: 'Download' }).click();
      const file = await coming;
      return { name: file.suggestedFilename(), path: await file.path() };
    },
  };
}
