import { expect, type Locator, type Page } from '@playwright/test';

/** The list of the team's articles. */
export function articlesPage(page: Page) {
  const list = page.getByRole('list', { name: 'Articles' });
  const line = (title: string | RegExp): Locator =>
    list.locator('> li').filter({ has: page.getByRole('link', { name: title }) });
  return {
    list,
    line,
    notifications: page.getByRole('region', { name: 'Notifications' }),
    async open(): Promise<void> {
      await page.goto('/articles');
      await expect(page.getByRole('heading', { name: 'Articles', level: 1 })).toBeVisible();
    },
    openArticle: (title: string | RegExp): Promise<void> => page.getByRole('link', { name: title }).click(),
    undo: (): Promise<void> =>
      page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click(),
  };
}
