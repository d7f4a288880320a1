import type { Page } from '@playwright/test';

/** The history of an article as somebody uses it. */
export function historyPage(page: Page) {
  const main = page.getByRole('main');
  return {
    page,
    lines: main.locator('ol > li'),
    /** The happening whose sentence holds these words. */
    line: (words: string | RegExp) => main.getByRole('listitem').filter({ hasText: words }),
    person: page.getByRole('combobox', { name: 'Person' }),
    kind: (name: string) => page.getByRole('navigation', { name: 'Kind' }).getByRole('link', { name }),
    text: page.getByRole('region', { name: 'Article then' }),
    cards: page.getByRole('region', { name: 'Annotations then' }),
    open: (articleId: string, query = '') => page.goto(`/articles/${articleId}/history${query}`),
  };
}
