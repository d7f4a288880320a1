import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { type ExportFormatName, exportFormats } from '@/lib/exchange/formats';
import { type Bench, sizes } from './desk';
import { type Answer, type Client, createClient } from './http-client';

const runs = 2;
const formats = Object.keys(exportFormats) as ExportFormatName[]; // the record's own keys

/**
 * Time, size and memory of a report of the largest article in every format, as a program gets it, and how long others
 * wait for a small answer meanwhile.
 */
export const exportsBench: Bench = {
  name: 'exports',
  async measure(desk) {
    const { articleId } = await desk.article(sizes.huge);
    const [client, other] = [createClient(desk.url, desk.token), createClient(desk.url, desk.token)];
    const figures: Figure[] = [];
    const waits: number[] = [];
    for (const format of formats) {
      const watch = watchOthers(other);
      const answers: Answer[] = [];
      for (let run = 0; run < runs; run += 1)
        answers.push(await client.get(`/api/articles/${articleId}/export?format=${format}`));
      const { megabytes, ms } = await watch.stop();
      waits.push(...ms);
      figures.push(...figuresOf(format, answers, megabytes));
    }
    client.close();
    other.close();
    figures.push({
      what: 'A small answer for somebody else meanwhile, 95th percentile',
      value: percentile(waits, 0.95),
      unit: 'ms',
      more: `median ${show(median(waits), 'ms')}, slowest ${show(percentile(waits, 1), 'ms')} of ${waits.length}`,
    });
    return figures;
  },
};

function figuresOf(format: string, answers: readonly Answer[], megabytes: number): readonly Figure[] {
  const times = answers.map(({ ms }) => ms);
  const bytes = answers[0]?.body.length ?? 0;
  const what = `Export as ${format}, 5,000 annotations`;
  return [
    {
      what,
      value: percentile(times, 1),
      unit: 'ms',
      goal: 20_000,
      more: `${(bytes / 1_000_000).toFixed(1)} MB, slowest of ${times.length}`,
    },
    ...(megabytes === 0
      ? []
      : [
          {
            what: `${what}: memory of its process`,
            value: megabytes,
            unit: 'MB',
            goal: 500,
            more: 'most',
          } as const,
        ]),
  ];
}

/** Asks for something small again and again, and looks how much memory the process that writes takes (on Linux). */
function watchOthers(client: Client) {
  const ms: number[] = [];
  let [megabytes, isOver] = [0, false];
  const done = (async () => {
    while (!isOver) {
      ms.push((await client.get('/api/articles')).ms);
      megabytes = Math.max(megabytes, memoryOfWriters());
      await wait(100);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await done;
      return { megabytes, ms };
    },
  };
}

/** The most that one of the writing processes has taken so far, in megabytes; 0 where that cannot be seen. */
function memoryOfWriters(): number {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return Math.max(0, ...processes.map(memoryOfWriter));
  } catch {
    return 0; // no such folder on this system
  }
}

function memoryOfWriter(id: string): number {
  try {
    if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('writer-process.mjs')) return 0;
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_000;
  } catch {
    return 0; // it has ended meanwhile
  }
}
