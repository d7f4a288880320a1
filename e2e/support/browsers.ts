import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { waitingNews } from '../pages/check-card';

/** How a browser is to be. */
export type Look = {
  readonly width?: number | undefined;
  readonly dark?: boolean | undefined;
  /** Another app than the one that all tests share. */
  readonly baseURL?: string | undefined;
  /** What stands between the browser and the app. */
  readonly proxy?: string | undefined;
  /** One that no other test gets: for a test that adds scripts or listeners, which cannot be taken away again. */
  readonly isOwn?: boolean | undefined;
};

/** The address of the app under test. */
export const origin = (): string => process.env.GALLEY_E2E_URL ?? '';

/**
 * A browser in which nobody is signed in, with one page: one of `idle`, which knows nothing any more but has read the app's
 * scripts already (half of what a page costs), or a new one.
 */
export async function lendBrowser(browser: Browser, idle: Page[], look: Look = {}): Promise<Page> {
  const options = optionsOf(look);
  const page = mayBeShared(look) ? idle.pop() : undefined;
  if (page === undefined) return await (await browser.newContext(options)).newPage();
  await page.setViewportSize(options.viewport);
  await page.emulateMedia({ colorScheme: options.colorScheme });
  return page;
}

/** Makes a lent browser forget everything and puts it with the idle ones; closes it where that cannot be. */
export async function takeBrowserBack(idle: Page[], page: Page, look: Look = {}): Promise<void> {
  const context = page.context();
  if (!mayBeShared(look) || page.isClosed() || idle.length >= mostIdle) return await context.close();
  for (const other of context.pages()) if (other !== page) await other.close();
  if (page.url().startsWith(origin())) await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await page.removeLocatorHandler(waitingNews(page));
  await context.setOffline(false);
  await context.clearPermissions();
  await context.clearCookies();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: origin(), storageTypes: 'all' });
  await devTools.detach();
  idle.push(page);
}

const mostIdle = 3;

const mayBeShared = ({ baseURL, proxy, isOwn = false }: Look): boolean =>
  !isOwn && baseURL === undefined && proxy === undefined;

function optionsOf({ width = 1440, dark = false, baseURL = origin(), proxy }: Look) {
  return {
    baseURL,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...(proxy === undefined ? {} : { proxy: { server: proxy } }),
  } as const satisfies BrowserContextOptions;
}
