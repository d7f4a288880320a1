import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { type Bench, sizes } from './desk';
import { type Answer, createClient } from './http-client';

const runs = 5;

/** Time and size of a report of the largest article, in each format, as a program gets it. */
export const exportBench: Bench = {
  name: 'export',
  async measure(desk) {
    const { articleId } = await desk.article(sizes.huge);
    const client = createClient(desk.url, desk.token);
    const figures: Figure[] = [];
    for (const format of ['html', 'jsonld', 'json']) {
      const answers: Answer[] = [];
      for (let run = 0; run <= runs; run += 1) {
        answers.push(await client.get(`/api/articles/${articleId}/export?format=${format}`));
      }
      figures.push(figureOf(format, answers.slice(1)));
    }
    client.close();
    return figures;
  },
};

function figureOf(format: string, answers: readonly Answer[]): Figure {
  const times = answers.map(({ ms }) => ms);
  const bytes = answers[0]?.body.length ?? 0;
  return {
    what: `Export as ${format}, 5,000 annotations`,
    value: median(times),
    unit: 'ms',
    more: `${(bytes / 1_000_000).toFixed(1)} MB, median of ${times.length}, slowest ${show(percentile(times, 1), 'ms')}`,
  };
}
