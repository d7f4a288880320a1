import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** What `findBarriers` brought into the page. */
    axe?: typeof axe;
  }
}

/**
 * What axe finds wrong on the page as it stands, in words, by all of its rules unless `rules` says otherwise. Frames are
 * not entered: the one that we have, of a report, can run nothing.
 */
export async function findBarriers(page: Page, rules: RunOptions = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) {
    await page.evaluate(axe.source);
    await page.evaluate(stopFading);
  }
  // Only what is wrong comes back: all that is right would cost more to carry than to find.
  const options: RunOptions = { resultTypes: ['violations'], iframes: false, ...rules };
  return page.evaluate(async (options) => {
    const found = await window.axe?.run(document, options);
    if (found === undefined) throw new Error('axe did not come into the page.');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, options);
}

/** In the browser: from now on colours change at once, without fading from one to another. */
function stopFading(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
