import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until React has taken over what the server sent: from then on the page hears keys. */
export async function untilAlive(part: Locator): Promise<void> {
  await expect
    .poll(() =>
      part.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))),
    )
    .toBe(true);
  // Effects, which listen to keys, run after the frame.
  await part.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** Waits until everything typed is on the device: from then on the page does not ask before it is left. */
export async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))))
    .toBe(true);
}
