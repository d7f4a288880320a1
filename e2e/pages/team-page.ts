import { expect, type Locator, type Page } from '@playwright/test';

/** The page of the team's people. */
export function teamPage(page: Page) {
  const row = (name: string): Locator => page.getByRole('row').filter({ hasText: name });
  const scale = (name: string): Locator =>
    page
      .getByRole('list', { name: 'Scales', exact: true })
      .locator('> li')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
  return {
    row,
    /** A scale in the list of scales. */
    scale,
    scaleDialog: page.getByRole('dialog', { name: /^(New scale|Edit )/ }),
    /** Chooses from the menu of a scale. */
    async chooseForScale(name: string, item: string): Promise<void> {
      await page.getByRole('button', { name: `Actions for the scale ${name}`, exact: true }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
    },
    /** Writes one step of the scale in the dialog; `number` counts from 1. */
    async writeStep(number: number, name: string, meaning: string): Promise<void> {
      await this.scaleDialog.getByLabel(`Step ${number}`, { exact: true }).fill(name);
      await this.scaleDialog.getByLabel(`Step ${number} counts as`, { exact: true }).selectOption(meaning);
    },
    notifications: page.getByRole('region', { name: 'Notifications' }),
    async open(): Promise<void> {
      await page.goto('/team');
      await expect(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible();
    },
    /** Makes an invitation; answers with its link. */
    async invite(email: string, name: string, role: string): Promise<string> {
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
      await dialog.getByLabel('E-mail address').fill(email);
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByRole('radio', { name: role, exact: true }).check();
      await dialog.getByRole('button', { name: 'Make the link' }).click();
      const link = await dialog.getByLabel('Invitation link').inputValue();
      await dialog.getByRole('button', { name: 'Done' }).click();
      return link;
    },
    /** Chooses from the menu of a member. */
    async choose(name: string, item: string): Promise<void> {
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    async changeRole(name: string, role: string): Promise<void> {
      await this.choose(name, 'Change role');
      const dialog = page.getByRole('dialog', { name: `Role of ${name}` });
      await dialog.getByRole('radio', { name: role, exact: true }).check();
      await dialog.getByRole('button', { name: 'Change role' }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
