import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { plainToRichText } from '@/lib/domain/rich-text';
import { inboxPage } from './pages/inbox-page';
import { threadsOn } from './pages/threads-on-card';
import { workbenchPage } from './pages/workbench-page';
import { untilAlive } from './support/alive';
import { act, annotationsOf, makeHarbour, markWords, type TestArticle } from './support/articles';
import { makeColleague, type SignInTeam } from './support/people';
import { expect, test } from './support/test';

const claim = 'The port grew by 40 percent in one year';

/** A claim whose outcome the reviewer has proposed and a colleague has confirmed: ready to be signed off. */
async function confirmedClaim(team: SignInTeam) {
  const article = await makeHarbour(team.editor);
  const id = await markWords(team.reviewer, article, claim);
  const colleague = await makeColleague(team.id, 'Carl Colleague', 'reviewer');
  await act(team.reviewer, article.id, {
    type: 'check.propose',
    annotationId: id,
    version: 1,
    fields: {
      outcome: 'confirmed',
      suggestedWording: null,
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'The port’s own figures.',
      confidence: null,
      confidenceReason: null,
      verdict: null,
    },
  });
  await act(colleague, article.id, {
    type: 'check.review',
    annotationId: id,
    version: 2,
    secondCheckId: randomUUID(),
    fields: { outcome: 'confirmed', verdict: null, note: '', suggestedWording: null },
  });
  return { article, id, colleague };
}

async function annotationOf(actor: Actor, article: TestArticle, id: string): Promise<Annotation> {
  const found = (await annotationsOf(actor, article.id)).find((annotation) => annotation.id === id);
  if (found === undefined) throw new Error('The annotation is gone.');
  return found;
}

async function signOff(actor: Actor, article: TestArticle, id: string): Promise<void> {
  const { check } = await annotationOf(actor, article, id);
  await act(actor, article.id, { type: 'check.sign_off', annotationId: id, version: check.version });
}

test('a question goes to the writer and back, and blocks sign-off until it is resolved', async ({
  as,
  team,
}) => {
  test.slow();
  const { article, id } = await confirmedClaim(team);
  const reviewer = await as('reviewer');
  const desk = workbenchPage(reviewer);
  await desk.open(article.id, `?annotation=${id}`);
  const asking = threadsOn(reviewer, desk.card(id));
  await asking.ask.click();
  await expect(asking.question).toBeFocused();

  // The mention is chosen by keyboard: arrows move, the text box keeps the focus and names the option.
  await reviewer.keyboard.type('Who counted the tonnes, @ed');
  await expect(asking.people.getByRole('option')).toHaveCount(1);
  const option = asking.people.getByRole('option', { name: team.editor.name });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(asking.question).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  );
  await reviewer.keyboard.press('Enter');
  await expect(asking.people).toBeHidden();
  await reviewer.keyboard.type('knows?');
  await asking.question.press('Control+Enter');
  const asked = asking.thread('Author query');
  await expect(asked).toContainText(`Who counted the tonnes, @${team.editor.name} knows?`);
  await expect(asked).toContainText('Blocks sign-off');
  await desk.settle();
  await expect(signOff(team.editor, article, id)).rejects.toThrow('An author query is open.');

  const editor = await as('editor');
  const inbox = inboxPage(editor);
  await editor.goto('/articles');
  // a second check was wanted, and now the mention
  await expect(inbox.badge(2)).toBeVisible();
  await inbox.badge(2).click();
  const mention = inbox.line(`${team.reviewer.name} mentioned you`);
  await expect(mention).toContainText('Who counted the tonnes');
  await mention.getByRole('link').click();
  await expect(workbenchPage(editor).card(id)).toContainText('Who counted the tonnes');
  await expect(inbox.badge(1)).toBeVisible();

  const writer = await as('viewer');
  await inboxPage(writer).open();
  await inboxPage(writer).line(`${team.reviewer.name} asks the writer`).getByRole('link').click();
  const answering = threadsOn(writer, workbenchPage(writer).card(id));
  await answering.thread('Author query').getByRole('button', { name: 'Answer', exact: true }).click();
  await answering.post(
    writer.getByRole('textbox', { name: 'Answer to the author query' }),
    'The harbour office did.',
  );
  await workbenchPage(writer).settle();
  await expectNothingElse(writer, id, article, team);

  await inboxPage(reviewer).open();
  await inboxPage(reviewer).line(`${team.viewer.name} answered your question`).getByRole('link').click();
  await asked.getByRole('button', { name: 'Resolve' }).click();
  await expect(asked).toContainText('Resolved');
  await expect(asking.message('The harbour office did.')).toBeHidden();
  await desk.settle();
  await signOff(team.editor, article, id);
  expect((await annotationOf(team.editor, article, id)).check.status).toBe('signed_off');
});

/** The writer answers, and that is all: on the card as in the rule book. */
async function expectNothingElse(
  page: Page,
  id: string,
  article: TestArticle,
  team: SignInTeam,
): Promise<void> {
  const card = workbenchPage(page).card(id);
  const threads = threadsOn(page, card);
  await expect(threads.ask).toBeHidden();
  await expect(threads.discuss).toBeHidden();
  await expect(threads.list.getByRole('button', { name: 'Resolve' })).toBeHidden();
  for (const name of ['Note', 'Evidence', 'Flag']) {
    await expect(card.getByRole('button', { name, exact: true })).toBeDisabled();
  }
  await expect(card).toContainText('Viewers read, answer author queries and export');
  const [thread] = (await annotationOf(team.viewer, article, id)).threads;
  const before = await annotationOf(team.viewer, article, id);
  const about = { annotationId: id };
  const refused: readonly Parameters<typeof act>[2][] = [
    { type: 'thread.resolve', ...about, threadId: thread?.id ?? '', version: 1 },
    {
      type: 'thread.open',
      ...about,
      threadId: randomUUID(),
      replyId: randomUUID(),
      kind: 'discussion',
      body: plainToRichText('May I?'),
      mentions: [],
    },
    { type: 'note.create', ...about, noteId: randomUUID(), body: plainToRichText('May I?') },
    { type: 'check.begin', ...about, version: before.check.version },
  ];
  for (const command of refused) {
    await expect(act(team.viewer, article.id, command)).rejects.toThrow(/^Viewers/);
  }
  expect(await annotationOf(team.viewer, article, id)).toEqual(before);
}

test('a discussion is edited with its versions kept, deleted with Undo, and opened again by a reply', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  const id = await markWords(team.reviewer, article, claim);
  const page = await as('reviewer');
  const desk = workbenchPage(page);
  await desk.open(article.id, `?annotation=${id}`);
  const threads = threadsOn(page, desk.card(id));
  await threads.discuss.click();
  await threads.post(page.getByRole('textbox', { name: 'New discussion' }), 'Is it metric?');
  const discussion = threads.thread('Discussion');

  // Escape keeps the draft on the device, also through a reload.
  await discussion.getByRole('button', { name: 'Reply', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Reply to the discussion' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Yes, metric tons');
  await box.press('Escape');
  await expect(box).toBeHidden();
  await desk.settle();
  await page.reload();
  await desk.card(id).getByRole('button', { name: 'Go on' }).click();
  await expect(box).toContainText('Yes, metric tons');
  await box.press('Control+Enter');
  const reply = threads.message('Yes, metric tons');
  await expect(reply).toBeVisible();

  await threads.choose(reply, 'Edit');
  const change = page.getByRole('textbox', { name: 'Change your message' });
  await expect(change).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' of cargo');
  await change.press('Control+Enter');
  const edited = threads.message('Yes, metric tons of cargo');
  await desk.settle();
  await edited.getByRole('button', { name: 'edited: show earlier versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(versions.getByRole('listitem')).toHaveCount(2);
  await expect(versions.getByRole('listitem').last()).toContainText(/Yes, metric tons$/);
  await page.keyboard.press('Escape');

  await threads.choose(edited, 'Delete');
  await expect(edited).toBeHidden();
  await desk.undo();
  await expect(edited).toBeVisible();

  await discussion.getByRole('button', { name: 'Resolve' }).click();
  await expect(edited).toBeHidden();
  await discussion.getByRole('button', { name: 'Show the resolved discussion' }).click();
  await discussion.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(discussion).toContainText('This is resolved. Your reply opens it again.');
  await threads.post(box, 'One more thing');
  await expect(desk.notifications).toContainText('Your reply has opened it again.');
  await expect(discussion.getByRole('button', { name: 'Resolve' })).toBeVisible();
  await desk.settle();
  const [thread] = (await annotationOf(team.reviewer, article, id)).threads;
  expect(thread).toMatchObject({ resolved: null, replies: [{}, {}, {}] });
});

test('the inbox is worked by keyboard, marks all as read with Undo, and mutes an article', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.editor);
  const id = await markWords(team.editor, article, claim);
  const tell = (words: string) =>
    act(team.editor, article.id, {
      type: 'thread.open',
      annotationId: id,
      threadId: randomUUID(),
      replyId: randomUUID(),
      kind: 'discussion',
      body: plainToRichText(words),
      mentions: [team.reviewer.userId],
    });
  for (const words of ['First', 'Second', 'Third']) await tell(words);
  const page = await as('reviewer');
  const inbox = inboxPage(page);
  await inbox.open();
  await expect(inbox.list.getByRole('listitem')).toHaveCount(3);
  await untilAlive(inbox.list.getByRole('listitem').first());
  await page.keyboard.press('j');
  await expect(inbox.line('Third').getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await expect(inbox.line('Second').getByRole('link')).toBeFocused();
  await page.keyboard.press('e');
  await expect(inbox.badge(2)).toBeVisible();
  await page.keyboard.press('z');
  await expect(inbox.badge(3)).toBeVisible();

  await inbox.readAll.click();
  await expect(inbox.badge(0)).toBeVisible();
  await inbox.notifications.getByRole('button', { name: 'Undo' }).last().click();
  await expect(inbox.badge(3)).toBeVisible();

  await inbox.choose(inbox.line('First'), 'Mute this article');
  await expect(inbox.line('First')).toContainText('muted');
  await expect(inbox.notifications).toContainText('You hear nothing more of');
  await tell('Fourth');
  await inbox.open();
  await expect(inbox.list.getByRole('listitem')).toHaveCount(3);
  await untilAlive(inbox.list.getByRole('listitem').first());

  await page.keyboard.press('j');
  await expect(inbox.line('Third').getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workbenchPage(page).card(id)).toContainText('Third');
  await expect(inbox.badge(2)).toBeVisible();

  await page.goto('/account');
  const section = page.getByRole('region', { name: 'What you hear of' });
  await section.getByRole('checkbox', { name: 'Somebody mentions you' }).uncheck();
  await section.getByRole('radio', { name: 'All of a day together' }).check();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByRole('status')).toContainText('Saved.');
  await page.reload();
  await expect(section.getByRole('checkbox', { name: 'Somebody mentions you' })).not.toBeChecked();
  await expect(section.getByRole('radio', { name: 'All of a day together' })).toBeChecked();
});
