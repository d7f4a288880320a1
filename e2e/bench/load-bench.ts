import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Figure, percentile, show } from '@/lib/cli/figures';
import { execute } from '@/lib/server/execute';
import { planMark } from '../faults/changes';
import { type Follower, follow } from '../faults/follower';
import { makeNewsroom, type Newsroom } from '../faults/newsroom';
import { createPatientWriter } from '../faults/patient-writer';
import { repeat } from '../support/repeat';
import type { Bench, Desk } from './desk';

const people = repeat({ short: 20, full: 100 });
const writing = people / 2;
const idle = repeat({ short: 100, full: 1_000 });
const idleArticles = 10;
const everyMs = 2_000;
const warmUpMs = repeat({ short: 4_000, full: 10_000 });
const measuredMs = repeat({ short: 10_000, full: 90_000 });

/** A newsroom at its busiest: everybody in one session, half of them writing all the time, and many streams beside it. */
export const loadBench: Bench = {
  name: 'load',
  async measure(desk) {
    const one = await runLoad(desk, [desk.app], 'one process');
    const other = await desk.startAnother();
    try {
      return [...one, ...(await runLoad(desk, [desk.app, other], 'two processes'))];
    } finally {
      await other.stop();
    }
  },
};

type App = Desk['app'];

async function runLoad({ say }: Desk, apps: readonly App[], how: string): Promise<Figure[]> {
  const room = await makeNewsroom({ writers: people, articles: 1 + idleArticles, words: 900 });
  await openSession(room);
  const before = memoryOf(apps);
  const quiet = Array.from({ length: idle }, (_, index) =>
    followAs(room, apps, index, 1 + (index % idleArticles)),
  );
  const live = Array.from({ length: people }, (_, index) => followAs(room, apps, index, 0));
  // Who has heard what happened before stands in the stream.
  for (const follower of quiet) await follower.until(1, 120_000);
  for (const follower of live) await follower.until(eventsBefore, 120_000);
  const connected = memoryOf(apps);
  const writers = startWriters(room, apps);
  await pause(warmUpMs);
  const from = Date.now();
  await pause(measuredMs);
  const to = Date.now();
  const during = memoryOf(apps);
  const { acknowledged, setbacks } = await writers.stop();
  const events = acknowledged.length + eventsBefore;
  for (const follower of live) await follower.until(events, 30_000);
  for (const follower of [...quiet, ...live]) follower.stop();
  await pause(5_000);
  const after = memoryOf(apps);
  for (const follower of live) ensureWhole(follower, events);
  const breaks = [...quiet, ...live].reduce((sum, { endings }) => sum + Math.max(0, endings.length - 1), 0);
  say(`  ${how}: ${setbacks} setbacks of writers, ${breaks} streams that broke and came back.`);
  const times = acknowledged.filter(({ at }) => at >= from && at <= to).map(({ ms }) => ms);
  const lags = live.flatMap(({ heard }) =>
    heard.filter(({ at }) => at >= from && at <= to).map(({ lagMs }) => lagMs),
  );
  const what = `${writing} of ${people} people write every 2 s beside ${idle.toLocaleString('en-GB')} idle streams, ${how}`;
  return [
    ...timeFigures(`Acknowledgement, ${what}`, times, setbacks),
    lagFigure(`Lag of the ${people} followers, ${how}`, lags),
    {
      what: `Memory of the app with all streams, ${how}`,
      value: during,
      unit: 'MB',
      more: `before ${show(before, 'MB')}, streams alone ${show(connected, 'MB')}, afterwards ${show(after, 'MB')}`,
    },
  ];
}

/** Its import, and the session that was opened on it. */
const eventsBefore = 2;

/** The session on the first article, with everybody in it. */
async function openSession({ editor, writers, articles }: Newsroom): Promise<void> {
  await execute(editor, articles[0]?.articleId ?? '', {
    commandId: randomUUID(),
    type: 'session.open',
    sessionId: randomUUID(),
    fields: {
      goal: 'Ready for print',
      deadlineAt: null,
      participantIds: writers.map(({ actor }) => actor.userId),
      firstCome: false,
    },
  });
}

function followAs(room: Newsroom, apps: readonly App[], index: number, article: number): Follower {
  return follow({
    origin: apps[index % apps.length]?.url ?? '',
    articleId: room.articles[article]?.articleId ?? '',
    token: room.writers[index % room.writers.length]?.token ?? '',
  });
}

/** Every writer begins at another moment and then sends a mark every two seconds, whether or not the last was answered. */
function startWriters(room: Newsroom, apps: readonly App[]) {
  const [article] = room.articles;
  if (article === undefined) throw new Error('There is no article to write on.');
  const acknowledged: { readonly at: number; readonly ms: number }[] = [];
  const sending = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let setbacks = 0;
  let number = 0;
  let failure: unknown;
  for (const [index, { token }] of room.writers.slice(0, writing).entries()) {
    const writer = createPatientWriter({ origins: [apps[index % apps.length]?.url ?? ''], token });
    const write = async (): Promise<void> => {
      const planned = planMark(article, room, number++);
      const acknowledgement = await writer.send(planned.change);
      planned.learn(acknowledgement);
      acknowledged.push({ at: Date.now(), ms: acknowledgement.ms });
      setbacks += acknowledgement.setbacks.length;
    };
    const begin = (): void => {
      const one = write().catch((error: unknown) => {
        failure = error;
      });
      sending.add(one);
      void one.then(() => sending.delete(one));
    };
    timers.push(
      setTimeout(
        () => {
          begin();
          timers.push(setInterval(begin, everyMs));
        },
        (index * everyMs) / writing,
      ),
    );
  }
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(sending);
      if (failure !== undefined) throw failure;
      return { acknowledged, setbacks };
    },
  };
}

function ensureWhole({ heard }: Follower, events: number): void {
  const isWhole = heard.length === events && heard.every(({ seq }, index) => seq === index + 1);
  if (!isWhole) throw new Error(`A follower heard ${heard.length} of ${events} events.`);
}

function timeFigures(what: string, times: readonly number[], setbacks: number): Figure[] {
  const more = `p50 ${show(percentile(times, 0.5), 'ms')}, ${times.length} changes, ${setbacks} sent again`;
  return [
    { what: `${what}, p95`, value: percentile(times, 0.95), unit: 'ms', more, goal: 300 },
    { what: '… p99', value: percentile(times, 0.99), unit: 'ms', more: '', goal: 800 },
  ];
}

function lagFigure(what: string, lags: readonly number[]): Figure {
  const more = `p50 ${show(percentile(lags, 0.5), 'ms')}, p99 ${show(percentile(lags, 0.99), 'ms')}, ${lags.length} times heard`;
  return { what: `${what}, p95`, value: percentile(lags, 0.95), unit: 'ms', more, goal: 1_000 };
}

/** What all processes of the app hold in memory together, in megabytes; 0 where the system does not say. */
function memoryOf(apps: readonly App[]): number {
  return apps.reduce((sum, { pid }) => sum + residentMb(pid), 0);
}

function residentMb(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb ?? 0) / 1_024;
  } catch {
    return 0; // another system than Linux
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
