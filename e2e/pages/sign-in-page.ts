import type { Page } from '@playwright/test';

/** The sign-in page. */
export function signInPage(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Sign in' }),
    problem: page.getByRole('main').getByRole('alert'),
    open: (): Promise<unknown> => page.goto('/sign-in'),
    async signIn(email: string, password: string): Promise<void> {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
    },
  };
}

/** Signs out through the menu of the signed-in person. */
export async function signOutByMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `You: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}
