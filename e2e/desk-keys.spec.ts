import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { plainToRichText } from '@/lib/domain/rich-text';
import { commandTable } from '@/lib/workbench/command-table';
import { type DeskCommandId, deskCommandIds } from '@/lib/workbench/desk-commands';
import { makeArticle } from '@/prisma/builders/article';
import { articlesPage } from './pages/articles-page';
import { inboxPage } from './pages/inbox-page';
import { queuePage } from './pages/queue-page';
import { sessionPage } from './pages/session-page';
import { untilAlive } from './support/alive';
import { act, makeHarbour, markWords, raiseFlag, reviseWords } from './support/articles';
import { attachEvidence, proposeOutcome } from './support/check-steps';
import { makeSignInTeam, type SignInTeam, signIn } from './support/people';
import { makeSession } from './support/sessions';
import { expect, origin, test } from './support/test';

type Desk = {
  readonly page: Page;
  readonly team: SignInTeam;
  readonly press: (...ids: readonly DeskCommandId[]) => Promise<void>;
};

const growth = 'The port grew by 40 percent in one year';

/** Two articles; the newer one stands first. */
async function openList({ page, team }: Desk) {
  await makeArticle(team.editor, { title: 'The older one', text: 'A paragraph.' });
  await makeArticle(team.editor, { title: 'The newer one', text: 'A paragraph.' });
  await articlesPage(page).open();
  await untilAlive(page.getByRole('link', { name: 'The newer one' }));
  return {
    newer: page.getByRole('link', { name: 'The newer one' }),
    older: page.getByRole('link', { name: 'The older one' }),
  };
}

/** Two flagged claims, of which the urgent one stands first and is open. */
async function openQueue({ page, team }: Desk) {
  const article = await makeHarbour(team.editor);
  const first = await markWords(team.editor, article, growth);
  await raiseFlag(team.editor, article.id, first, 'Only one source.', 'urgent');
  const second = await markWords(team.editor, article, 'Three cranes');
  await raiseFlag(team.editor, article.id, second, 'Who says so?', 'low');
  const queue = queuePage(page);
  await queue.open();
  await expect(queue.lines).toHaveCount(2);
  await expect(queue.current).toContainText(growth);
  await untilAlive(queue.lines.first());
  return queue;
}

/** Two questions to the reviewer. */
async function openInbox({ page, team }: Desk) {
  const article = await makeHarbour(team.editor);
  for (const words of ['Three cranes', growth]) {
    await act(team.editor, article.id, {
      type: 'thread.open',
      annotationId: await markWords(team.editor, article, words),
      threadId: randomUUID(),
      replyId: randomUUID(),
      kind: 'discussion',
      body: plainToRichText(`Rhea, look at this: ${words}`),
      mentions: [team.reviewer.userId],
    });
  }
  const inbox = inboxPage(page);
  await inbox.open();
  await expect(inbox.list.getByRole('listitem')).toHaveCount(2);
  await expect(inbox.badge(2)).toBeVisible();
  await untilAlive(inbox.list.getByRole('listitem').first());
  return inbox;
}

/** A revision with two changes: a figure under a claim, and a last paragraph. The first change has the focus. */
async function openComparison({ page, team }: Desk) {
  const article = await makeHarbour(team.editor);
  await markWords(team.editor, article, growth);
  await reviseWords(team.editor, article.id, '40 percent', '60 percent');
  await reviseWords(team.editor, article.id, 'The union is against it.', 'The union is for it.');
  await page.goto(`/articles/${article.id}/compare?from=1&to=3`);
  const changes = page.getByRole('listitem', { name: /^Change \d of 2/ });
  await expect(changes).toHaveCount(2);
  await untilAlive(changes.first());
  return changes;
}

/** The board of a session with two claims to do and a third one that the editor is on. */
async function openBoard({ page, team }: Desk) {
  const article = await makeHarbour(team.editor);
  await markWords(team.editor, article, growth);
  await markWords(team.editor, article, 'Three cranes');
  const annotationId = await markWords(team.editor, article, 'They arrive in autumn');
  await act(team.editor, article.id, { type: 'check.begin', annotationId, version: 1 });
  const sessionId = await makeSession(team.editor, article.id, [team.reviewer]);
  const board = sessionPage(page);
  await board.open(sessionId);
  const link = (words: string) => board.card(words).getByRole('link');
  await untilAlive(link(growth));
  return {
    board,
    first: link(growth),
    second: link('Three cranes'),
    held: link('They arrive in autumn'),
  };
}

/** What the keys of each page do, as the sheet says it: one visit, one key after another. */
const journeys: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  async articles(desk) {
    const { page, press } = desk;
    const { newer, older } = await openList(desk);
    await press('list.next');
    await expect(newer).toBeFocused();
    await press('list.next');
    await expect(older).toBeFocused();
    await press('list.previous');
    await expect(newer).toBeFocused();
    await press('list.search');
    await expect(page.getByRole('search').getByRole('textbox')).toBeFocused();
    await newer.focus();
    await press('list.open');
    await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
  async queue(desk) {
    const { page, team, press } = desk;
    const earlier = await makeHarbour(team.editor);
    const claim = await markWords(team.editor, earlier, growth);
    await attachEvidence(team.editor, earlier.id, claim, 'Port statistics 2025');
    await proposeOutcome(team.editor, earlier.id, claim);
    const queue = await openQueue(desk);
    await expect(queue.matches).toHaveCount(1);
    await press('queue.list');
    await expect(queue.current).toBeFocused();
    await press('queue.next');
    await expect(queue.current).toContainText('Three cranes');
    await press('queue.previous');
    await expect(queue.current).toContainText(growth);

    const selected = (words: string) => page.getByText(`${words} selected`, { exact: true });
    await press('queue.select');
    await expect(selected('1 claim')).toBeVisible();
    await press('queue.select');
    await expect(selected('1 claim')).toBeHidden();
    await press('queue.select');
    await expect(selected('1 claim')).toBeVisible();
    await press('queue.clear');
    await expect(selected('1 claim')).toBeHidden();
    await press('queue.selectDown');
    await expect(selected('2 claims')).toBeVisible();
    await press('queue.clear');
    await expect(selected('2 claims')).toBeHidden();
    await expect(queue.current).toContainText('Three cranes');
    await press('queue.selectUp');
    await expect(selected('2 claims')).toBeVisible();
    await press('queue.clear');
    await expect(selected('2 claims')).toBeHidden();
    await expect(queue.current).toContainText(growth);

    await press('queue.snooze');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await press('queue.reuse');
    await expect(queue.notifications).toContainText('1 piece of evidence reused.');
    await press('queue.finish');
    await expect(queue.note).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(queue.lines).toHaveCount(1);
    await expect(queue.notifications.getByRole('button', { name: 'Undo' }).last()).toBeVisible();
    await press('queue.undo');
    await expect(queue.lines).toHaveCount(2);
    await expect(queue.notifications.getByText('Looked at.')).toHaveCount(0);
    await press('queue.open');
    await expect(page).toHaveURL(/annotation=/);
    await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
    await untilAlive(page.locator('header').getByRole('link', { name: 'Review queue' }));
    await press('queue.list');
    await expect(page).toHaveURL(/\/queue\?annotation=/);
    await expect(queue.lines).toHaveCount(2);
  },
  async inbox(desk) {
    const { page, press } = desk;
    const inbox = await openInbox(desk);
    await press('inbox.next', 'inbox.previous', 'inbox.read');
    await expect(inbox.badge(1)).toBeVisible();
    await press('inbox.undo');
    await expect(inbox.badge(2)).toBeVisible();
    await press('inbox.next', 'inbox.open');
    await expect(inbox.list).toBeHidden();
    await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
  async comparison(desk) {
    const changes = await openComparison(desk);
    await desk.press('compare.next');
    await expect(changes.first()).toBeFocused();
    await desk.press('compare.next');
    await expect(changes.last()).toBeFocused();
    await desk.press('compare.previous');
    await expect(changes.first()).toBeFocused();
    await desk.press('compare.recheck');
    await expect(desk.page.getByText('Nothing here is stale.').first()).toBeAttached();
    await desk.press('compare.accept');
    await expect(changes.first().getByRole('button', { name: 'Accept' })).toHaveCount(0);
    await expect(desk.page.getByText('Accepted.').first()).toBeAttached();
  },
  async sources({ page, press }) {
    await page.goto('/sources');
    const field = page.getByRole('search').getByRole('textbox');
    await untilAlive(field);
    await press('sources.search');
    await expect(field).toBeFocused();
  },
  async session(desk) {
    const { page, press } = desk;
    const { board, first, second, held } = await openBoard(desk);
    await press('session.down', 'session.down');
    await expect(second).toBeFocused();
    await press('session.up');
    await expect(first).toBeFocused();
    await press('session.right');
    await expect(held).toBeFocused();
    await press('session.left');
    await expect(first).toBeFocused();
    await press('session.vote');
    await expect(board.dialog).toContainText(growth);
    await board.closeDialog();
    await first.focus();
    await press('session.take');
    await expect(board.column('In progress').getByRole('listitem')).toHaveCount(2);
    await second.focus();
    await press('session.article');
    await expect(page).toHaveURL(/annotation=/);
    await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
};

test('each key of the desk does on its page what the sheet says', async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as('reviewer');
  const pressed = new Set<string>();
  for (const [name, travel] of Object.entries(journeys)) {
    await test.step(name, async () => {
      const team = await makeSignInTeam();
      await signIn(page.context(), origin(), team.reviewer);
      const press = async (...ids: readonly DeskCommandId[]) => {
        for (const id of ids) {
          pressed.add(id);
          await page.keyboard.press(pressOf(id));
        }
      };
      await travel({ page, team, press });
    });
  }
  expect([...pressed].sort()).toEqual([...deskCommandIds].sort());
});

/** The first press of a command, as Playwright writes it. */
function pressOf(id: DeskCommandId): string {
  const press = commandTable.find((command) => command.id === id)?.presses[0];
  if (press === undefined) throw new Error(`${id} has no key.`);
  return [...(press.mod ? ['Control'] : []), ...(press.shift ? ['Shift'] : []), press.key].join('+');
}
