import type { Page } from '@playwright/test';
import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { type ArticleSize, annotatedArticle } from './annotated-article';
import { type Bench, type Desk, sizes } from './desk';
import type { MarkTimes } from './page-probe';
import { untilQuiet } from './until-quiet';

const runs = 20;
const warmUps = 2;
const goalMs = 50;

/** From the key C, pressed on a sentence without a mark, to the frame that shows the new mark. */
export const paintBench: Bench = {
  name: 'paint',
  async measure(desk) {
    const figures: Figure[] = [];
    for (const size of [sizes.sample, sizes.dense, sizes.huge]) {
      const times = await markByKey(desk, size);
      figures.push(...figuresOf(size, times));
    }
    return [...figures, await openPalette(desk)];
  },
};

function figuresOf({ words, annotations }: ArticleSize, times: readonly MarkTimes[]): Figure[] {
  const painted = times.map((time) => time.painted);
  const inserted = median(times.map((time) => time.inserted));
  const size = `${annotations.toLocaleString('en-GB')} annotations on ${words.toLocaleString('en-GB')} words`;
  return [
    {
      what: `Key to painted mark, ${size}, median`,
      value: median(painted),
      unit: 'ms',
      goal: goalMs,
      more: `of ${painted.length}; in the page after ${show(inserted, 'ms')}, the rest is the frame`,
    },
    { what: '… p95', value: percentile(painted, 0.95), unit: 'ms', goal: goalMs, more: '' },
  ];
}

/** From Ctrl+K, once its script is loaded, to the frame that shows the palette's field. */
async function openPalette(desk: Desk): Promise<Figure> {
  const { articleId } = await desk.article(sizes.dense);
  const page = await desk.openPage();
  await page.goto(`${desk.url}/articles/${articleId}`);
  await page.evaluate(() => window.bench.opened);
  const field = page.locator('dialog[open] input[role="combobox"]');
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    times.push(await page.evaluate(timeToPalette));
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
  }
  await page.context().close();
  const opened = times.slice(1);
  const more = `of ${runs}; p95 ${show(percentile(opened, 0.95), 'ms')}`;
  return { what: 'Key to open palette, median', value: median(opened), unit: 'ms', goal: 100, more };
}

/** In the browser: milliseconds from the key to the frame that shows the field. */
function timeToPalette(): Promise<number> {
  const start = performance.now();
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }),
  );
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('dialog[open] input[role="combobox"]') === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - start));
    };
    look();
  });
}

/** Marks one gap after the other, in an article of its own, and makes sure that each mark was saved. */
async function markByKey(desk: Desk, size: ArticleSize): Promise<MarkTimes[]> {
  const { editor } = desk.team;
  const { articleId } = await importGalleyFile(editor, { file: annotatedArticle({ ...size, seed: 77 }) });
  const page = await desk.openPage();
  await page.goto(`${desk.url}/articles/${articleId}`);
  await page.evaluate(() => window.bench.opened);
  const times: MarkTimes[] = [];
  for (let run = 0; run < warmUps + runs; run += 1) times.push(await markNextGap(page));
  await untilQuiet(page);
  await page.context().close();
  const state = await getArticleState(editor, articleId);
  const saved = Object.keys(state.annotations).length - size.annotations;
  if (saved !== times.length) throw new Error(`${times.length} marks were painted and ${saved} saved.`);
  return times.slice(warmUps);
}

async function markNextGap(page: Page): Promise<MarkTimes> {
  const before = page.getByRole('document').locator('[data-sentence-cursor]');
  const words = await before.allInnerTexts();
  await page.keyboard.press('g');
  await page.waitForFunction(
    (old) =>
      Array.from(
        document.querySelectorAll('[data-sentence-cursor]'),
        ({ textContent }) => textContent,
      ).join() !== old,
    words.join(),
  );
  // The reader reads; what the last mark still had to do (saving it, measuring cards) is over by then.
  await page.waitForTimeout(300);
  await page.evaluate(() => window.bench.arm());
  await page.keyboard.press('c');
  return page.evaluate(() => window.bench.marked());
}
