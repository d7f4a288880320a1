import type { Page } from '@playwright/test';
import { findBarriers } from './axe';

/** A desk's screen, and a phone's. */
export const wide = { width: 1440, height: 900 };
export const narrow = { width: 390, height: 844 };

const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };
const allButContrast = { rules: { 'color-contrast': { enabled: false } } };

/**
 * Collects what axe finds, in words: on the wide screen all by day or by night, and the colours in the other; on the narrow
 * one all but the contrast, which is the same, and whether the page scrolls sideways. `isOneVisit`: one visit shows both.
 */
export function collectBarriers(page: Page, isOneVisit = false) {
  const findings: string[] = [];
  let light: 'light' | 'dark' = 'light';
  return {
    findings,
    async see(where: string): Promise<void> {
      if (page.viewportSize()?.width === narrow.width) return seeNarrow(where);
      await seeWide(where);
      if (!isOneVisit) return;
      await page.setViewportSize(narrow);
      await seeNarrow(where);
      await page.setViewportSize(wide);
    },
  };

  async function seeWide(where: string): Promise<void> {
    report(`${where}, ${light}`, await findBarriers(page));
    await seeWidth(where);
    // The next look begins in this light: changing it costs a page more than axe does.
    light = light === 'light' ? 'dark' : 'light';
    await page.emulateMedia({ colorScheme: light });
    report(`${where}, ${light}`, await findBarriers(page, colours));
  }

  async function seeNarrow(where: string): Promise<void> {
    report(`${where}, narrow`, await findBarriers(page, allButContrast));
    await seeWidth(where);
  }

  async function seeWidth(where: string): Promise<void> {
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) findings.push(`${where}: the page is ${tooWide} px wider than the screen`);
  }

  function report(where: string, barriers: readonly string[]): void {
    findings.push(...barriers.map((barrier) => `${where}: ${barrier}`));
  }
}
