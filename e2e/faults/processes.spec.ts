import postgres from 'postgres';
import { percentile } from '@/lib/cli/figures';
import { nowhere } from '@/lib/domain/presence';
import { makeSignInTeam, signInAtTheDoor } from '../support/people';
import { repeat } from '../support/repeat';
import { expect, test } from '../support/test';
import { planMark } from './changes';
import { enterArticle } from './companion';
import { type Follower, follow, longestSilenceMs } from './follower';
import { makeNewsroom, type Newsroom } from './newsroom';
import { createPatientWriter } from './patient-writer';
import { report, spread } from './report';
import { type RoundRobin, startRoundRobin } from './round-robin';
import { compare, readTruth } from './truth';
import { type SharingApp, startSharingApp } from './two-apps';

test.describe.configure({ mode: 'serial' });

let apps: readonly SharingApp[] = [];

test.beforeAll(async () => {
  apps = [await startSharingApp(), await startSharingApp()];
});

test.afterAll(async () => {
  for (const app of apps) await app.stop();
});

const listenerKills = repeat({ short: 4, full: 50 });
/** In `npm test` browsers of other tests use the same two cores. */
const lagMs = repeat({ short: 3_000, full: 1_000 });

test('twenty followers of two processes hear everything once while their listeners are killed', async () => {
  test.setTimeout(repeat({ short: 90_000, full: 15 * 60_000 }));
  const room = await makeNewsroom({ writers: 4, articles: 1, words: 900 });
  const articleId = room.articles[0]?.articleId ?? '';
  const followers = Array.from({ length: 20 }, (_, index) =>
    follow({ origin: urlOf(index), articleId, token: room.writers[index % 4]?.token ?? '' }),
  );
  // Both processes write, so that events cross: each follower hears of half of them through the other process only.
  const writing = writeSteadily(room, [urlOf(0), urlOf(1)], 100);
  let killed = 0;
  for (let count = 0; count < listenerKills; count += 1) {
    await pause(700);
    killed += await killListeners();
  }
  await pause(700);
  const sent = await writing.stop();
  const counts = await countHeard(articleId, followers);
  const lags = followers.flatMap(({ heard }) => heard.slice(1).map(({ lagMs }) => lagMs));
  report(
    `listener connections killed, ${killed} of two processes, 20 live followers`,
    `${counts.unheard} unheard, ${counts.heardTwice} doubled of ${sent + 1} events each; lag ${spread(lags)}`,
    'each follower’s set = database’s; p95 lag < 1 s',
  );
  expect(killed).toBeGreaterThanOrEqual(listenerKills);
  expect(counts).toEqual({ unheard: 0, heardTwice: 0, outOfOrder: 0, inTable: sent + 1 });
  expect(percentile(lags, 0.95)).toBeLessThan(lagMs);
});

test('a hundred people on two processes see each other come, move and go, and nothing of it is written down', async () => {
  test.setTimeout(90_000);
  const people = 100;
  const moves = 3;
  const room = await makeNewsroom({ writers: people, articles: 1, words: 300 });
  const articleId = room.articles[0]?.articleId ?? '';
  const all = room.writers.map(({ token }, index) =>
    enterArticle({ origin: urlOf(index), articleId, token }),
  );
  const everybody = (count: number) => all.filter(({ seen }) => seen.size === count).length;
  await expect.poll(() => everybody(people), { timeout: 20_000 }).toBe(people);
  const framesBefore = all.map(({ frames }) => frames());
  const began = Date.now();
  for (let move = 1; move <= moves; move += 1) {
    // Each speaks to the process that does not have their stream, as behind a balancer.
    const statuses = await Promise.all(
      all.map((one, index) =>
        one.moveAt(urlOf(index + 1), { ...nowhere, view: move, isWriting: move === moves }),
      ),
    );
    expect(statuses.every((status) => status === 204)).toBe(true);
  }
  const moved = () =>
    all.filter(({ seen }) => [...seen.values()].every(({ view, isWriting }) => view === moves && isWriting))
      .length;
  await expect.poll(moved, { timeout: 20_000 }).toBe(people);
  const tookMs = Date.now() - began;
  const frames = Math.max(...all.map((one, index) => one.frames() - (framesBefore[index] ?? 0)));
  for (const one of all.slice(people / 2)) one.leave();
  const staying = all.slice(0, people / 2);
  await expect
    .poll(() => staying.filter(({ seen }) => seen.size === people / 2).length, { timeout: 20_000 })
    .toBe(people / 2);
  for (const one of staying) one.leave();
  const { seqs } = await readTruth(process.env.DATABASE_URL ?? '', articleId);
  report(
    `presence of ${people} people on two processes, ${people * moves} movements in ${tookMs} ms`,
    `each told in ${frames} frames at most, ${seqs.length - 1} events written`,
    'everybody sees everybody, no row per movement',
  );
  expect(seqs).toHaveLength(1);
  expect(frames).toBeLessThan((people * moves) / 2);
});

test('both processes know who has signed in at either, and who is out is out at both', async ({
  playwright,
}) => {
  const team = await makeSignInTeam();
  const browser = await playwright.request.newContext();
  await signInAtTheDoor(browser, urlOf(0), team.reviewer.email);
  const { cookies } = await browser.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const statusAt = async (app: number): Promise<number> =>
    (await fetch(`${urlOf(app)}/api/v1/articles`, { headers: { cookie } })).status;
  expect([await statusAt(0), await statusAt(1)]).toEqual([200, 200]);
  await browser.post(`${urlOf(0)}/api/auth/signout`, {
    form: { csrfToken: (await (await browser.get(`${urlOf(0)}/api/auth/csrf`)).json()).csrfToken },
    headers: { origin: urlOf(0) },
  });
  expect([await statusAt(0), await statusAt(1)]).toEqual([401, 401]);
  await browser.dispose();
});

const restarts = repeat({ short: 1, full: 10 });
/** In `npm test` browsers of other tests use the same two cores. */
const silenceMs = repeat({ short: 6_000, full: 3_000 });

test('a rolling restart behind a balancer loses no event and no follower for more than three seconds', async () => {
  test.setTimeout(repeat({ short: 90_000, full: 15 * 60_000 }));
  const room = await makeNewsroom({ writers: 4, articles: 1, words: 900 });
  const articleId = room.articles[0]?.articleId ?? '';
  const balancer: RoundRobin = await startRoundRobin(apps.map(({ url }) => url));
  const followers = room.writers.map(({ token }) => follow({ origin: balancer.url, articleId, token }));
  const writing = writeSteadily(room, [balancer.url], 150);
  const ends: number[] = [];
  for (let count = 0; count < restarts; count += 1) {
    for (const app of apps) {
      await pause(500);
      const old = app.pid();
      ends.push((await app.restart()).endedMs);
      expect(app.pid()).not.toBe(old);
    }
  }
  await pause(500);
  const sent = await writing.stop();
  const counts = await countHeard(articleId, followers);
  const silence = Math.max(...followers.map(longestSilenceMs));
  await balancer.stop();
  report(
    `rolling restart of two processes, ${restarts} times, 4 followers through a balancer`,
    `${counts.unheard} unheard, ${counts.heardTwice} doubled of ${sent + 1}; longest silence ${silence} ms; a process ended within ${spread(ends)}`,
    'no gap, silence ≤ 3 s',
  );
  expect(
    followers.some(({ endings }) => endings.includes('restart')),
    'streams were ended by the restart',
  ).toBe(true);
  expect(counts).toEqual({ unheard: 0, heardTwice: 0, outOfOrder: 0, inTable: sent + 1 });
  expect(silence).toBeLessThanOrEqual(silenceMs);
});

const urlOf = (index: number): string => apps[index % apps.length]?.url ?? '';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Each writer sends a mark every so often, in turn to these addresses, until told to stop; answers how many there are. */
function writeSteadily(room: Newsroom, origins: readonly string[], everyMs: number) {
  const [article] = room.articles;
  if (article === undefined) throw new Error('There is no article to write on.');
  let sent = 0;
  let isOver = false;
  const all = Promise.all(
    room.writers.map(async ({ token }, index) => {
      const writer = createPatientWriter({ origins, token, keepAlive: false });
      while (!isOver) {
        const began = Date.now();
        const planned = planMark(article, room, index + sent * 7);
        planned.learn(await writer.send(planned.change));
        sent += 1;
        await pause(Math.max(0, everyMs * room.writers.length - (Date.now() - began)));
      }
      writer.close();
    }),
  );
  return {
    async stop(): Promise<number> {
      isOver = true;
      await all;
      return sent;
    },
  };
}

/** Ends the connections by which the processes hear of changes, as a failing network would; answers how many. */
async function killListeners(): Promise<number> {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined });
  try {
    const killed = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and (application_name = 'galley-listen' or query ilike 'listen %')`;
    return killed.length;
  } finally {
    await sql.end();
  }
}

async function countHeard(articleId: string, followers: readonly Follower[]) {
  const { seqs } = await readTruth(process.env.DATABASE_URL ?? '', articleId);
  const counts = { unheard: 0, heardTwice: 0, outOfOrder: 0, inTable: seqs.length };
  for (const follower of followers) {
    await follower.until(seqs.at(-1) ?? 0, 20_000);
    follower.stop();
    const heard = follower.heard.map(({ seq }) => String(seq));
    const { lost, duplicate, strange } = compare(seqs.map(String), heard);
    counts.unheard += lost;
    counts.heardTwice += duplicate + strange;
    counts.outOfOrder += heard.filter(
      (seq, index) => index > 0 && Number(seq) !== Number(heard[index - 1]) + 1,
    ).length;
  }
  return counts;
}
