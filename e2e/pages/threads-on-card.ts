import { expect, type Locator, type Page } from '@playwright/test';

/** The conversations on an open card. */
export function threadsOn(page: Page, card: Locator) {
  const list = card.getByRole('list', { name: 'Discussion and author queries' });
  return {
    list,
    ask: card.getByRole('button', { name: 'Ask the writer' }),
    discuss: card.getByRole('button', { name: 'Discuss', exact: true }),
    question: card.getByRole('textbox', { name: 'Question to the writer' }),
    people: card.getByRole('listbox', { name: 'People to mention' }),
    thread: (kind: 'Author query' | 'Discussion'): Locator =>
      list.getByRole('listitem', { name: new RegExp(`^${kind} by `) }),
    message: (words: string): Locator =>
      list.getByRole('listitem', { name: /^Message of / }).filter({ hasText: words }),
    /** Writes into a box that has the caret and posts by keyboard. */
    async post(box: Locator, words: string): Promise<void> {
      await expect(box).toBeFocused();
      await page.keyboard.type(words);
      await box.press('Control+Enter');
      await expect(this.message(words)).toBeVisible();
    },
    /** Chooses from the menu of a message. */
    async choose(message: Locator, item: string): Promise<void> {
      await message.getByRole('button', { name: /^Actions on/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}
