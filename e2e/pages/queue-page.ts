import { expect, type Locator, type Page } from '@playwright/test';

/** The review queue. */
export function queuePage(page: Page) {
  const list = page.getByRole('list', { name: 'Claims in the queue' });
  const lines = list.getByRole('button');
  const acts = (name: 'Selected claims' | 'This claim') => page.getByRole('group', { name });
  return {
    lines,
    boxes: list.getByRole('checkbox'),
    current: lines.and(page.locator('[aria-current="true"]')),
    detail: page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Next' }) }),
    note: page.getByLabel('What did you find?'),
    notifications: page.getByRole('region', { name: 'Notifications' }),
    /** What an act could not be done to. */
    failures: page.getByRole('alert').filter({ hasText: 'could not be done' }),
    matches: page.getByRole('list', { name: 'Similar earlier claims' }).locator('> li'),
    split: (name: string): Locator =>
      page.getByRole('navigation', { name: 'Parts of the queue' }).getByRole('link', { name }),
    async open(query = ''): Promise<void> {
      await page.goto(`/queue${query}`);
      await expect(page.getByRole('heading', { name: 'Review queue', level: 1 })).toBeVisible();
    },
    /** The names of the parts with their numbers, those without anything left out. */
    async counts(): Promise<readonly string[]> {
      const links = page.getByRole('navigation', { name: 'Parts of the queue' }).getByRole('link');
      const texts = await links.allInnerTexts();
      return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => !/ 0$/.test(text));
    },
    /** Chooses something in the menu of an act, of the open claim or of those that are selected. */
    async choose(of: 'Selected claims' | 'This claim', act: string, item: string): Promise<void> {
      await acts(of).getByRole('button', { name: act }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    undo: (): Promise<void> =>
      page
        .getByRole('region', { name: 'Notifications' })
        .getByRole('button', { name: 'Undo' })
        .last()
        .click(),
  };
}
