import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type WebError,
} from '@playwright/test';
import type { Role } from '@/lib/domain/team';
import { type Look, lendBrowser, origin, takeBrowserBack } from './browsers';
import { makeSignInTeam, type SignInTeam, signIn } from './people';

type Fixtures = {
  /** A team of its own for this test. */
  readonly team: SignInTeam;
  /** Opens a browser of its own for a member of the team, signed in. */
  readonly as: (role: Role, look?: Look) => Promise<Page>;
  /** Opens a browser in which nobody is signed in. */
  readonly anonymous: (look?: Look) => Promise<Page>;
  /** The browsers that are open in this test. */
  readonly opened: Opened[];
};

type WorkerFixtures = {
  /** Browsers that earlier tests are done with, and that know nothing of them. */
  readonly idle: Page[];
};

/** A test that fails on any console error, page error or violation of the content security policy. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  idle: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const idle: Page[] = [];
      await use(idle);
      for (const page of idle) await page.context().close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  team: async ({}, use) => use(await makeSignInTeam()),
  opened: async ({ idle }, use) => {
    const opened: Opened[] = [];
    await use(opened);
    for (const { page, look, stopListening } of opened) {
      stopListening();
      await takeBrowserBack(idle, page, look);
    }
    const complaints = opened.flatMap((one) => one.complaints);
    expect(complaints, 'errors in the console').toEqual([]);
  },
  as: async ({ browser, idle, team, opened }, use) => {
    await use(async (role, look) => {
      const page = await lendBrowser(browser, idle, look);
      opened.push({ page, look, ...listen(page.context()) });
      await signIn(page.context(), look?.baseURL ?? origin(), team[role]);
      return page;
    });
  },
  anonymous: async ({ browser, idle, opened }, use) => {
    await use(async (look) => {
      const page = await lendBrowser(browser, idle, look);
      opened.push({ page, look, ...listen(page.context()) });
      return page;
    });
  },
});

export { expect, origin };

type Opened = Listening & { readonly page: Page; readonly look: Look | undefined };
type Listening = { readonly complaints: readonly string[]; readonly stopListening: () => void };

function listen(context: BrowserContext): Listening {
  const complaints: string[] = [];
  const onError = (error: WebError) => complaints.push(error.error().message);
  const onWords = (message: ConsoleMessage) => {
    // A refused request is logged by the browser itself; the tests of refusals expect those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  };
  context.on('weberror', onError).on('console', onWords);
  return { complaints, stopListening: () => void context.off('weberror', onError).off('console', onWords) };
}
