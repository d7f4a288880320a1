import { readFile } from 'node:fs/promises';
import { sessionPage } from './pages/session-page';
import { workbenchPage } from './pages/workbench-page';
import { act, annotationsOf, makeHarbour, markWords, stateOf } from './support/articles';
import { expect, test } from './support/test';

const growth = 'The port grew by 40 percent in one year';
const cranes = 'Three cranes were ordered in March.';

test('three people hold a session: open, hand out, vote sealed, discuss, vote again, freeze, close, reopen', async ({
  as,
  team,
}) => {
  test.setTimeout(120_000);
  const article = await makeHarbour(team.editor);
  const claim = await markWords(team.editor, article, growth);
  await markWords(team.editor, article, cranes);
  const [edda, rhea, olive] = await Promise.all([as('editor'), as('reviewer'), as('owner')]);

  // The editor opens it from the article; who is invited is told.
  const desk = workbenchPage(edda);
  await desk.open(article.id);
  await edda.getByRole('button', { name: 'Session', exact: true }).click();
  const form = edda.getByRole('dialog');
  await form.getByLabel('Goal').fill('Every claim before noon');
  await form.getByLabel(/^Deadline/).fill('2030-01-05T12:00');
  await form.getByRole('button', { name: 'Open session' }).click();
  const bar = edda.getByRole('region', { name: 'Session', exact: true });
  await expect(bar).toContainText('Every claim before noon');
  await rhea.goto('/inbox');
  await rhea.getByRole('link', { name: /invited you to a session/ }).click();
  const board = sessionPage(rhea);
  await expect(board.column('To do').getByRole('listitem')).toHaveCount(2);
  await edda.getByRole('link', { name: 'Board', exact: true }).click();
  const lead = sessionPage(edda);
  await expect(lead.card(growth)).toBeVisible();
  const { session } = await stateOf(team.editor, article.id);
  const sessionId = session?.id ?? '';
  const third = sessionPage(olive);
  await third.open(sessionId);

  // Two change it at once: what only one of them changed stays, the same field asks.
  await edda.getByRole('button', { name: 'Change', exact: true }).click();
  const changing = edda.getByRole('dialog', { name: 'Change the session' });
  await changing.getByLabel('Goal').fill('Every claim before one');
  await act(team.owner, article.id, {
    type: 'session.change',
    sessionId,
    version: 1,
    changes: { goal: 'Every claim today', firstCome: true },
  });
  const clash = changing.getByRole('region', { name: 'Somebody changed this meanwhile: Goal' });
  await expect(clash).toContainText('Every claim today');
  await clash.getByRole('button', { name: 'Merge' }).click();
  await expect(changing.getByLabel('Goal')).toHaveValue('Every claim before one today');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing).toBeHidden();
  expect((await stateOf(team.editor, article.id)).session).toMatchObject({
    goal: 'Every claim before one today',
    firstCome: true,
  });

  // Claims are handed out, and taken by key; everybody sees it.
  await edda.getByRole('button', { name: 'Hand out claims' }).click();
  await edda.getByRole('checkbox', { name: 'Olive Owner' }).uncheck();
  await edda.getByRole('checkbox', { name: 'Edda Editor' }).uncheck();
  await edda.getByRole('button', { name: 'Hand out 2 claims' }).click();
  await expect(board.card(growth)).toContainText('for Rhea Reviewer');
  await rhea.keyboard.press('ArrowDown');
  await expect(rhea.getByRole('link', { name: new RegExp(growth) })).toBeFocused();
  await rhea.keyboard.press('t');
  await expect(lead.column('In progress').getByText('Rhea Reviewer is on it')).toBeVisible();
  await expect(third.column('In progress').getByText(/Held for/)).toBeAttached();

  // Sealed votes: nobody sees another one until all are in.
  await lead.openVotes(growth, 'Call a vote');
  await lead.dialog.getByRole('button', { name: 'Call a vote' }).click();
  await lead.vote('Incorrect', 'It says 31 percent in the yearbook.');
  await board.openVotes(growth, 'Vote');
  await board.vote('Confirmed', 'The harbour master said so.');
  await expect(board.dialog.getByText('Sealed', { exact: true })).toHaveCount(1);
  await expect(board.dialog).not.toContainText('31 percent');
  expect(
    await (
      await rhea.request.get(`/api/articles/${article.id}/events?after=0`, {
        headers: { accept: 'application/json' },
      })
    ).text(),
  ).not.toContain('31 percent');
  await third.openVotes(growth, 'Vote');
  await third.vote('Incorrect');
  for (const who of [lead, board, third]) {
    await expect(who.dialog).toContainText('All have voted');
    await expect(who.dialog).toContainText('31 percent');
    await who.closeDialog();
  }
  await expect(third.card(growth)).toContainText('Incorrect · dissent 1');

  // Discussed on the card of the article, then voted again.
  const reading = workbenchPage(rhea);
  await reading.open(article.id, `?annotation=${claim}`);
  // The link opens the card by itself.
  await expect(reading.card(claim)).toContainText('Dissent: Rhea Reviewer (confirmed)');
  await lead.openVotes(growth, 'Votes');
  await lead.dialog.getByRole('button', { name: 'Vote again' }).click();
  await lead.vote('Incorrect');
  await lead.closeDialog();
  await rhea.getByRole('button', { name: 'Your vote is asked for' }).click();
  await sessionPage(rhea).vote('Incorrect', 'Convinced.');
  await sessionPage(rhea).closeDialog();
  await lead.openVotes(growth, 'Votes');
  await lead.dialog.getByRole('button', { name: 'Reveal the votes' }).click();
  await expect(lead.dialog).toContainText('(was: confirmed)');
  await lead.closeDialog();

  // Frozen: a colleague's key is refused in a sentence, and nothing is written.
  const before = (await annotationsOf(team.editor, article.id)).length;
  await edda.getByRole('button', { name: 'Freeze', exact: true }).click();
  await edda.getByRole('radio', { name: 'Now' }).check();
  await edda.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
  await expect(rhea.getByText(/^Frozen: nothing on this article can change/)).toBeVisible();
  await reading.text.focus();
  await rhea.keyboard.press('j');
  await rhea.keyboard.press('c');
  await expect(reading.notifications).toContainText('The session is frozen');
  expect(await annotationsOf(team.editor, article.id)).toHaveLength(before);

  // Closed with a summary, which can be taken along; then reopened.
  await edda.getByRole('button', { name: 'Close', exact: true }).first().click();
  await edda.getByRole('textbox', { name: /^What was decided/ }).fill('Correct the growth to 31 percent.');
  await edda.getByRole('button', { name: 'Close session' }).click();
  await expect(edda.getByRole('heading', { name: 'Who did what' })).toBeVisible();
  await expect(edda.getByText('Correct the growth to 31 percent.')).toBeVisible();
  await expect(edda.getByRole('region', { name: 'Agreement' }).first()).toContainText('0 of 1');
  await expect(olive.getByRole('heading', { name: 'Who did what' })).toBeVisible();
  await edda.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    edda.waitForEvent('download'),
    edda.getByRole('menuitem', { name: /^Page to print or send/ }).click(),
  ]);
  const html = await readFile(await download.path(), 'utf8');
  expect(html).toContain('Correct the growth to 31 percent.');
  expect(html).toContain('Before the discussion');
  await edda.getByRole('button', { name: 'Reopen' }).click();
  await expect(lead.card(growth)).toBeVisible();

  // First come: whoever presses a moment too late, without having heard of it, gets the next claim and no refusal.
  const finest = await markWords(team.editor, article, 'finest harbour');
  const autumn = await markWords(team.editor, article, 'They arrive in autumn.');
  await olive.route('**/api/me/events*', (route) => route.abort());
  await workbenchPage(olive).open(article.id);
  await expect(olive.getByText('2 claims on offer')).toBeVisible();
  await act(team.reviewer, article.id, { type: 'check.begin', annotationId: finest, version: 1 });
  await olive.getByRole('button', { name: /^Take the next claim/ }).click();
  await expect(workbenchPage(olive).card(autumn)).toContainText('You are on this claim');
  await expect(olive.getByRole('button', { name: /refused/ })).toHaveCount(0);
  await edda.goto('/sessions');
  await expect(edda.getByRole('list', { name: 'Under way' })).toContainText('Every claim before one');
  await edda.goto(`/articles/${article.id}/history?kind=session`);
  await expect(edda.getByText('reopened the session')).toBeVisible();
});
