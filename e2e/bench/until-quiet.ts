import type { Page } from '@playwright/test';

const quietMs = 500;

/** Waits until nothing has been fetched for half a second. The live stream stays open and does not count. */
export async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(
    (patience) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, patience);
        new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, patience);
        }).observe({ type: 'resource' });
      }),
    quietMs,
  );
}
