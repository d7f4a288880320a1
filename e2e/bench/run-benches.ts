import { chromium } from '@playwright/test';
import type { BenchName } from '@/lib/cli/bench-request';
import type { Figure } from '@/lib/cli/figures';
import config from '@/playwright.config';
import { commandsBench } from './commands-bench';
import { type Bench, type GivenDesk, setUpDesk } from './desk';
import { exportsBench } from './exports-bench';
import { importsBench } from './imports-bench';
import { loadBench } from './load-bench';
import { openBench } from './open-bench';
import { paintBench } from './paint-bench';
import { scalingBench } from './scaling-bench';
import { scriptBench } from './script-bench';
import { scrollBench } from './scroll-bench';

const benches: readonly Bench[] = [
  scriptBench,
  openBench,
  paintBench,
  scrollBench,
  exportsBench,
  importsBench,
  commandsBench,
  scalingBench,
  loadBench,
];

/**
 * Runs the benches of these names against the app at `url`, one after the other. The environment must be that of the
 * app, because the articles are filled in through its use cases.
 */
export async function runBenches(names: readonly BenchName[], given: GivenDesk): Promise<Figure[]> {
  // The same browser, with the same switches, as in the tests.
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const desk = await setUpDesk(browser, given);
    const figures: Figure[] = [];
    for (const { name, measure } of benches.filter((bench) => names.includes(bench.name))) {
      given.say(`Measuring: ${name} …`);
      figures.push(...(await measure(desk)));
    }
    return figures;
  } finally {
    await browser.close();
  }
}
