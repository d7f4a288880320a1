import type { Page } from '@playwright/test';

/** The page on which a file comes back onto its article: choose it, see what would happen, do it. */
export function bringBackPage(page: Page) {
  return {
    plan: page.getByRole('heading', { name: 'What would happen' }),
    failure: page.getByRole('main').getByRole('alert'),
    nothing: page.getByText('There is nothing to bring in from this file'),
    apply: page.getByRole('button', { name: /^Bring \d+ in$/ }),
    result: page.getByRole('heading', { name: 'Brought back' }),
    open: (articleId: string) => page.goto(`/articles/${articleId}/bring-back`),
    /** The items below a heading of the plan. */
    items: (heading: string) => page.getByRole('list', { name: new RegExp(`^${heading}`) }).locator('> li'),
    box: (exact: string) => page.getByRole('checkbox', { name: `“${exact}”` }),
    chooseFile: (name: string, content: string): Promise<void> =>
      page.getByLabel('Choose a file').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      }),
  };
}
