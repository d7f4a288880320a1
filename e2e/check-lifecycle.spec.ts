import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { noDepth } from '@/lib/domain/no-depth';
import { checkCard } from './pages/check-card';
import { workbenchPage } from './pages/workbench-page';
import { act, annotationsOf, makeHarbour, markWords, stateOf } from './support/articles';
import { findBarriers } from './support/axe';
import { makeColleague, signIn } from './support/people';
import { expect, origin, test } from './support/test';

const passage = 'grew by 40 percent in one year';
const better = 'grew by 41 percent in one year';

const evidence = {
  ...noDepth,
  type: 'dataset',
  tier: 'primary',
  stance: 'refutes',
  title: 'Port statistics',
  address: null,
  quote: null,
  locator: null,
  accessedOn: null,
} as const;

// Long, because it is one journey: each step stands on the one before.
test('a claim goes from a proposal over a blind second check, a dispute, a decision and a sign-off to stale and back', async ({
  as,
  anonymous,
  team,
}) => {
  test.setTimeout(120_000);
  await db.team.update({ where: { id: team.id }, data: { blindSecondCheck: true } });
  const cora = await makeColleague(team.id, 'Cora Colleague', 'reviewer');
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, passage);

  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  const ofRhea = checkCard(rhea, id);
  await ofRhea.open();

  await test.step('the outcome comes first, then what it asks for, with the words that change', async () => {
    await rhea.page.keyboard.press('p');
    const form = ofRhea.form('Propose an outcome');
    await expect(form.getByRole('radio', { name: 'Confirmed', exact: true })).toBeFocused();
    await expect(form.getByLabel('Suggested wording')).toHaveCount(0);
    await form.getByRole('radio', { name: 'Incorrect' }).check();
    const wording = form.getByLabel('Suggested wording');
    await expect(wording).toHaveValue(passage);
    await rhea.page.keyboard.press('Control+Enter');
    await expect(form).toContainText('Suggest a change, or write down why the text stays as it is');
    await wording.fill(better);
    const changes = form.getByRole('region', { name: 'What changes' });
    await expect(changes.locator('del')).toHaveText('Taken out: 40');
    await expect(changes.locator('ins')).toHaveText('Put in: 41');
    await form.getByLabel('Verdict').selectOption('Mostly true');
    await form.getByLabel('Rationale').fill('11.4 by 8.1 is 1.407.');
    await form.getByLabel('Rationale').press('Control+Enter');
    await expect(form).toBeHidden();
    await expect(rhea.live).toContainText('Proposed: Incorrect.');
    await expect(ofRhea.status('Proposed')).toBeVisible();
    await ofRhea.expectRefused('Second check', 'The proposer cannot be the second checker.');
    await ofRhea.expectRefused('Sign off', 'Only an editor or the owner signs off.');
  });

  const coraPage = await anonymous();
  await signIn(coraPage.context(), origin(), cora);
  const other = workbenchPage(coraPage);
  await other.open(article.id);
  const ofCora = checkCard(other, id);

  await test.step('the second checker does not find the proposal anywhere, and comes to another outcome', async () => {
    await ofCora.open();
    await expect(ofCora.section).toContainText(
      'Rhea Reviewer has proposed an outcome. You see it once you have recorded your own.',
    );
    expect(await coraPage.content()).not.toContain('41 percent');
    await ofCora.secondCheck({ outcome: 'Confirmed', verdict: 'True', words: 'The harbour office agrees.' });
    await expect(other.live).toContainText('It differs from the proposal: the claim is disputed.');
    await expect(ofCora.status('Disputed')).toBeVisible();
    await expect(ofCora.section.getByRole('region', { name: 'Proposed outcome' })).toContainText('Incorrect');
    await expect(ofCora.section.getByRole('list', { name: 'Second checks' })).toContainText(
      'The harbour office agrees.',
    );
    await ofCora.expectRefused('Decide', 'Only an editor or the owner decides a dispute.');
  });

  const edda = workbenchPage(await as('editor'));
  await edda.open(article.id);
  const ofEdda = checkCard(edda, id);

  await test.step('an editor decides which side stands and says why; both sides are kept', async () => {
    await ofEdda.open();
    await ofEdda.step('Decide').click();
    const form = ofEdda.form('Decide the dispute');
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(form).toContainText('Choose which side stands.');
    await expect(form).toContainText('Say why.');
    await form.getByRole('radio', { name: 'Incorrect · Mostly true, Rhea Reviewer' }).check();
    await form.getByLabel('Reason for the decision').fill('The arithmetic is plain.');
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(edda.live).toContainText('Decided: Incorrect stands.');
    await expect(ofEdda.section.getByRole('region', { name: 'Editor’s decision' })).toContainText(
      'The arithmetic is plain.',
    );
    await expect(ofEdda.section.getByRole('list', { name: 'Second checks' })).toContainText('Confirmed');
  });

  await test.step('what is worth a second look stands beside the sign-off, which names revision and hash', async () => {
    await expect(ofEdda.section).toContainText('There is a verdict and no evidence.');
    await ofEdda.step('Sign off').click();
    await expect(edda.live).toContainText('Signed off: Incorrect.');
    const signOff = ofEdda.section.getByRole('region', { name: 'Signed off' });
    await expect(signOff).toContainText('revision 1');
    const saved = (await annotationsOf(team.editor, article.id))[0]?.check.signOff;
    expect(saved?.hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(signOff).toContainText(saved?.hash.slice(0, 8) ?? '');
    await expect(edda.painted(id).first()).toHaveAttribute('data-status', 'signed_off');
  });

  await test.step('new evidence makes it stale, says who changed what, and one key checks it again', async () => {
    await act(team.reviewer, article.id, {
      type: 'evidence.create',
      annotationId: id,
      evidenceId: randomUUID(),
      fields: evidence,
    });
    await ofEdda.catchUp();
    await expect(ofEdda.section).toContainText('Stale: Rhea Reviewer changed the evidence after sign-off');
    await expect(ofEdda.section).toContainText('added: Port statistics');
    await edda.page.keyboard.press('y');
    await expect(edda.live).toContainText('Checked again: Incorrect.');
    await expect(ofEdda.status('Proposed')).toBeVisible();
    await ofEdda.expectRefused('Sign off', 'A second check is needed before anybody signs off.');
    await ofEdda.expectRefused('Second check', 'The proposer cannot be the second checker.');
    await edda.settle();
  });

  const events = await db.articleEvent.findMany({
    where: { articleId: article.id },
    orderBy: { seq: 'asc' },
  });
  expect(events.map(({ type }) => type).filter((type) => type.startsWith('check.'))).toEqual([
    'check.proposed',
    'check.reviewed',
    'check.decided',
    'check.signed_off',
    'check.rechecked',
  ]);
});

test('two people propose at once: the later one keeps every word and sees what stands', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, passage);
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(article.id);
  const check = checkCard(workbench, id);
  await check.open();
  await check.step('Propose outcome').click();
  const form = check.form('Propose an outcome');
  await form.getByRole('radio', { name: 'Unverifiable' }).check();
  await form.getByLabel('What was tried').fill('Called the port twice.');
  await act(team.editor, article.id, {
    type: 'check.propose',
    annotationId: id,
    version: 1,
    fields: {
      outcome: 'confirmed',
      verdict: null,
      suggestedWording: null,
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'Stands in the yearbook.',
      confidence: null,
      confidenceReason: null,
    },
  });
  await form.getByLabel('What was tried').press('Control+Enter');
  const moved = form.getByRole('region', { name: 'The check has moved on' });
  await expect(moved).toContainText('Meanwhile Edda Editor proposed “Confirmed”.');
  await expect(check.section).toContainText('Stands in the yearbook.');
  await expect(form.getByLabel('What was tried')).toHaveValue('Called the port twice.');

  await workbench.page.reload();
  await check.open();
  await expect(form.getByLabel('What was tried')).toHaveValue('Called the port twice.');
  await moved.getByRole('button', { name: 'Record mine as a second check' }).click();
  await expect(form).toBeHidden();
  const second = check.form('Second check');
  await expect(second.getByRole('radio', { name: 'Unverifiable' })).toBeChecked();
  await expect(second.getByLabel('Note')).toHaveValue('Called the port twice.');
  await second.getByRole('button', { name: 'Record second check' }).click();
  await expect(check.status('Disputed')).toBeVisible();
  await workbench.settle();
  const saved = (await annotationsOf(team.editor, article.id))[0]?.check;
  expect(saved?.proposal).toMatchObject({ outcome: 'confirmed', rationale: 'Stands in the yearbook.' });
  expect(saved?.secondChecks).toMatchObject([{ outcome: 'unverifiable', note: 'Called the port twice.' }]);

  // Or both become one: side by side as they were, joined in the form, and whoever merges says which verdict stands.
  const other = await markWords(team.reviewer, article, 'Three cranes');
  const [galley] = (await stateOf(team.editor, article.id)).rules.scales;
  const merging = checkCard(workbench, other);
  await merging.open();
  await merging.step('Propose outcome').click();
  const mine = merging.form('Propose an outcome');
  await mine.getByRole('radio', { name: 'Incorrect' }).check();
  await mine.getByLabel('Suggested wording').fill('Four cranes');
  await mine.getByLabel('Verdict').selectOption('Mostly false');
  await mine.getByLabel('Rationale').fill('Four stand on the invoice.');
  await act(team.editor, article.id, {
    type: 'check.propose',
    annotationId: other,
    version: 1,
    fields: {
      outcome: 'incorrect',
      verdict: { scaleId: galley?.id ?? '', scaleVersion: 1, key: 'false' },
      suggestedWording: 'Three new cranes',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'The yard says new ones.',
      confidence: null,
      confidenceReason: null,
    },
  });
  await mine.getByLabel('Rationale').press('Control+Enter');
  await mine.getByRole('button', { name: 'Merge both' }).click();
  const merged = merging.form('Merge two proposals');
  const both = merged.getByRole('region', { name: 'Both proposals' });
  await expect(both).toContainText('Four stand on the invoice.');
  await expect(both).toContainText('The yard says new ones.');
  await expect(merged.getByLabel('Suggested wording')).toHaveValue('Four new cranes');
  await expect(merged.getByLabel('Rationale')).toHaveValue(
    'Four stand on the invoice.\n\nThe yard says new ones.',
  );
  expect(await findBarriers(workbench.page)).toEqual([]);
  await merged.getByRole('button', { name: 'Propose the merged one' }).click();
  await expect(both).toContainText('Choose a verdict: the two differ.');
  await both.getByRole('radio', { name: 'Edda Editor’s: False' }).check();
  await merged.getByLabel('Rationale').fill('Four new ones, says the invoice and says the yard.');
  await merged.getByRole('button', { name: 'Propose the merged one' }).click();
  await expect(merged).toBeHidden();
  await expect(merging.section).toContainText('Merged with the proposal of');
  await workbench.settle();
  const one = (await stateOf(team.editor, article.id)).annotations[other]?.check.proposal;
  expect(one).toMatchObject({
    byId: team.reviewer.userId,
    joined: [{ byId: team.editor.userId }],
    outcome: 'incorrect',
    verdict: { key: 'false' },
    suggestedWording: 'Four new cranes',
    rationale: 'Four new ones, says the invoice and says the yard.',
  });
  // The history keeps both, and what became of them.
  const { page } = workbench;
  await page.goto(`/articles/${article.id}/history`);
  await expect(
    page.getByText('merged the proposal of Edda Editor with their own and proposed'),
  ).toBeVisible();
  await expect(page.getByText(/Four stand on the invoice\./).first()).toBeVisible();
  await expect(page.getByText('The yard says new ones.').first()).toBeVisible();
});

test('a claim is planned in place, taken, taken over by name and let go of; waiting says for whom', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, passage);
  const planOf = async () => (await annotationsOf(team.editor, article.id))[0]?.check.plan;
  const edda = workbenchPage(await as('editor'));
  await edda.open(article.id);
  const ofEdda = checkCard(edda, id);
  await ofEdda.open();

  await ofEdda.plan('Assign: Nobody. Change', 'Rhea Reviewer');
  await expect(ofEdda.status('Assigned')).toBeVisible();
  await ofEdda.plan('Priority: Normal. Change', 'Urgent');
  await ofEdda.planDue('Due: No due time. Change', 'In 2 hours');
  await expect(ofEdda.section.getByRole('button', { name: /^Due in 2 h\. Change/ })).toBeVisible();
  await ofEdda.plan('Risk: No risk flag. Change', 'Accusation');
  await edda.settle();
  expect(await planOf()).toMatchObject({
    assigneeId: team.reviewer.userId,
    priority: 'urgent',
    riskFlags: ['accusation'],
  });
  await edda.undo();
  await expect(ofEdda.section.getByRole('button', { name: 'Risk: No risk flag. Change' })).toBeVisible();
  await edda.settle();
  expect(await planOf()).toMatchObject({ riskFlags: [] });
  await ofEdda.planDue(/^Due in 2 h/, 'Another time…');
  const due = ofEdda.form('Due time');
  await due.getByLabel('Due time').fill('2020-03-03T14:00');
  await due.getByRole('button', { name: 'Set due time' }).click();
  await expect(ofEdda.section).toContainText('Overdue since 3 Mar 2020');

  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  const ofRhea = checkCard(rhea, id);
  await rhea.page.getByRole('button', { name: 'Assigned to me 1' }).click();
  await expect(rhea.page).toHaveURL(/\?assigned=1$/);
  await ofRhea.open();
  await rhea.page.keyboard.press('t');
  await expect(rhea.live).toContainText('You are on this claim.');
  await expect(ofRhea.status('In progress')).toBeVisible();
  await rhea.settle();

  await ofEdda.catchUp();
  await expect(ofEdda.section).toContainText('Rhea Reviewer is on this claim');
  await ofEdda.step('Take over from Rhea Reviewer').click();
  await expect(ofEdda.section).toContainText('You are on this claim');
  await ofEdda.section.getByRole('button', { name: 'More steps of the check' }).click();
  await edda.page.getByRole('menuitem', { name: 'Wait for somebody…' }).click();
  const wait = ofEdda.form('Wait for somebody');
  await wait.getByRole('radio', { name: 'The author' }).check();
  await wait.getByRole('button', { name: 'Wait', exact: true }).click();
  await expect(wait).toContainText('Say why.');
  await wait.getByLabel('What is missing, and since when').fill('She looks for her notes.');
  await wait.getByRole('button', { name: 'Wait', exact: true }).click();
  await expect(ofEdda.status('Awaiting author')).toBeVisible();
  await expect(ofEdda.section).toContainText('She looks for her notes.');
  await ofEdda.step('Go on').click();
  await expect(ofEdda.status('In progress')).toBeVisible();
  await edda.page.keyboard.press('t');
  await expect(edda.live).toContainText('You let go of the claim.');
  await edda.settle();

  const opinion = await markWords(team.editor, article, 'finest harbour', 'opinion');
  await ofEdda.catchUp();
  await edda.openCard(opinion);
  await edda.page.keyboard.press('p');
  await expect(edda.notifications).toContainText(
    'Not done. Only claims and sourced facts are checked. Change the mark first.',
  );

  const viewer = workbenchPage(await as('viewer'));
  await viewer.open(article.id);
  const ofViewer = checkCard(viewer, id);
  await ofViewer.open();
  await ofViewer.expectRefused('Propose outcome', 'Viewers read, answer author queries and export');
});

test('a screen reader hears each step of marking, proposing, confirming and signing off', async ({
  as,
  team,
}) => {
  const article = await makeHarbour(team.reviewer);
  const rhea = workbenchPage(await as('reviewer'));
  await rhea.open(article.id);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await rhea.page.keyboard.press(key);
  };
  await press('j', 'j');
  await expect(rhea.live).toContainText('Sentence 2 of 8. The port grew by 40 percent');
  await press('c');
  await expect(rhea.live).toContainText('Claim: “The port grew by 40 percent');
  const id = await rhea.activeId();
  const ofRhea = checkCard(rhea, id);
  await expect(ofRhea.section).toMatchAriaSnapshot(`
    - region "Check":
      - group "Plan of the check":
        - 'button "Assign: Nobody. Change"'
        - 'button "Priority: Normal. Change"'
        - 'button "Due: No due time. Change"'
        - 'button "Depth: Standard. Change"'
        - 'button "Risk: No risk flag. Change"'
      - button "Take"
      - button "Propose outcome"
      - button "More steps of the check"
  `);
  await press('p');
  await expect(ofRhea.form('Propose an outcome')).toMatchAriaSnapshot(`
    - form "Propose an outcome":
      - group "Outcome":
        - radio "Confirmed"
        - radio "Confirmed with a change"
        - radio "Incorrect"
        - radio "On author"
        - radio "Unverifiable"
        - radio "Cut"
        - radio "Not checkable"
      - button "Propose"
      - button "Discard"
  `);
  await press('Space', 'Control+Enter');
  await expect(rhea.live).toContainText('Proposed: Confirmed.');
  await expect(rhea.painted(id).first()).toHaveAttribute('aria-description', 'Proposed');
  await press('Escape');
  await press('k', 'j');
  await expect(rhea.live).toContainText('Marked: claim by Rhea Reviewer, proposed.');
  await rhea.settle();

  const edda = workbenchPage(await as('editor'));
  await edda.open(article.id);
  const ofEdda = checkCard(edda, id);
  await edda.page.keyboard.press(']');
  await expect(edda.live).toContainText(', proposed');
  await edda.page.keyboard.press('v');
  const form = ofEdda.form('Second check');
  await expect(form.getByRole('radio', { name: 'Confirmed', exact: true })).toBeFocused();
  await edda.page.keyboard.press('Space');
  await edda.page.keyboard.press('Control+Enter');
  await expect(edda.live).toContainText('Second check recorded. It agrees with the proposal.');
  await expect(ofEdda.section).toMatchAriaSnapshot(`
    - region "Check":
      - region "Proposed outcome":
        - strong: Confirmed
      - list "Second checks":
        - listitem:
          - text: /Second check agrees/
      - button "Sign off"
      - button "Dispute"
  `);
  await ofEdda.step('Sign off').focus();
  await edda.page.keyboard.press('Enter');
  await expect(edda.live).toContainText('Signed off: Confirmed.');
  await expect(ofEdda.section.getByRole('region', { name: 'Signed off' })).toContainText('Edda Editor');
  await expect(edda.card(id).locator('[data-card-toggle]')).toBeFocused();
  await expect(edda.painted(id).first()).toHaveAttribute('aria-description', 'Signed off');
  await edda.settle();
});
