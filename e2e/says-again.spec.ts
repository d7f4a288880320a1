import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { reviseArticle } from '@/lib/server/articles/revise-article';
import { plainDoc } from '@/prisma/builders/article';
import { workbenchPage } from './pages/workbench-page';
import { makeHarbour, markWords } from './support/articles';
import { expect, test } from './support/test';

const text = [
  'Port rents up 12 percent',
  'In the port rents rose by twelve per cent, said Ada Quill of the housing office.',
  'Then Quill spoke of 12% again. The council met 340 tenants.',
].join('\n\n');

test('repeated numbers are linked, and one changed alone is told at the others', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer, text);
  const headline = await markWords(team.reviewer, article, 'Port rents up 12 percent');
  const workbench = workbenchPage(await as('reviewer'));
  const { page, live } = workbench;
  await workbench.open(article.id);
  const card = await workbench.openCard(headline);
  const elsewhere = card.getByRole('region', { name: 'Also elsewhere in this article' });
  await expect(elsewhere.getByRole('button')).toHaveCount(2);
  await elsewhere.getByRole('button', { name: /^Go to “.*twelve per cent/ }).press('Enter');
  await expect(workbench.text).toBeFocused();
  expect((await workbench.cursor.allTextContents()).join('')).toBe('twelve per cent');

  await page.keyboard.press('0');
  const panel = page.getByRole('dialog', { name: 'Coverage' });
  const repeats = panel.getByRole('list', { name: 'What the article says again' }).getByRole('button');
  await expect(repeats).toHaveText(['12 percentNumber, 3 places', 'Ada QuillName, 2 places']);
  await repeats.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(live).toContainText('“Ada Quill”, place 1 of 2');
  await repeats.nth(1).press('Enter');
  expect((await workbench.cursor.allTextContents()).join('')).toBe('Quill');

  await revise(team.editor, article.id, text.replace('twelve per cent', '21 percent'));
  await page.reload();
  await expect(workbench.text).toContainText('21 percent');
  await page.keyboard.press('0');
  const left = panel.getByRole('list', { name: 'What the new text left behind' });
  await expect(left).toContainText('“twelve per cent” is now “21 percent”');
  await left.getByRole('button', { name: /^Still as before, place 2 of 2: .*12%/ }).press('Enter');
  expect((await workbench.cursor.allTextContents()).join('')).toBe('12%');
  await page.keyboard.press('0');
  await expect(
    (await workbench.openCard(headline)).getByText(/Elsewhere “twelve per cent” is “21 percent”/),
  ).toBeVisible();
});

async function revise(actor: Actor, articleId: string, changed: string): Promise<void> {
  const { revision } = await getArticleState(actor, articleId);
  await reviseArticle(actor, articleId, {
    commandId: randomUUID(),
    type: 'article.revise',
    baseRevisionId: revision.id,
    revisionId: randomUUID(),
    doc: plainDoc(changed),
    edits: null,
    source: 'pasted',
    reason: 'Corrected by the desk.',
  });
}
