import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import type { ArticleSize } from './annotated-article';
import { type Bench, type Desk, sizes } from './desk';
import type { OpenTimes } from './page-probe';
import { untilQuiet } from './until-quiet';

const runs = 7;
const goalMs = 1_000;

/** How long after a navigation begins an article can be worked on: marks and cards are seen, and a key acts. */
export const openBench: Bench = {
  name: 'open',
  async measure(desk) {
    const { sample, huge } = sizes;
    const bare: ArticleSize = { words: huge.words, annotations: 0 };
    await visit(desk, sample, 2); // the server's own first time is not the reader's
    const first = await visit(desk, sample, runs);
    const again = await visitAgain(desk, sample, runs);
    const largest = await visit(desk, huge, 5);
    const without = await visit(desk, bare, 5);
    return [
      figure('Article of 900 words with 200 annotations usable after navigation, first visit', first, goalMs),
      figure('… later visit (scripts in the browser’s cache)', again, goalMs),
      figure('Article of 50,000 words with 5,000 annotations usable, first visit', largest),
      figure('… the same without annotations', without),
      {
        what: '… ratio of the two',
        value: median(largest.map(({ usable }) => usable)) / median(without.map(({ usable }) => usable)),
        unit: '×',
        more: '',
      },
    ];
  },
};

/** A browser of its own for each visit. */
async function visit(desk: Desk, size: ArticleSize, times: number): Promise<OpenTimes[]> {
  const { articleId } = await desk.article(size);
  const found: OpenTimes[] = [];
  for (let run = 0; run < times; run += 1) {
    const page = await desk.openPage({ expectsMarks: size.annotations > 0 });
    await page.goto(`${desk.url}/articles/${articleId}`, { waitUntil: 'commit' });
    found.push(await page.evaluate(() => window.bench.opened));
    await page.context().close();
  }
  return found;
}

/** One browser that comes back to the article. */
async function visitAgain(desk: Desk, size: ArticleSize, times: number): Promise<OpenTimes[]> {
  const { articleId } = await desk.article(size);
  const page = await desk.openPage();
  const found: OpenTimes[] = [];
  for (let run = 0; run <= times; run += 1) {
    await page.goto('about:blank');
    await page.goto(`${desk.url}/articles/${articleId}`, { waitUntil: 'commit' });
    found.push(await page.evaluate(() => window.bench.opened));
    await untilQuiet(page);
  }
  await page.context().close();
  return found.slice(1);
}

function figure(what: string, times: readonly OpenTimes[], goal?: number): Figure {
  const middle = (pick: (time: OpenTimes) => number): string => show(median(times.map(pick)), 'ms');
  const usable = times.map((time) => time.usable);
  const parts = [
    `answered ${middle((time) => time.answered)}`,
    `received ${middle((time) => time.received)}`,
    `first paint ${middle((time) => time.firstPaint)}`,
    `marks and cards ${middle((time) => time.painted)}`,
  ];
  return {
    what,
    value: median(usable),
    unit: 'ms',
    more: `median of ${times.length}, slowest ${show(percentile(usable, 1), 'ms')}; ${parts.join(', ')}`,
    ...(goal === undefined ? {} : { goal }),
  };
}
