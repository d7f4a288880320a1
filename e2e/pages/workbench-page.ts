import { expect, type Locator, type Page } from '@playwright/test';

export type MarkName = 'Claim' | 'Opinion' | 'Sourced fact' | 'Nothing to check';
export type WorkbenchPage = ReturnType<typeof workbenchPage>;

/** The workbench of one article, as a person sees and handles it. */
export function workbenchPage(page: Page) {
  const article = page.getByRole('region', { name: 'Article', exact: true });
  const text = article.getByRole('document');
  const toolbar = page.getByRole('toolbar', { name: 'Mark selection' });
  const cards = page.getByRole('list', { name: 'Annotations', exact: true }).locator('> li');
  const notifications = page.getByRole('region', { name: 'Notifications' });
  const live = page.locator('[aria-live="polite"][aria-atomic="true"]');
  const card = (id: string): Locator => cards.and(page.locator(`[data-annotation-card="${id}"]`));
  const painted = (id: string): Locator => text.locator(`mark[data-annotation-id="${id}"]`);

  return {
    page,
    article,
    text,
    toolbar,
    cards,
    /** In the text, or orphaned; there while something is orphaned. */
    tabs: page.getByRole('tablist', { name: 'Which annotations' }),
    notifications,
    /** What a screen reader is told. */
    live,
    card,
    painted,
    cursor: text.locator('[data-sentence-cursor]'),
    /** The button of the margin that says how many annotations there are, shown or not. */
    count: (total: number): Locator => page.getByRole('button', { name: `All ${total}`, exact: true }),
    saved: page.getByText(/^(All changes saved|Saved \d\d:\d\d)$/),

    /** The passage of an annotation as it is painted. */
    paintedWords: async (id: string): Promise<string> => (await painted(id).allTextContents()).join(''),

    async open(articleId: string, query = ''): Promise<void> {
      await page.goto(`/articles/${articleId}${query}`);
      await expect(text).toBeVisible();
    },

    /** Waits until the server has everything. */
    async settle(): Promise<void> {
      await expect(page.getByText(/^(All changes saved|Saved \d\d:\d\d)$/)).toBeVisible();
    },

    /** Drags the mouse over words that stand in one paragraph; `nth` counts from 0. */
    async select(words: string, nth = 0): Promise<void> {
      await text.evaluate(scrollToWords, { words, nth });
      await afterPaint(page);
      const { from, to } = await text.evaluate(endsOfWords, { words, nth });
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await page.mouse.move(to.x, to.y);
      await page.mouse.up();
    },

    selectedWords: (): Promise<string> => page.evaluate(() => String(document.getSelection())),

    /** Presses a button of the toolbar; answers with the id of the annotation that is open then. */
    async mark(name: MarkName): Promise<string> {
      await toolbar.getByRole('button', { name, exact: true }).click();
      return this.activeId();
    },

    async activeId(): Promise<string> {
      const active = text.locator('mark[data-active]').first();
      await expect(active).toBeVisible();
      return (await active.getAttribute('data-annotation-id')) ?? '';
    },

    /** Clicks into the words of the article. */
    async clickWords(words: string, nth = 0): Promise<void> {
      await text.evaluate(scrollToWords, { words, nth });
      await afterPaint(page);
      const { from } = await text.evaluate(endsOfWords, { words, nth });
      await page.mouse.click(from.x + 2, from.y);
    },

    async openCard(id: string): Promise<Locator> {
      const toggle = card(id).locator('[data-card-toggle]');
      // An address may be opening the same card: a click at that moment closes it again.
      const above = page.getByRole('button', { name: /^\d+ cards? above$/ });
      await expect(async () => {
        // It waits where the open card has left no room for it: the way there is the one that a person takes.
        while (!(await toggle.isVisible()) && (await above.isVisible())) await above.click();
        if ((await toggle.getAttribute('aria-expanded', { timeout: 1_000 })) !== 'true') await toggle.click();
        await expect(toggle).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
      }).toPass();
      return card(id);
    },

    noteBox: (id: string): Locator => card(id).getByRole('textbox', { name: 'Verification note' }),

    /** Opens an empty note on the card and gives it the caret. */
    async beginNote(id: string): Promise<Locator> {
      await (await this.openCard(id)).getByRole('button', { name: 'Note', exact: true }).click();
      const box = card(id).getByRole('textbox', { name: 'Verification note' });
      await expect(box).toBeFocused();
      return box;
    },

    /** Writes a note and posts it by keyboard. */
    async addNote(id: string, words: string): Promise<void> {
      const box = await this.beginNote(id);
      await page.keyboard.type(words);
      await box.press('Control+Enter');
      await expect(card(id).getByRole('listitem').filter({ hasText: words })).toBeVisible();
    },

    async addEvidence(id: string, fields: EvidenceWords): Promise<void> {
      await (await this.openCard(id)).getByRole('button', { name: 'Evidence', exact: true }).click();
      const form = card(id).getByRole('form', { name: 'New evidence' });
      await form.getByLabel('Title').fill(fields.title);
      await form.getByRole('textbox', { name: /^Address/ }).fill(fields.address);
      await form.getByLabel('Type').selectOption(fields.type);
      await form.getByLabel('Tier').selectOption(fields.tier);
      await form.getByRole('radio', { name: fields.stance }).check();
      await form.getByLabel('Quote').fill(fields.quote);
      await form.getByLabel('Locator').fill(fields.locator);
      await form.getByLabel('Accessed on').fill(fields.accessedOn);
      await form.getByRole('button', { name: 'Save evidence' }).click();
      await expect(form).toBeHidden();
    },

    async setClaim(id: string, types: readonly string[], claimant: string, day: string): Promise<void> {
      await (await this.openCard(id)).getByRole('button', { name: /claim details/i }).click();
      const form = card(id).getByRole('form', { name: 'Claim details' });
      for (const type of types) await form.getByRole('button', { name: type, exact: true }).click();
      await form.getByLabel('Claimant').fill(claimant);
      await form.getByLabel('Said on').fill(day);
      await form.getByRole('button', { name: 'Save details' }).click();
      await expect(form).toBeHidden();
    },

    async raiseFlag(id: string, reason: string, priority: string): Promise<void> {
      await (await this.openCard(id)).getByRole('button', { name: 'Flag', exact: true }).click();
      const form = card(id).getByRole('form', { name: 'Flag for review' });
      await form.getByLabel('Reason').fill(reason);
      await form.getByRole('radio', { name: priority }).check();
      await form.getByRole('button', { name: 'Raise flag' }).click();
      await expect(form).toBeHidden();
    },

    /** Chooses from the card's own menu of further actions. */
    async choose(id: string, item: string): Promise<void> {
      await (await this.openCard(id)).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },

    async changeMark(id: string, name: MarkName): Promise<void> {
      await (await this.openCard(id)).getByRole('button', { name: /Change the mark$/ }).click();
      await page.getByRole('menuitemradio', { name, exact: true }).click();
      await page.keyboard.press('Escape');
    },

    /** Presses Undo on the latest notification. */
    undo: (): Promise<void> => notifications.getByRole('button', { name: 'Undo' }).last().click(),

    /** Downloads the report in a format of the Export menu. */
    async download(item: string): Promise<{ readonly name: string; readonly words: string }> {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const coming = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const file = await coming;
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
      return { name: file.suggestedFilename(), words: Buffer.concat(chunks).toString('utf8') };
    },

    /** All that can be seen of marks and cards at a height of the page, to be compared before and after a reload. */
    async lookAt(height: number): Promise<readonly ShownAnnotation[]> {
      await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), height);
      await afterPaint(page);
      // At one moment: a card that leaves the screen is taken away.
      return cards.evaluateAll((list) =>
        list.map((item) => {
          const id = item.getAttribute('data-annotation-card') ?? '';
          const marks = document.querySelectorAll(`[role="document"] mark[data-annotation-id="${id}"]`);
          return {
            id,
            marks: [...marks].map((piece) => `${piece.getAttribute('data-mark')} ${piece.textContent}`),
            name: item.querySelector('[data-card-toggle]')?.getAttribute('aria-label') ?? null,
          };
        }),
      );
    },
  };
}

export type ShownAnnotation = {
  readonly id: string;
  readonly marks: readonly string[];
  readonly name: string | null;
};

export type EvidenceWords = {
  readonly title: string;
  readonly address: string;
  readonly type: string;
  readonly tier: string;
  readonly stance: string;
  readonly quote: string;
  readonly locator: string;
  readonly accessedOn: string;
};

type Wanted = { readonly words: string; readonly nth: number };

/** Two frames: what a scroll event asks for has been painted then. */
export async function afterPaint(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** In the browser: brings words into the middle of the screen. */
function scrollToWords(root: Element, { words, nth }: Wanted): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  const all = nodes.map(({ data }) => data).join('');
  let at = all.indexOf(words);
  for (let count = 0; count < nth && at >= 0; count += 1) at = all.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not in the article.`);
  let before = 0;
  for (const node of nodes) {
    if (at < before + node.length) {
      const range = document.createRange();
      range.setStart(node, at - before);
      range.setEnd(node, at - before + 1);
      window.scrollBy({
        top: range.getBoundingClientRect().top - window.innerHeight / 2,
        behavior: 'instant',
      });
      return;
    }
    before += node.length;
  }
}

type Point = { readonly x: number; readonly y: number };

/** In the browser: the points of the screen where words begin and end. */
function endsOfWords(root: Element, { words, nth }: Wanted): { readonly from: Point; readonly to: Point } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  const all = nodes.map(({ data }) => data).join('');
  let at = all.indexOf(words);
  for (let count = 0; count < nth && at >= 0; count += 1) at = all.indexOf(words, at + 1);
  const boxOf = (offset: number): DOMRect => {
    let before = 0;
    for (const node of nodes) {
      if (offset < before + node.length) {
        const range = document.createRange();
        range.setStart(node, offset - before);
        range.setEnd(node, offset - before + 1);
        return range.getBoundingClientRect();
      }
      before += node.length;
    }
    throw new Error(`“${words}” is not in the article.`);
  };
  const first = boxOf(at);
  const last = boxOf(at + words.length - 1);
  return {
    from: { x: first.left + 1, y: first.top + first.height / 2 },
    to: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}
