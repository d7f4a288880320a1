import { expect, type Locator, type Page } from '@playwright/test';
import type { WorkbenchPage } from './workbench-page';

/** What a person fills in to propose an outcome or to check it a second time. */
export type Conclusion = {
  readonly outcome: string;
  readonly wording?: string;
  readonly verdict?: string;
  readonly words?: string;
};

/** The button that shows what colleagues have changed. */
export const waitingNews = (page: Page): Locator => page.getByRole('button', { name: /new · apply/ });

/** The check on the open card of a claim, as a person sees and handles it. */
export function checkCard({ page, card, openCard }: WorkbenchPage, id: string) {
  const section = card(id).getByRole('region', { name: 'Check', exact: true });
  const form = (name: string): Locator => section.getByRole('form', { name, exact: true });
  const step = (name: string): Locator => section.getByRole('button', { name, exact: true });

  async function conclude(box: Locator, { outcome, wording, verdict }: Conclusion): Promise<void> {
    await box.getByRole('radio', { name: outcome, exact: true }).check();
    if (wording !== undefined) await box.getByLabel('Suggested wording').fill(wording);
    if (verdict !== undefined) await box.getByLabel('Verdict').selectOption(verdict);
  }

  return {
    section,
    form,
    step,
    /** The mark's name, flag and status in the head of the card. */
    status: (name: string): Locator => card(id).getByText(name, { exact: true }).first(),

    open: (): Promise<Locator> => openCard(id),

    /** Wants to see what others do: fetches it as coming back to the window does, and applies what waits, from now on. */
    async catchUp(): Promise<void> {
      await page.addLocatorHandler(waitingNews(page), (apply) => apply.click());
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    },

    async propose(conclusion: Conclusion): Promise<void> {
      await step('Propose outcome').click();
      const box = form('Propose an outcome');
      await conclude(box, conclusion);
      if (conclusion.words !== undefined) await box.getByLabel('Rationale').fill(conclusion.words);
      await box.getByRole('button', { name: 'Propose', exact: true }).click();
      await expect(box).toBeHidden();
    },

    async secondCheck(conclusion: Conclusion): Promise<void> {
      await step('Second check').click();
      const box = form('Second check');
      await conclude(box, conclusion);
      if (conclusion.words !== undefined) await box.getByLabel('Note').fill(conclusion.words);
      await box.getByRole('button', { name: 'Record second check' }).click();
      await expect(box).toBeHidden();
    },

    /** Opens a value of the plan by its words and chooses another; the list stays open and is left. */
    async plan(value: string, choice: string): Promise<void> {
      await section.getByRole('button', { name: value }).click();
      await page
        .getByRole('menuitemradio', { name: choice, exact: true })
        .or(page.getByRole('menuitemcheckbox', { name: choice, exact: true }))
        .click();
      await page.keyboard.press('Escape');
    },

    /** Chooses a due time; its list closes by itself. */
    async planDue(value: string | RegExp, choice: string): Promise<void> {
      await section.getByRole('button', { name: value }).click();
      await page.getByRole('menuitem', { name: choice, exact: true }).click();
    },

    /** A step that the rules forbid: still there, disabled, with the reason in words. */
    async expectRefused(name: string, reason: string): Promise<void> {
      await expect(step(name)).toHaveAttribute('aria-disabled', 'true');
      await expect(step(name)).toHaveAccessibleDescription(new RegExp(reason));
      await expect(section.getByText(reason)).toBeVisible();
    },
  };
}
