import { expect, type Locator, type Page } from '@playwright/test';

export type SessionPage = ReturnType<typeof sessionPage>;

/** The board of a session, its votes, and the summary that stands in its place afterwards. */
export function sessionPage(page: Page) {
  const board = page.getByRole('region', { name: 'Claims of the session' });
  const dialog = page.getByRole('dialog');
  const card = (words: string): Locator => board.getByRole('listitem').filter({ hasText: words });
  return {
    page,
    board,
    dialog,
    card,
    notifications: page.getByRole('region', { name: 'Notifications' }),
    column: (name: string): Locator => board.getByRole('region', { name: new RegExp(`^${name},`) }),

    async open(sessionId: string): Promise<void> {
      await page.goto(`/sessions/${sessionId}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },

    /** Opens the votes on a claim by the button that its card has for it. */
    async openVotes(words: string, button: 'Call a vote' | 'Vote' | 'Votes'): Promise<void> {
      await card(words).getByRole('button', { name: button, exact: true }).click();
      await expect(dialog).toBeVisible();
    },

    /** Seals a vote in the open dialog. */
    async vote(outcome: string, why = ''): Promise<void> {
      await dialog.getByRole('radio', { name: outcome, exact: true }).check();
      await dialog.getByRole('textbox', { name: /^Why/ }).fill(why);
      await dialog.getByRole('button', { name: /^(Seal my vote|Replace my vote)$/ }).click();
      await expect(page.getByText('Your vote is sealed.').first()).toBeVisible();
    },

    async closeDialog(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    },
  };
}
