import { generateSync } from 'otplib';
import { signInPage } from './pages/sign-in-page';
import { teamPage } from './pages/team-page';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf, makeHarbour } from './support/articles';
import { password } from './support/people';
import { expect, test } from './support/test';

const generic = 'This e-mail address and password do not belong together, or the account is disabled.';
const newPassword = 'kettle orchard ribbon fjord';

test('somebody is invited, joins, gets another role, is disabled and shut out at once', async ({
  as,
  anonymous,
  team,
}) => {
  const article = await makeHarbour(team.owner);
  const ownersPage = await as('owner');
  const people = teamPage(ownersPage);
  const email = `ida-${team.id}@example.org`;
  await people.open();
  const link = await people.invite(email, 'Ida Invited', 'Viewer');
  await expect(ownersPage.getByText('Ida Invited')).toBeVisible();

  const page = await anonymous();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: `Join ${team.name}` })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('A password has at least 15 characters.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page).toHaveURL(/\/articles$/);
  const workbench = workbenchPage(page);
  await workbench.open(article.id);
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeHidden();

  const stranger = await anonymous();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'This invitation is no longer open' })).toBeVisible();

  await people.open();
  await people.changeRole('Ida Invited', 'Reviewer');
  await expect(people.row('Ida Invited')).toContainText('Reviewer');
  // The page that is open offers what its person may do now, without being loaded anew.
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeVisible({ timeout: 5_000 });
  await workbench.mark('Claim');
  await workbench.settle();
  expect(await annotationsOf(team.owner, article.id)).toHaveLength(1);
  await people.changeRole('Ida Invited', 'Viewer');
  await workbench.select('Three cranes');
  await expect(workbench.toolbar).toBeHidden({ timeout: 5_000 });
  await people.changeRole('Ida Invited', 'Reviewer');
  await expect(workbench.toolbar).toBeVisible({ timeout: 5_000 });

  await people.choose('Ida Invited', 'Disable');
  await expect(people.notifications).toContainText('Ida Invited is disabled and signed out.');
  await workbench.select('They arrive in autumn.');
  await page.keyboard.press('o');
  await expect(page.getByText('Signed out, 1 change kept on this device')).toBeVisible({ timeout: 5_000 });
  expect(await annotationsOf(team.owner, article.id)).toHaveLength(1);
  await stranger.goto(`/articles/${article.id}`);
  await signInPage(stranger).signIn(email, newPassword);
  await expect(signInPage(stranger).problem).toHaveText(generic);

  await people.choose('Ida Invited', 'Enable');
  await expect(people.notifications).toContainText('Ida Invited may sign in again.');
  await signInPage(stranger).signIn(email, newPassword);
  await expect(stranger).toHaveURL(new RegExp(`/articles/${article.id}`));
});

test('unknown, wrong and right are told apart by nobody, and guessing is slowed down', async ({
  anonymous,
  team,
}) => {
  const page = await anonymous();
  const entrance = signInPage(page);
  await entrance.open();
  await entrance.signIn(`nobody-${team.id}@example.org`, password);
  await expect(entrance.problem).toHaveText(generic);
  for (let count = 0; count < 5; count += 1) {
    const answered = page.waitForResponse(/callback\/credentials/);
    await entrance.signIn(team.viewer.email, `wrong ${count} but long enough`);
    await answered;
    await expect(entrance.problem).toHaveText(generic);
  }
  await entrance.signIn(team.viewer.email, password);
  await expect(entrance.problem).toHaveText(/^Too many tries\. Try again in \d+ (seconds|minutes)\.$/);
  await entrance.signIn(team.reviewer.email, password);
  await expect(page).toHaveURL(/\/articles$/);
});

test('a reset link sets a new password once and ends the other sessions', async ({ as, anonymous, team }) => {
  const editorsPage = await as('editor');
  await editorsPage.goto('/articles');
  const ownersPage = await as('owner');
  const people = teamPage(ownersPage);
  await people.open();
  await people.choose(team.editor.name, 'Link to set a new password');
  const dialog = ownersPage.getByRole('dialog', { name: `New password for ${team.editor.name}` });
  const link = await dialog.getByLabel('Link').inputValue();

  const page = await anonymous();
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/articles$/);
  await editorsPage.reload();
  await expect(signInPage(editorsPage).heading).toBeVisible();
  await signInPage(editorsPage).signIn(team.editor.email, password);
  await expect(signInPage(editorsPage).problem).toHaveText(generic);
  await signInPage(editorsPage).signIn(team.editor.email, newPassword);
  await expect(editorsPage).toHaveURL(/\/articles$/);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

test('one sees one’s sessions and ends another of them', async ({ as }) => {
  const here = await as('reviewer');
  const there = await as('reviewer');
  await there.goto('/articles');
  await here.goto('/account');
  await expect(here.getByText('This browser', { exact: true })).toBeVisible();
  const end = here.getByRole('button', { name: /^End the session of / });
  await expect(end).toHaveCount(1);
  await end.click();
  await expect(end).toHaveCount(0);
  await there.reload();
  await expect(signInPage(there).heading).toBeVisible();
  await here.reload();
  await expect(here.getByText('This browser', { exact: true })).toBeVisible();
});

test('a token is made with a scope, shown once, reads, changes nothing, and is revoked', async ({
  as,
  anonymous,
}) => {
  const page = await as('editor');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make an access token' });
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await expect(dialog.getByText('Give the token a name, for example what uses it.')).toBeVisible();
  await dialog.getByLabel('Name').fill('CMS export');
  await dialog.getByRole('radio', { name: 'Read', exact: true }).check();
  await dialog.getByRole('button', { name: 'Make token' }).click();
  const token = await dialog.getByLabel('Access token').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(/^Read · made: /)).toBeVisible();
  const { request } = await anonymous();
  const headers = { authorization: `Bearer ${token}` };
  const data = { format: 'text', content: 'A headline\n\nA paragraph.' };
  expect((await request.get('/api/v1/articles', { headers })).status()).toBe(200);
  const refused = await request.post('/api/v1/articles', { headers, data });
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain('This access token may only read.');
  await page.getByRole('button', { name: 'Revoke the token CMS export' }).click();
  await expect(page.getByText('The token CMS export no longer works.')).toBeVisible();
  expect((await request.get('/api/v1/articles', { headers })).status()).toBe(401);
});

test('a password changes only with the present one', async ({ as, team, anonymous }) => {
  const page = await as('reviewer');
  await page.goto('/account');
  await page.getByLabel('Present password', { exact: true }).fill('not my password at all');
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Present password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Present password', { exact: true }).fill(password);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  const fresh = await anonymous();
  await signInPage(fresh).open();
  await signInPage(fresh).signIn(team.reviewer.email, newPassword);
  await expect(fresh).toHaveURL(/\/articles$/);
});

test('a second factor is asked for after the password, each code once, and recovery codes open too', async ({
  as,
  anonymous,
  team,
}) => {
  const page = await as('reviewer');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Set up…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up a second factor' });
  await dialog.getByLabel('Present password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Next' }).click();
  const secret = (await dialog.getByLabel('Secret').inputValue()).replaceAll(' ', '');
  const code = (aheadSeconds: number) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + aheadSeconds });
  const first = code(0);
  await dialog.getByLabel('Code from your app').fill(first);
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const recovery = page.getByRole('dialog', { name: 'Your recovery codes' });
  await expect(recovery.getByRole('listitem')).toHaveCount(10);
  const spare = (await recovery.getByRole('listitem').first().textContent()) ?? '';
  await recovery.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  const elsewhere = await anonymous();
  const field = elsewhere.getByLabel('Code from your app');
  await signInPage(elsewhere).open();
  await signInPage(elsewhere).signIn(team.reviewer.email, password);
  await expect(field).toBeFocused();
  await elsewhere.goto('/articles');
  await expect(signInPage(elsewhere).heading).toBeVisible();
  await signInPage(elsewhere).signIn(team.reviewer.email, password);
  await field.fill(first);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByText('This code is not right, or was used already.')).toBeVisible();
  // The code after this one counts already, so that clocks may differ.
  await field.fill(code(30));
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere).toHaveURL(/\/articles$/);

  const without = await anonymous();
  await signInPage(without).open();
  await signInPage(without).signIn(team.reviewer.email, password);
  await without.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await without.getByLabel('Recovery code').fill(spare);
  await without.getByRole('button', { name: 'Sign in' }).click();
  await expect(without).toHaveURL(/\/articles$/);
  await without.goto('/account');
  await expect(without.getByText('9 recovery codes are left.')).toBeVisible();
});

test('nobody takes their own role, the last owner stays, and others may do nothing to people', async ({
  as,
  team,
}) => {
  const ownersPage = await as('owner');
  await teamPage(ownersPage).open();
  await ownersPage.getByRole('button', { name: `Actions for ${team.owner.name}` }).click();
  const disable = ownersPage.getByRole('menuitem', { name: /^Disable/ });
  await expect(disable).toBeDisabled();
  await expect(disable).toContainText('You cannot do this to your own account: ask another owner.');

  const editorsPage = await as('editor');
  await teamPage(editorsPage).open();
  await editorsPage.getByRole('button', { name: `Actions for ${team.reviewer.name}` }).click();
  await expect(editorsPage.getByRole('menuitem', { name: /^Disable/ })).toContainText(
    'Only an owner can change the team.',
  );
  await editorsPage.keyboard.press('Escape');
  await editorsPage.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = editorsPage.getByRole('dialog', { name: 'Invite somebody' });
  await expect(dialog.getByRole('radio', { name: 'Owner' })).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: 'Reviewer' })).toBeEnabled();

  const reviewersPage = await as('reviewer');
  await teamPage(reviewersPage).open();
  await expect(reviewersPage.getByRole('button', { name: 'Invite', exact: true })).toBeDisabled();
  await expect(reviewersPage.getByText('Only an owner or an editor can invite people.')).toBeVisible();
});
