import type { Page } from '@playwright/test';

/** The page on which a report that went out as Word comes back: the changes of its text and what is said about it. */
export function returnedReportPage(page: Page) {
  return {
    plan: page.getByRole('heading', { name: 'What would happen' }),
    result: page.getByRole('heading', { name: 'Brought back' }),
    open: (articleId: string) => page.goto(`/articles/${articleId}/bring-back`),
    /** The items below a heading of the plan. */
    items: (heading: string) =>
      page.getByRole('list', { name: new RegExp(`^${heading}`) }).getByRole('listitem'),
    choose: (buffer: Buffer): Promise<void> =>
      page.getByLabel('Choose a file').setInputFiles({
        name: 'report.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer,
      }),
  };
}
