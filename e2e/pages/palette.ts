import { expect, type Locator, type Page } from '@playwright/test';

/** The command palette of any signed-in page. */
export function palette(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  const field = dialog.getByRole('combobox');
  const option = (name: string | RegExp): Locator => dialog.getByRole('option', { name });

  /** Asks again where the page that the server drew hears no keys yet. */
  async function open(): Promise<void> {
    await expect(async () => {
      if (!(await dialog.isVisible())) await page.keyboard.press('Control+k');
      await expect(field).toBeFocused({ timeout: 2_000 });
    }).toPass();
  }

  return {
    dialog,
    field,
    options: dialog.getByRole('option'),
    option,
    group: (name: string): Locator => dialog.getByRole('group', { name, exact: true }),
    /** What a screen reader is told. */
    said: dialog.getByRole('status'),
    open,
    /** Finds something by words and does it. */
    async choose(words: string, name: string | RegExp): Promise<void> {
      await open();
      await field.fill(words);
      await option(name).first().click();
      await expect(dialog).toBeHidden();
    },
  };
}
