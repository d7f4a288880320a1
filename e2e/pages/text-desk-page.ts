import { expect, type Page } from '@playwright/test';

/** Where an editor changes the text of an article. */
export function textDeskPage(page: Page) {
  const text = page.getByRole('textbox', { name: 'Text of the article' });
  const reason = page.getByRole('textbox', { name: /^Why is there a new revision/ });
  return {
    text,
    save: page.getByRole('button', { name: 'Save revision' }),
    reason,

    async open(articleId: string): Promise<void> {
      await page.goto(`/articles/${articleId}/edit`);
      await expect(text).toBeVisible();
    },

    /** Types in the place of words that stand in one paragraph; nothing instead of them deletes them. */
    async type(words: string, instead: string): Promise<void> {
      await text.evaluate(selectWords, words);
      if (instead === '') await page.keyboard.press('Backspace');
      else await page.keyboard.type(instead);
      await expect(text).not.toContainText(words);
    },

    /** The conflict with somebody who was faster. */
    conflict: page.getByRole('alert').filter({ hasText: 'Somebody else saved a revision meanwhile' }),
    /** Unsaved texts of earlier visits that are offered. */
    left: page.getByRole('status').filter({ hasText: 'Recovered on this device: a text that was not saved' }),
    recovered: page.getByText(
      'Recovered on this device: your changes of an earlier visit are in the editor.',
    ),

    async saveWith(words: string): Promise<void> {
      await reason.fill(words);
      await this.save.click();
      await expect(page).toHaveURL(/\/compare\?from=/);
    },
  };
}

/** Runs in the page: gives the keyboard to the editor and selects words in it. */
function selectWords(root: HTMLElement, words: string): void {
  root.focus();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error(`“${words}” is not in the text.`);
}
