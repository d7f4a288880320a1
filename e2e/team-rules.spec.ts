import { checkCard } from './pages/check-card';
import { teamPage } from './pages/team-page';
import { workbenchPage } from './pages/workbench-page';
import { act, makeHarbour, markWords, stateOf } from './support/articles';
import { expect, test } from './support/test';

test('an owner makes a scale and changes it; verdicts given before keep their words', async ({
  as,
  team,
}) => {
  const page = await as('owner');
  const rules = teamPage(page);
  await rules.open();
  await expect(rules.scale('Galley')).toContainText('In use');
  await expect(rules.scale('PolitiFact')).toContainText(/Half true\s*counts as → Mixed/);

  await page.getByRole('button', { name: 'Make a scale' }).click();
  const dialog = rules.scaleDialog;
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog.getByText('Give the scale a name.')).toBeVisible();
  await expect(dialog.getByLabel('Name of the scale')).toBeFocused();
  await dialog.getByLabel('Name of the scale').fill('House scale');
  await rules.writeStep(1, 'Holds', 'True');
  await rules.writeStep(2, 'Falls', 'False');
  await dialog.getByRole('button', { name: 'Add a step' }).click();
  await expect(dialog.getByLabel('Step 3', { exact: true })).toBeFocused();
  await rules.writeStep(3, 'Holds', 'Unproven');
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Two steps have the same name. Give each a name of its own.',
  );
  await rules.writeStep(3, 'Open', 'Unproven');
  const preview = dialog.getByRole('list', { name: 'What a checker chooses from' });
  await expect(preview.getByRole('listitem')).toHaveText([
    /^Holds.*True$/,
    /^Falls.*False$/,
    /^Open.*Unproven$/,
  ]);
  await dialog.getByRole('button', { name: 'Move step 3 up' }).press('Enter');
  await expect(preview.getByRole('listitem').nth(1)).toContainText('Open');
  await expect(dialog.getByRole('button', { name: 'Move step 2 up' })).toBeFocused();

  // left without saving, what was written is still there
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Make a scale' }).click();
  await expect(dialog.getByLabel('Name of the scale')).toHaveValue('House scale');
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(rules.notifications).toContainText('House scale is saved.');
  await rules.chooseForScale('House scale', 'Use this scale');
  await expect(rules.scale('House scale')).toContainText('In use');
  await expect(rules.scale('Galley')).not.toContainText('In use');

  const { rules: before } = await stateOf(team.reviewer, (await makeHarbour(team.reviewer)).id);
  const [house] = before.scales;
  expect(house?.steps.map(({ label }) => label)).toEqual(['Holds', 'Open', 'Falls']);
  const article = await makeHarbour(team.reviewer);
  const annotationId = await markWords(team.reviewer, article, 'The port grew by 40 percent in one year');
  await act(team.reviewer, article.id, {
    type: 'check.propose',
    annotationId,
    version: 1,
    fields: {
      outcome: 'incorrect',
      verdict: { scaleId: house?.id ?? '', scaleVersion: 1, key: 'falls' },
      suggestedWording: 'The port grew by 4 percent in one year',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'Row 12.',
      confidence: null,
      confidenceReason: null,
    },
  });

  await rules.chooseForScale('House scale', 'Edit');
  await rules.writeStep(3, 'Collapses', 'Mostly false');
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(rules.scale('House scale')).toContainText('version 2');
  await expect(rules.scale('House scale')).toContainText(/Collapses\s*counts as → Mostly false/);

  const state = await stateOf(team.reviewer, article.id);
  expect(state.rules.scales[0]).toMatchObject({ name: 'House scale', version: 2 });
  expect(state.annotations[annotationId]?.check.proposal).toMatchObject({
    verdict: { scaleVersion: 1, key: 'falls', label: 'Falls', internal: 'false' },
  });
  const report = await page.request.get(`/api/v1/articles/${article.id}/export?format=html`);
  const words = await report.text();
  expect(words).toContain('Falls');
  expect(words).not.toContain('Collapses');
});

test('the scale in use cannot be archived, another can, and comes back by Undo; open pages learn of it', async ({
  as,
  team,
}) => {
  const page = await as('owner');
  const rules = teamPage(page);
  await rules.open();
  const article = await makeHarbour(team.reviewer);
  const claim = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  await workbench.open(article.id);
  const check = checkCard(workbench, claim);
  await check.open();
  await check.step('Propose outcome').click();
  const form = check.form('Propose an outcome');
  await form.getByRole('radio', { name: 'Confirmed', exact: true }).check();
  await form.getByLabel('Rationale').fill('Read in the order book.');
  const scale = form.getByLabel('Scale', { exact: true });
  await expect(scale.locator('option:checked')).toHaveText('Galley');
  await rules.chooseForScale('AVeriTeC', 'Make a copy');
  await rules.scaleDialog.getByRole('button', { name: 'Save scale' }).click();
  const copy = rules.scale('AVeriTeC (copy)');
  await expect(copy).toContainText('version 1');
  await rules.chooseForScale('AVeriTeC (copy)', 'Archive');
  await expect(copy).toContainText('Archived');
  await rules.notifications.getByRole('button', { name: 'Undo' }).click();
  await expect(copy).not.toContainText('Archived');
  await rules.chooseForScale('AVeriTeC (copy)', 'Use this scale');
  await expect(copy).toContainText('In use');
  await expect(scale.locator('option:checked')).toHaveText('AVeriTeC (copy)');
  await expect(form.getByLabel('Rationale')).toHaveValue('Read in the order book.');
  await page.getByRole('button', { name: 'Actions for the scale AVeriTeC (copy)' }).click();
  await expect(page.getByRole('menuitem', { name: /^Archive/ })).toContainText('Choose another one first.');
});

test('an owner makes second checks blind; an editor reads the rules and cannot change them', async ({
  as,
  team,
}) => {
  const owners = await as('owner');
  await teamPage(owners).open();
  await expect(owners.getByText('Second checkers see the proposal while they check.')).toBeVisible();
  await owners.getByRole('button', { name: 'Hide proposals from second checkers' }).click();
  const blind = 'Second checkers see a proposal only after they have recorded an outcome of their own.';
  await expect(owners.getByText(blind)).toBeVisible();
  const { rules } = await stateOf(team.viewer, (await makeHarbour(team.reviewer)).id);
  expect(rules.blindSecondCheck).toBe(true);

  const page = await as('editor');
  const desk = teamPage(page);
  await desk.open();
  await expect(page.getByText(blind)).toBeVisible();
  const stop = page.getByRole('button', { name: 'Show proposals to second checkers' });
  await expect(stop).toHaveAttribute('aria-disabled', 'true');
  await expect(stop).toHaveAccessibleDescription('Only an owner can change the team.');
  const make = page.getByRole('button', { name: 'Make a scale' });
  await expect(make).toHaveAccessibleDescription('Only an owner can change the team.');
  await make.press('Enter');
  await expect(desk.scaleDialog).toBeHidden();
  await expect(desk.scale('PolitiFact')).toContainText('Pants on fire');
  await page.getByRole('button', { name: 'Actions for the scale PolitiFact', exact: true }).click();
  for (const item of ['Use this scale', 'Edit', 'Make a copy', 'Archive'])
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${item}`) })).toContainText(
      'Only an owner can change the team.',
    );
});
