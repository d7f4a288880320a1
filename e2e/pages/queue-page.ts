import { expect, type Locator, type Page } from '@playwright/test';

/** The review queue. */
export function queuePage(page: Page) {
  const lines = page.getByRole('list', { name: 'Claims in the queue' }).getByRole('button');
  return {
    lines,
    current: lines.and(page.locator('[aria-current="true"]')),
    detail: page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Next' }) }),
    note: page.getByLabel('What did you find?'),
    notifications: page.getByRole('region', { name: 'Notifications' }),
    split: (name: string): Locator =>
      page.getByRole('navigation', { name: 'Parts of the queue' }).getByRole('link', { name }),
    async open(query = ''): Promise<void> {
      await page.goto(`/queue${query}`);
      await expect(page.getByRole('heading', { name: 'Review queue', level: 1 })).toBeVisible();
    },
  };
}
