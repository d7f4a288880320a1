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
  readonly press: (id: DeskCommandId) => Promise<void>;
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

/** What each key of the desk does, as the sheet says it. A key without a line here does not compile. */
const does: Readonly<Record<DeskCommandId, (desk: Desk) => Promise<void>>> = {
  async 'list.next'(desk) {
    const { newer, older } = await openList(desk);
    await desk.press('list.next');
    await expect(newer).toBeFocused();
    await desk.press('list.next');
    await expect(older).toBeFocused();
  },
  async 'list.previous'(desk) {
    const { newer } = await openList(desk);
    await desk.press('list.next');
    await desk.press('list.next');
    await desk.press('list.previous');
    await expect(newer).toBeFocused();
  },
  async 'list.open'(desk) {
    await openList(desk);
    await desk.press('list.next');
    await desk.press('list.open');
    await expect(desk.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
  async 'list.search'(desk) {
    await openList(desk);
    await desk.press('list.search');
    await expect(desk.page.getByRole('search').getByRole('textbox')).toBeFocused();
  },
  async 'queue.next'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.next');
    await expect(queue.current).toContainText('Three cranes');
  },
  async 'queue.previous'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.next');
    await expect(queue.current).toContainText('Three cranes');
    await desk.press('queue.previous');
    await expect(queue.current).toContainText(growth);
  },
  async 'queue.open'(desk) {
    await openQueue(desk);
    await desk.press('queue.open');
    await expect(desk.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
    await expect(desk.page).toHaveURL(/annotation=/);
  },
  async 'queue.finish'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.finish');
    await expect(queue.note).toBeFocused();
  },
  async 'queue.snooze'(desk) {
    await openQueue(desk);
    await desk.press('queue.snooze');
    await expect(desk.page.getByRole('menu')).toBeVisible();
  },
  async 'queue.reuse'(desk) {
    const { team } = desk;
    const earlier = await makeHarbour(team.editor);
    const claim = await markWords(team.editor, earlier, growth);
    await attachEvidence(team.editor, earlier.id, claim, 'Port statistics 2025');
    await proposeOutcome(team.editor, earlier.id, claim);
    const queue = await openQueue(desk);
    await expect(queue.matches).toHaveCount(1);
    await desk.press('queue.reuse');
    await expect(queue.notifications).toContainText('1 piece of evidence reused.');
  },
  async 'queue.select'(desk) {
    const { page, press } = desk;
    await openQueue(desk);
    await press('queue.select');
    await expect(page.getByText('1 claim selected')).toBeVisible();
    await press('queue.select');
    await expect(page.getByText('1 claim selected')).toBeHidden();
  },
  async 'queue.selectDown'(desk) {
    await openQueue(desk);
    await desk.press('queue.selectDown');
    await expect(desk.page.getByText('2 claims selected')).toBeVisible();
  },
  async 'queue.selectUp'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.next');
    await expect(queue.current).toContainText('Three cranes');
    await desk.press('queue.selectUp');
    await expect(desk.page.getByText('2 claims selected')).toBeVisible();
  },
  async 'queue.clear'(desk) {
    await openQueue(desk);
    await desk.press('queue.select');
    await expect(desk.page.getByText('1 claim selected')).toBeVisible();
    await desk.press('queue.clear');
    await expect(desk.page.getByText('1 claim selected')).toBeHidden();
  },
  async 'queue.list'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.list');
    await expect(queue.current).toBeFocused();
  },
  async 'queue.undo'(desk) {
    const queue = await openQueue(desk);
    await desk.press('queue.finish');
    await expect(queue.note).toBeFocused();
    await desk.page.keyboard.press('Control+Enter');
    await expect(queue.lines).toHaveCount(1);
    await expect(queue.notifications.getByRole('button', { name: 'Undo' })).toBeVisible();
    await desk.press('queue.undo');
    await expect(queue.lines).toHaveCount(2);
  },
  async 'inbox.next'(desk) {
    const inbox = await openInbox(desk);
    await desk.press('inbox.next');
    await desk.press('inbox.open');
    await expect(inbox.list).toBeHidden();
    await expect(desk.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
  async 'inbox.previous'(desk) {
    const inbox = await openInbox(desk);
    await desk.press('inbox.next');
    await desk.press('inbox.previous');
    await desk.press('inbox.read');
    await expect(inbox.badge(1)).toBeVisible();
  },
  async 'inbox.open'(desk) {
    await openInbox(desk);
    await desk.press('inbox.open');
    await expect(desk.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
  async 'inbox.read'(desk) {
    const inbox = await openInbox(desk);
    await desk.press('inbox.read');
    await expect(inbox.badge(1)).toBeVisible();
  },
  async 'inbox.undo'(desk) {
    const inbox = await openInbox(desk);
    await desk.press('inbox.read');
    await expect(inbox.badge(1)).toBeVisible();
    await desk.press('inbox.undo');
    await expect(inbox.badge(2)).toBeVisible();
  },
  async 'compare.next'(desk) {
    const changes = await openComparison(desk);
    await desk.press('compare.next');
    await expect(changes.first()).toBeFocused();
    await desk.press('compare.next');
    await expect(changes.last()).toBeFocused();
  },
  async 'compare.previous'(desk) {
    const changes = await openComparison(desk);
    await desk.press('compare.next');
    await desk.press('compare.next');
    await desk.press('compare.previous');
    await expect(changes.first()).toBeFocused();
  },
  async 'compare.accept'(desk) {
    const changes = await openComparison(desk);
    await desk.press('compare.accept');
    await expect(changes.first().getByRole('button', { name: 'Accept' })).toHaveCount(0);
    await expect(desk.page.getByText('Accepted.')).toBeAttached();
  },
  async 'compare.recheck'(desk) {
    await openComparison(desk);
    await desk.press('compare.recheck');
    await expect(desk.page.getByText('Nothing here is stale.').first()).toBeAttached();
  },
  async 'sources.search'(desk) {
    await desk.page.goto('/sources');
    const field = desk.page.getByRole('search').getByRole('textbox');
    await untilAlive(field);
    await desk.press('sources.search');
    await expect(field).toBeFocused();
  },
  async 'session.down'(desk) {
    const { second } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.down');
    await expect(second).toBeFocused();
  },
  async 'session.up'(desk) {
    const { first } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.down');
    await desk.press('session.up');
    await expect(first).toBeFocused();
  },
  async 'session.right'(desk) {
    const { held } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.right');
    await expect(held).toBeFocused();
  },
  async 'session.left'(desk) {
    const { first } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.right');
    await desk.press('session.left');
    await expect(first).toBeFocused();
  },
  async 'session.take'(desk) {
    const { board } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.take');
    await expect(board.column('In progress').getByRole('listitem')).toHaveCount(2);
  },
  async 'session.vote'(desk) {
    const { board } = await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.vote');
    await expect(board.dialog).toContainText(growth);
  },
  async 'session.article'(desk) {
    await openBoard(desk);
    await desk.press('session.down');
    await desk.press('session.article');
    await expect(desk.page).toHaveURL(/annotation=/);
    await expect(desk.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
  },
};

test('each key of the desk does on its page what the sheet says', async ({ as }) => {
  test.setTimeout(180_000);
  const page = await as('reviewer');
  for (const id of deskCommandIds) {
    await test.step(id, async () => {
      const team = await makeSignInTeam();
      await signIn(page.context(), origin(), team.reviewer);
      await does[id]({ page, team, press: (command) => page.keyboard.press(pressOf(command)) });
    });
  }
});

/** The first press of a command, as Playwright writes it. */
function pressOf(id: DeskCommandId): string {
  const press = commandTable.find((command) => command.id === id)?.presses[0];
  if (press === undefined) throw new Error(`${id} has no key.`);
  return [...(press.mod ? ['Control'] : []), ...(press.shift ? ['Shift'] : []), press.key].join('+');
}
