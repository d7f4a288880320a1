import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/team';
import { makeSignInTeam, type SignInTeam, signIn } from './people';

type Fixtures = {
  /** A team of its own for this test. */
  readonly team: SignInTeam;
  /** Opens a browser of its own for a member of the team, signed in. */
  readonly as: (role: Role, options?: { readonly width?: number; readonly dark?: boolean }) => Promise<Page>;
  /** Opens a browser in which nobody is signed in. */
  readonly anonymous: () => Promise<Page>;
};

/** The address of the app under test. */
export const origin = (): string => process.env.GALLEY_E2E_URL ?? '';

/** A test that fails on any console error, page error or violation of the content security policy. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  team: async ({}, use) => use(await makeSignInTeam()),
  as: async ({ browser, team }, use) => {
    const opened: Opened[] = [];
    await use(async (role, { width = 1440, dark = false } = {}) => {
      const context = await browser.newContext({
        baseURL: origin(),
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: dark ? 'dark' : 'light',
        acceptDownloads: true,
      });
      await signIn(context.request, origin(), team[role].email);
      return open(context, opened);
    });
    await closeAll(opened);
  },
  anonymous: async ({ browser }, use) => {
    const opened: Opened[] = [];
    await use(async () => open(await browser.newContext({ baseURL: origin() }), opened));
    await closeAll(opened);
  },
});

export { expect };

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] };

async function open(context: BrowserContext, opened: Opened[]): Promise<Page> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is logged by the browser itself; the tests of refusals expect those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  opened.push({ context, page, complaints });
  return page;
}

async function closeAll(opened: readonly Opened[]): Promise<void> {
  for (const { context } of opened) await context.close();
  expect(
    opened.flatMap(({ complaints }) => complaints),
    'errors in the console',
  ).toEqual([]);
}
