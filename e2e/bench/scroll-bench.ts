import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import type { ArticleSize } from './annotated-article';
import { type Bench, type Desk, sizes } from './desk';
import { untilQuiet } from './until-quiet';

const frames = 600;
/** About 5,000 pixels a second: faster than anybody reads, as somebody looking for a passage scrolls. */
const pixelsPerFrame = 84;

/** Frame times while an article is scrolled without a pause. */
export const scrollBench: Bench = {
  name: 'scroll',
  async measure(desk) {
    const figures: Figure[] = [];
    for (const size of [sizes.dense, sizes.huge]) figures.push(await scroll(desk, size));
    return figures;
  },
};

async function scroll(desk: Desk, size: ArticleSize): Promise<Figure> {
  const { articleId } = await desk.article(size);
  const page = await desk.openPage();
  await page.goto(`${desk.url}/articles/${articleId}`);
  await page.evaluate(() => window.bench.opened);
  await untilQuiet(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  const steps = Math.min(frames, Math.floor(height / pixelsPerFrame));
  const gaps = await page.evaluate(([pixels, count]) => window.bench.scroll(pixels, count), [
    pixelsPerFrame,
    steps,
  ] as const);
  await page.context().close();
  const late = gaps.filter((gap) => gap > 20).length;
  return {
    what: `Frame while scrolling, ${size.annotations.toLocaleString('en-GB')} annotations, p95`,
    value: percentile(gaps, 0.95),
    unit: 'ms',
    more: `median ${show(median(gaps), 'ms')}, longest ${show(percentile(gaps, 1), 'ms')}, ${late} of ${gaps.length} frames late`,
  };
}
