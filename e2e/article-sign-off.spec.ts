import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { plainToRichText } from '@/lib/domain/rich-text';
import { workbenchPage } from './pages/workbench-page';
import { untilKept } from './support/alive';
import { act, makeHarbour, markWords, stateOf } from './support/articles';
import { makeColleague } from './support/people';
import { expect, test } from './support/test';

const text = 'The port grew. It cost 12 million. Nobody asked. The quay is old.';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Sign off this article' });

const proposal = {
  outcome: 'confirmed',
  verdict: null,
  suggestedWording: null,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'By the books.',
  confidence: null,
  confidenceReason: null,
} as const;

test('an editor is refused in words until gap, query and dispute are settled, signs, and a later mark counts', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer, text);
  const first = await markWords(team.reviewer, article, 'The port grew.');
  const second = await markWords(team.reviewer, article, 'It cost 12 million.');
  await markWords(team.reviewer, article, 'Nobody asked.', 'opinion');
  const threadId = randomUUID();
  await act(team.reviewer, article.id, {
    type: 'thread.open',
    annotationId: first,
    threadId,
    replyId: randomUUID(),
    kind: 'author_query',
    body: plainToRichText('Which year?'),
    mentions: [],
  });
  const at = async () => ({
    annotationId: second,
    version: (await stateOf(team.reviewer, article.id)).annotations[second]?.check.version ?? 0,
  });
  await act(team.reviewer, article.id, { type: 'check.propose', ...(await at()), fields: proposal });
  const other = await makeColleague(team.id, 'Tom Third', 'reviewer');
  await act(other, article.id, { type: 'check.dispute', ...(await at()), reason: 'Another figure.' });

  const workbench = workbenchPage(await as('editor'));
  const { page } = workbench;
  await workbench.open(article.id);
  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText('One sentence has no decision and no waiver.').first()).toBeVisible();
  await expect(dialog.getByText('One author query is open.').first()).toBeVisible();
  await expect(dialog.getByText('One claim is disputed.').first()).toBeVisible();
  await expect(dialog.getByText(/^2 claims are not signed off\./)).toBeVisible();
  const sign = dialog.getByRole('button', { name: 'Sign off', exact: true });
  await expect(sign).toHaveAttribute('aria-disabled', 'true');
  await expect(sign).toHaveAccessibleDescription(/One claim is disputed\./);
  await expect(dialog.getByRole('checkbox', { name: /although/ })).toHaveCount(0);

  await dialog.getByRole('button', { name: /Author query open/ }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => workbench.activeId()).toBe(first);
  await act(team.editor, article.id, { type: 'thread.resolve', annotationId: first, threadId, version: 1 });
  await act(team.editor, article.id, {
    type: 'check.decide',
    ...(await at()),
    upholds: 'proposal',
    note: 'The books are right.',
  });
  await page.reload();

  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(dialog.getByText('One author query is open.')).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Waive “The quay is old.”' }).check();
  await expect(sign).toHaveAccessibleDescription('Say why these sentences need no decision.');
  await dialog.getByRole('textbox', { name: 'Reason for what is waived' }).fill('Known to everybody.');
  await untilKept(page);
  await page.reload();
  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Reason for what is waived' })).toHaveValue(
    'Known to everybody.',
  );
  await expect(dialog.getByText('Nothing stands against it.')).toBeVisible();
  await sign.click();
  await expect(dialog).toBeHidden();
  const state = page.getByRole('button', { name: 'Sign-off: Signed off' });
  await expect(state).toBeVisible();
  await workbench.settle();

  await workbench.select('Nobody');
  await expect(workbench.toolbar).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Sign-off: 1 change since' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign-off: 1 change since' }).click();
  await expect(dialog.getByText('Signed off by Edda Editor')).toBeVisible();
  await expect(dialog.getByText(/revision 1 · 1 change since/)).toBeVisible();
  await dialog.getByText('Waived: 1 sentence').click();
  await expect(dialog.getByText('Known to everybody.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('/articles');
  await expect(page.getByRole('listitem').filter({ hasText: 'The harbour grows' })).toContainText(
    'Changed since sign-off',
  );
});

test('an owner overrides with a reason, which the report shows, and withdraws it with another', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer, text);
  const workbench = workbenchPage(await as('owner'));
  const { page } = workbench;
  await workbench.open(article.id);
  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  const dialog = dialogOf(page);
  const sign = dialog.getByRole('button', { name: 'Sign off', exact: true });
  await dialog.getByRole('checkbox', { name: 'Sign off although this stands against it' }).check();
  await expect(sign).toHaveAccessibleDescription('Say why it is signed off all the same.');
  await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill('It goes to print at six.');
  await sign.click();
  await expect(dialog).toBeHidden();
  await workbench.settle();
  const { words } = await workbench.download('HTML page');
  expect(words).toContain('It goes to print at six.');
  expect(words).toContain('4 sentences have no decision and no waiver.');

  await page.getByRole('button', { name: 'Sign-off: Signed off' }).click();
  await dialog.getByRole('button', { name: 'Withdraw the sign-off' }).click();
  await dialog.getByRole('button', { name: 'Withdraw the sign-off' }).click();
  await expect(dialog.getByText('Say why the sign-off is withdrawn.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason for withdrawing' }).fill('A reader wrote.');
  await dialog.getByRole('button', { name: 'Withdraw the sign-off' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sign off', exact: true })).toBeVisible();
  await workbench.settle();
  expect((await stateOf(team.owner, article.id)).article.signOff).toBeNull();
});

test('a reviewer reads in words why the sign-off is not theirs to give', async ({ as, team }) => {
  const article = await makeHarbour(team.reviewer, text);
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  await expect(page.getByRole('button', { name: 'Sign off', exact: true })).toHaveCount(0);
  await page.keyboard.press('0');
  const panel = page.getByRole('dialog', { name: 'Coverage' });
  const button = panel.getByRole('button', { name: 'Sign off', exact: true });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('Only an editor or the owner signs an article off.');
});
