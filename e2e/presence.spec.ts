import type { Locator, Page } from '@playwright/test';
import { db } from '@/lib/db/client';
import { changeName } from '@/lib/server/team/change-name';
import { checkCard } from './pages/check-card';
import { historyPage } from './pages/history-page';
import { workbenchPage } from './pages/workbench-page';
import { makeHarbour, markWords } from './support/articles';
import { findBarriers } from './support/axe';
import { expect, test } from './support/test';

/** Long enough to scroll: the harbour's paragraphs with others between them. */
const longText = [
  'The harbour grows',
  'The port grew by 40 percent in one year, from 8.1 to 11.4 million tonnes.',
  ...Array.from(
    { length: 30 },
    (_, index) => `In year ${1990 + index} nothing was built. The quay stayed as it was.`,
  ),
  'Three cranes were ordered in March. They arrive in autumn. The union is against it.',
].join('\n\n');

test('three people in one article see where the others are, follow, write and take over, and nothing of theirs moves', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor, longText);
  const claim = await markWords(team.editor, article, '40 percent');
  const rhea = workbenchPage(await as('reviewer'));
  const edda = workbenchPage(await as('editor'));
  const vito = workbenchPage(await as('viewer'));
  for (const one of [rhea, edda, vito]) await one.open(article.id);

  // Who is here, in a list that is not read out by itself.
  const here = (page: Page): Locator => page.getByRole('list', { name: 'Here now' }).getByRole('button');
  await expect(here(rhea.page)).toHaveCount(2);
  await expect(here(edda.page)).toHaveCount(2);
  await expect(here(vito.page)).toHaveCount(2);

  // A selection far away is told and drawn, and moves nothing.
  await edda.select('Three cranes');
  await expect(
    rhea.page.getByRole('button', { name: 'Edda Editor looks at “Three cranes”. Follow' }),
  ).toBeVisible();
  await expect.poll(() => underlined(rhea.page)).toEqual(['Three cranes']);
  await expect(rhea.page.locator('[data-presence-flag]', { hasText: 'Edda Editor' })).toHaveCount(1);
  expect(await rhea.page.evaluate(() => window.scrollY)).toBe(0);

  // Rhea writes; what the others do meanwhile is painted, waits in the margin and moves neither words nor scroll.
  const box = await rhea.beginNote(claim);
  await rhea.page.keyboard.type('Asked the');
  await expect(vito.card(claim).getByRole('img', { name: 'Rhea Reviewer is writing here' })).toBeVisible();
  const before = await rhea.card(claim).boundingBox();
  const scrolled = await rhea.page.evaluate(() => window.scrollY);
  const theirs = await edda.mark('Claim');
  await expect(vito.painted(theirs)).toBeAttached();
  const news = rhea.page.getByRole('button', { name: '1 new · apply' });
  await expect(news).toBeVisible();
  await expect(box).toBeFocused();
  await rhea.page.keyboard.type(' yard.');
  await expect(box).toHaveText('Asked the yard.');
  expect(await rhea.card(claim).boundingBox()).toEqual(before);
  expect(await rhea.page.evaluate(() => window.scrollY)).toBe(scrolled);
  await rhea.page.keyboard.press('ControlOrMeta+Enter');
  await expect(rhea.card(claim).getByText('Asked the yard.')).toBeVisible();
  await rhea.text.focus();
  await rhea.page.keyboard.press('l');
  await expect(news).toBeHidden();

  // Following goes where the other goes, until Escape.
  await rhea.page.getByRole('button', { name: /^Edda Editor .*Follow$/ }).click();
  await expect(rhea.page.getByText('Following Edda Editor')).toBeVisible();
  await expect(rhea.painted(theirs)).toBeInViewport();
  expect(await findBarriers(rhea.page)).toEqual([]);
  await edda.select('In year 2004');
  await expect.poll(() => underlined(rhea.page)).toEqual(['In year 2004']);
  await expect.poll(() => rhea.page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  // Their name stands there for a while, also where nothing may move by itself.
  await expect(rhea.page.locator('[data-presence-flag]', { hasText: 'Edda Editor' })).toHaveCSS(
    'opacity',
    '1',
  );
  await rhea.page.keyboard.press('Escape');
  await expect(rhea.page.getByText('Following Edda Editor')).toBeHidden();

  // On a phone the row is a number, and the list is behind it.
  const pocket = workbenchPage(await as('reviewer', { width: 390 }));
  await pocket.open(article.id);
  await pocket.page.getByRole('button', { name: '2 other people are here. Show who' }).click();
  const list = pocket.page.getByRole('dialog', { name: 'Here now' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Edda Editor' })).toContainText(
    'has the card of “Three cranes” open',
  );
  await list.getByRole('button', { name: 'Follow Edda Editor' }).click();
  await expect(list).toBeHidden();
  await expect(pocket.page.getByText('Following Edda Editor')).toBeVisible();
  await expect.poll(() => pocket.page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await pocket.page.close();

  const record = historyPage(await vito.page.context().newPage());
  await record.open(article.id);
  await expect(record.line('Edda Editor').first()).toBeVisible();

  // On a claim: who has it open, who took it, and how it is taken over.
  const checkOfEdda = checkCard(edda, claim);
  await checkOfEdda.open();
  await expect(vito.card(claim).getByRole('img', { name: 'Edda Editor is on this claim' })).toBeVisible();
  await checkOfEdda.step('Take').click();
  const checkOfRhea = checkCard(rhea, claim);
  await checkOfRhea.open();
  await rhea.page.getByRole('button', { name: /new · apply/ }).click();
  await expect(checkOfRhea.section.getByText('Edda Editor is on this claim · here now')).toBeVisible();
  await checkOfRhea.section.getByRole('button', { name: 'Take over from Edda Editor' }).click();
  await expect(checkOfRhea.section.getByText('You are on this claim')).toBeVisible();

  // Who is called otherwise is called so on every open page: in the row, on cards and in the history.
  await rhea.clickWords('Three cranes');
  await changeName(team.editor, 'Edda Ehrlich');
  const within = { timeout: 5_000 };
  await expect(rhea.page.getByRole('button', { name: /^Edda Ehrlich .*Follow$/ })).toBeVisible(within);
  await expect(rhea.card(theirs)).toContainText('Edda Ehrlich', within);
  await expect(record.line('Edda Ehrlich').first()).toBeVisible(within);
  await expect(record.page.getByText('Edda Editor')).toHaveCount(0);
  await record.page.close();

  // Who leaves is gone within seconds, and so is who is put out.
  await edda.page.context().close();
  await expect(here(rhea.page)).toHaveCount(1);
  await db.membership.update({
    where: { teamId_userId: { teamId: team.id, userId: team.viewer.userId } },
    data: { disabledAt: new Date() },
  });
  await expect(here(rhea.page)).toHaveCount(0);
  await expect(vito.page.getByText('You are signed out.')).toBeVisible();
});

/** The words under which the page draws a colleague’s line. */
function underlined(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const text = document.createTreeWalker(
      document.querySelector('.article-text') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    const signs: { readonly sign: string; readonly box: DOMRect }[] = [];
    while (text.nextNode()) {
      const node = text.currentNode;
      for (const [at, sign] of [...(node.textContent ?? '')].entries()) {
        const one = document.createRange();
        one.setStart(node, at);
        one.setEnd(node, at + 1);
        signs.push({ sign, box: one.getBoundingClientRect() });
      }
    }
    return [...document.querySelectorAll('[data-presence-line]')].map((line) => {
      const { left, right, top } = line.getBoundingClientRect();
      const isOver = ({ box }: { readonly box: DOMRect }) =>
        Math.abs(box.bottom - top) < 8 && box.left >= left - 1 && box.right <= right + 1;
      return signs
        .filter(isOver)
        .map(({ sign }) => sign)
        .join('');
    });
  });
}
