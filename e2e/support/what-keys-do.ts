import type { Page } from '@playwright/test';
import type { KeyCommandId } from '@/lib/workbench/key-commands';
import { palette } from '../pages/palette';
import type { WorkbenchPage } from '../pages/workbench-page';
import { expect } from './test';

/** An article with two claims, open in a workbench, and a keyboard. */
type KeyBench = {
  readonly workbench: WorkbenchPage;
  readonly page: Page;
  readonly press: (id: KeyCommandId) => Promise<void>;
  readonly cursor: () => Promise<string>;
  /** Puts the cursor on the sentence about the cranes, which holds a claim and an open card. */
  readonly first: string;
  readonly second: string;
  /** A colleague marks words elsewhere. */
  readonly colleagueMarks: (words: string) => Promise<string>;
};

/** The words of the second claim. */
export const cranes = 'Three cranes were ordered in March.';

/** What each key of the workbench does, as the sheet says it. A key without a line here does not compile. */
export const whatKeysDo: Readonly<Record<KeyCommandId, (bench: KeyBench) => Promise<void>>> = {
  'mark.claim': (bench) => marks(bench, 'mark.claim', 'claim'),
  'mark.opinion': (bench) => marks(bench, 'mark.opinion', 'opinion'),
  'mark.sourced_fact': (bench) => marks(bench, 'mark.sourced_fact', 'sourced_fact'),
  'mark.no_fact': (bench) => marks(bench, 'mark.no_fact', 'no_fact'),
  async note({ workbench, page, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('note');
    await expect(workbench.noteBox(first)).toBeFocused();
    await page.keyboard.press('Escape');
  },
  async 'sentence.next'({ press, cursor }) {
    await press('sentence.next');
    expect(await cursor()).toBe('The harbour grows');
    await press('sentence.next');
    expect(await cursor()).toMatch(/^The port grew/);
  },
  async 'sentence.previous'({ press, cursor }) {
    await press('sentence.next');
    await press('sentence.next');
    await press('sentence.previous');
    expect(await cursor()).toBe('The harbour grows');
  },
  async 'gap.next'({ press, cursor }) {
    await press('gap.next');
    expect(await cursor()).toBe('The harbour grows');
  },
  async 'coverage.show'({ page, press }) {
    await press('coverage.show');
    await expect(page.getByRole('dialog', { name: 'Coverage' })).toBeVisible();
  },
  async 'fact.number'({ workbench, press, cursor }) {
    await press('fact.number');
    await expect(workbench.live).toContainText('Number not yet covered: ');
    expect(await cursor()).toMatch(/^\d/);
  },
  async 'fact.name'({ workbench, press }) {
    await press('fact.name');
    await expect(workbench.live).toContainText('No name was found in this text.');
  },
  async 'fact.date'({ workbench, press }) {
    await press('fact.date');
    await expect(workbench.live).toContainText('Every date found is covered.');
  },
  async 'fact.quotation'({ press, cursor }) {
    await press('fact.quotation');
    await expect.poll(cursor).toBe('Nobody expected this,');
  },
  async 'passage.grow'({ workbench, press }) {
    await workbench.select('ordered in');
    await expect(workbench.toolbar).toBeVisible();
    await press('passage.grow');
    await expect.poll(workbench.selectedWords).toBe(cranes);
  },
  'passage.endLater': (bench) =>
    refines(bench, ['passage.endEarlier', 'passage.endLater'], 'The harbour grows'),
  'passage.endEarlier': (bench) => refines(bench, ['passage.endEarlier'], 'The harbour'),
  'passage.startEarlier': (bench) =>
    refines(bench, ['passage.startLater', 'passage.startEarlier'], 'The harbour grows'),
  'passage.startLater': (bench) => refines(bench, ['passage.startLater'], 'harbour grows'),
  async 'annotation.next'({ workbench, press, first, second }) {
    await press('annotation.next');
    expect(await workbench.activeId()).toBe(first);
    await press('annotation.next');
    await expect.poll(workbench.activeId).toBe(second);
  },
  async 'annotation.previous'({ workbench, press, first, second }) {
    await workbench.openCard(second);
    await workbench.text.focus();
    await press('annotation.previous');
    await expect.poll(workbench.activeId).toBe(first);
  },
  async 'annotation.usePassage'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.select('harbour on the coast');
    await expect(workbench.toolbar).toBeVisible();
    await press('annotation.usePassage');
    await expect.poll(() => workbench.paintedWords(first)).toBe('harbour on the coast');
  },
  async 'annotation.repeat'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.select('They arrive in autumn.');
    await expect(workbench.toolbar).toBeVisible();
    await press('annotation.repeat');
    await expect(workbench.card(first)).toContainText('Said again once');
  },
  async 'annotation.delete'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('annotation.delete');
    await expect(workbench.cards).toHaveCount(1);
  },
  async 'anchor.accept'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('anchor.accept');
    await expect(workbench.notifications.getByText('Nothing waits to be accepted here.')).toBeVisible();
  },
  async 'check.take'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('check.take');
    await expect(workbench.card(first)).toContainText('In progress');
  },
  async 'check.propose'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('check.propose');
    await expect(workbench.card(first).getByRole('form')).toBeVisible();
  },
  async 'check.review'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('check.review');
    await expect(
      workbench.notifications.getByText('A second check is not possible while the claim is unchecked.'),
    ).toBeVisible();
  },
  async 'check.recheck'({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('check.recheck');
    await expect(
      workbench.notifications.getByText('Checking again is not possible while the claim is unchecked.'),
    ).toBeVisible();
  },
  async 'others.apply'({ workbench, page, press, colleagueMarks }) {
    const theirs = await colleagueMarks('The union is against it.');
    await expect(page.getByRole('button', { name: '1 new · apply' })).toBeVisible();
    await workbench.text.focus();
    await press('others.apply');
    await expect(workbench.card(theirs)).toBeVisible();
  },
  async undo({ workbench, press }) {
    await press('gap.next');
    await press('mark.claim');
    await expect(workbench.cards).toHaveCount(3);
    await press('undo');
    await expect(workbench.cards).toHaveCount(2);
  },
  async redo({ workbench, press }) {
    await press('gap.next');
    await press('mark.claim');
    await press('undo');
    await expect(workbench.cards).toHaveCount(2);
    await press('redo');
    await expect(workbench.cards).toHaveCount(3);
  },
  async leave({ workbench, press, first }) {
    await workbench.openCard(first);
    await workbench.text.focus();
    await press('leave');
    await expect(workbench.text.locator('mark[data-active]')).toHaveCount(0);
  },
  async palette({ page, press }) {
    await press('palette');
    await expect(palette(page).field).toBeFocused();
  },
  async keys({ page, press }) {
    await press('keys');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  },
};

async function marks({ workbench, press }: KeyBench, id: KeyCommandId, mark: string): Promise<void> {
  await press('gap.next');
  await press(id);
  await expect(workbench.cards).toHaveCount(3);
  await expect(workbench.painted(await workbench.activeId()).first()).toHaveAttribute('data-mark', mark);
}

async function refines(
  { press, cursor }: KeyBench,
  ids: readonly KeyCommandId[],
  words: string,
): Promise<void> {
  await press('sentence.next');
  for (const id of ids) await press(id);
  expect(await cursor()).toBe(words);
}
