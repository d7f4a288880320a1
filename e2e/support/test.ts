import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/team';
import { makeSignInTeam, type SignInTeam, signIn } from './people';

type Look = {
  readonly width?: number | undefined;
  readonly dark?: boolean | undefined;
  /** Another app than the one that all tests share. */
  readonly baseURL?: string | undefined;
  /** What stands between the browser and the app. */
  readonly proxy?: string | undefined;
};

type Fixtures = {
  /** A team of its own for this test. */
  readonly team: SignInTeam;
  /** Opens a browser of its own for a member of the team, signed in. */
  readonly as: (role: Role, look?: Look) => Promise<Page>;
  /** Opens a browser in which nobody is signed in. */
  readonly anonymous: (look?: Look) => Promise<Page>;
};

/** The address of the app under test. */
export const origin = (): string => process.env.GALLEY_E2E_URL ?? '';

/** A test that fails on any console error, page error or violation of the content security policy. */
export const test = base.extend<Fixtures & { readonly opened: Opened[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  team: async ({}, use) => use(await makeSignInTeam()),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  opened: async ({}, use) => {
    const opened: Opened[] = [];
    await use(opened);
    for (const { context } of opened) await context.close();
    const complaints = opened.flatMap((one) => one.complaints);
    expect(complaints, 'errors in the console').toEqual([]);
  },
  as: async ({ browser, team, opened }, use) => {
    await use(async (role, look) => {
      const context = await browser.newContext(optionsOf(look));
      await signIn(context, look?.baseURL ?? origin(), team[role]);
      return open(context, opened);
    });
  },
  anonymous: async ({ browser, opened }, use) => {
    await use(async (look) => open(await browser.newContext(optionsOf(look)), opened));
  },
});

export { expect };

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] };

function optionsOf({ width = 1440, dark = false, baseURL = origin(), proxy }: Look = {}) {
  return {
    baseURL,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: dark ? ('dark' as const) : ('light' as const),
    acceptDownloads: true,
    reducedMotion: 'reduce' as const,
    ...(proxy === undefined ? {} : { proxy: { server: proxy } }),
  };
}

async function open(context: BrowserContext, opened: Opened[]): Promise<Page> {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    // A refused request is logged by the browser itself; the tests of refusals expect those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  const page = await context.newPage();
  opened.push({ context, page, complaints });
  return page;
}
