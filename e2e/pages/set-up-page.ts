import { expect, type Page } from '@playwright/test';

/** The page of the set-up link, where the first account and its team are made. */
export function setUpPage(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Set up Galley' }),
    async makeAccount(person: {
      readonly name: string;
      readonly team: string;
      readonly email: string;
      readonly password: string;
    }): Promise<void> {
      await page.getByLabel('Your name').fill(person.name);
      await page.getByLabel('Name of the team').fill(person.team);
      await page.getByLabel('E-mail address').fill(person.email);
      await page.getByLabel('Password', { exact: true }).fill(person.password);
      await page.getByRole('button', { name: 'Make the account' }).click();
      await expect(page).toHaveURL(/\/articles$/);
    },
  };
}
