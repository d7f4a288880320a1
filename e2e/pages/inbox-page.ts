import { expect, type Locator, type Page } from '@playwright/test';

/** One's inbox, and the number beside it in the rail. */
export function inboxPage(page: Page) {
  const list = page.getByRole('list', { name: 'Notifications for you' });
  const main = page.getByRole('navigation', { name: 'Main' });
  return {
    list,
    line: (words: string | RegExp): Locator => list.getByRole('listitem').filter({ hasText: words }),
    /** The link in the rail while so many are unread. */
    badge: (count: number): Locator =>
      main.getByRole('link', { name: count === 0 ? 'Inbox' : `Inbox, ${count} unread`, exact: true }),
    readAll: page.getByRole('button', { name: 'Mark all as read' }),
    notifications: page.getByRole('region', { name: 'Notifications', exact: true }),
    async open(query = ''): Promise<void> {
      await page.goto(`/inbox${query}`);
      await expect(page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeVisible();
    },
    /** Chooses from the menu of a line. */
    async choose(line: Locator, item: string): Promise<void> {
      await line.getByRole('button', { name: /^Actions on/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}
