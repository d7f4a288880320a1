import type { Page } from '@playwright/test';
import type { Figure } from '@/lib/cli/figures';
import { type Bench, sizes } from './desk';
import { untilQuiet } from './until-quiet';

const goalKb = 350;

/** How much JavaScript the workbench brings along, compressed, as it came over the network into an empty cache. */
export const scriptBench: Bench = {
  name: 'script',
  async measure(desk) {
    const { articleId } = await desk.article(sizes.sample);
    const page = await desk.openPage();
    await page.goto(`${desk.url}/articles/${articleId}`);
    await page.evaluate(() => window.bench.opened);
    const needed = await scriptsOf(page);
    await untilQuiet(page);
    const all = await scriptsOf(page);
    const document = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation');
      return entry instanceof PerformanceNavigationTiming ? entry.encodedBodySize : 0;
    });
    await page.context().close();
    const largest = [...all].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    return [
      figure(
        'JavaScript of the workbench, compressed',
        all,
        goalKb,
        `the largest: ${largest.map(line).join(', ')}`,
      ),
      figure('… of it, until usable', needed, undefined, ''),
      {
        what: 'Page of the workbench with its article, compressed',
        value: document / 1_000,
        unit: 'kB',
        more: '',
      },
    ];
  },
};

type Script = { readonly name: string; readonly bytes: number };

async function scriptsOf(page: Page): Promise<Script[]> {
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap((entry) => {
      const { pathname } = new URL(entry.name);
      if (!(entry instanceof PerformanceResourceTiming) || !pathname.endsWith('.js')) return [];
      return [
        {
          name: pathname.split('/').at(-1) ?? '',
          bytes: entry.encodedBodySize,
          whole: entry.decodedBodySize,
        },
      ];
    }),
  );
  const plain = scripts.find(({ bytes, whole }) => bytes >= whole && whole > 2_000);
  if (plain !== undefined) throw new Error(`${plain.name} came without compression.`);
  return scripts;
}

function figure(what: string, scripts: readonly Script[], goal: number | undefined, more: string): Figure {
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  const count = `${scripts.length} files`;
  return {
    what,
    value: bytes / 1_000,
    unit: 'kB',
    more: more === '' ? count : `${count}; ${more}`,
    ...(goal === undefined ? {} : { goal }),
  };
}

const line = ({ name, bytes }: Script): string => `${name} ${Math.round(bytes / 1_000)} kB`;
