import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { type ExportFormatName, exportFormats } from '@/lib/exchange/formats';
import { type Bench, sizes } from './desk';
import { type Answer, type Client, createClient } from './http-client';

const runs = 2;
const formats = Object.keys(exportFormats) as ExportFormatName[]; // the record's own keys

/**
 * Time, size and memory of a report of the largest article in every format, as a program gets it, what the app itself
 * takes for it, and how long others wait for a small answer meanwhile.
 */
export const exportsBench: Bench = {
  name: 'exports',
  async measure(desk) {
    const { articleId } = await desk.article(sizes.huge);
    const [client, other] = [createClient(desk.url, desk.token), createClient(desk.url, desk.token)];
    const figures: Figure[] = [];
    const waits: number[] = [];
    const ofApp: number[] = [];
    for (const format of formats) {
      const watch = watchOthers(other, desk.app.pid);
      const answers: Answer[] = [];
      for (let run = 0; run < runs; run += 1)
        answers.push(await client.get(`/api/articles/${articleId}/export?format=${format}`));
      const { writer, app, ms } = await watch.stop();
      waits.push(...ms);
      // A Galley file is read and written by the app itself, piece by piece; of the others it only passes pieces on.
      figures.push(...figuresOf(format, answers, format === 'json' ? app : writer));
      if (format !== 'json') ofApp.push(app);
    }
    client.close();
    other.close();
    const most = Math.max(...ofApp);
    if (most > 0)
      figures.push({
        what: 'Memory that the app takes for the other formats, 5,000 annotations',
        value: most,
        unit: 'MB',
        goal: 500,
        more: 'most, above what it had before',
      });
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
            what: `${what}: memory of ${format === 'json' ? 'the app for it' : 'its process'}`,
            value: megabytes,
            unit: 'MB',
            goal: 500,
            more: format === 'json' ? 'most, above what it had before' : 'most',
          } as const,
        ]),
  ];
}

/** Asks for something small again and again, and looks how much memory those take who write (on Linux), in megabytes. */
function watchOthers(client: Client, app: number) {
  const ms: number[] = [];
  const before = memoryOf(app, 'VmRSS');
  let [writer, ofApp, isOver] = [0, 0, false];
  const done = (async () => {
    while (!isOver) {
      ms.push((await client.get('/api/articles')).ms);
      writer = Math.max(writer, memoryOfWriters());
      ofApp = Math.max(ofApp, memoryOf(app, 'VmRSS') - before);
      await wait(100);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await done;
      return { writer, app: ofApp, ms };
    },
  };
}

/** The most that one of the writing processes has taken so far, in megabytes; 0 where that cannot be seen. */
function memoryOfWriters(): number {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return Math.max(0, ...processes.filter(isWriter).map((id) => memoryOf(id, 'VmHWM')));
  } catch {
    return 0; // no such folder on this system
  }
}

function isWriter(id: string): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('writer-process.mjs');
  } catch {
    return false; // it has ended meanwhile
  }
}

/** What a process takes now (`VmRSS`), or took at most so far (`VmHWM`); 0 where that cannot be seen. */
function memoryOf(id: number | string, which: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const [, kilobytes = '0'] = new RegExp(`${which}:\\s+(\\d+) kB`).exec(status) ?? [];
    return Number(kilobytes) / 1_000;
  } catch {
    return 0; // it has ended meanwhile
  }
}
