import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { addToRates } from './add-to-rates';
import { createSharedCount, type SharedCount, shareAfterMs } from './shared-count';

/** Processes that count together in one database; time passes when it is told to. */
function setUp(share = addToRates) {
  let now = 0;
  let timers: (() => void)[] = [];
  const statements: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  const start = (): SharedCount =>
    createSharedCount({
      share: (sent) => {
        const answer = share(sent);
        statements.push(answer);
        return answer;
      },
      onFailure: (error) => failures.push(error),
      now: () => now,
      schedule: (callback) => timers.push(callback),
    });
  /** Lets time pass, and what is due be said and heard. */
  async function pass(ms: number = shareAfterMs): Promise<void> {
    now += ms;
    const due = timers;
    timers = [];
    for (const callback of due) callback();
    await Promise.allSettled(statements);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { start, pass, failures, statements };
}

/** How many of so many requests were let through. */
const send = (process: SharedCount, key: string, times: number, limit = 100): number =>
  Array.from({ length: times }, () => process.add(key, limit)).filter((count) => count !== undefined).length;

it('counts for all processes together, also for one that starts later', async () => {
  const { start, pass } = setUp();
  const [one, two] = [start(), start()];
  const [key, another] = [randomUUID(), randomUUID()];
  expect([send(one, key, 40), send(two, key, 40)]).toEqual([40, 40]);
  await pass();
  await pass();
  // Each hears of the others when it says what it counted itself.
  expect([send(one, key, 1), send(two, key, 1)]).toEqual([1, 1]);
  await pass();
  expect(one.count(key).count).toBeGreaterThanOrEqual(81);
  expect(two.count(key).count).toBeGreaterThanOrEqual(81);
  const further = send(one, key, 50);
  await pass();
  send(two, key, 1);
  await pass();
  expect(82 + further).toBeLessThanOrEqual(101);
  expect(send(two, key, 50)).toBe(0);
  const late = start();
  expect(send(late, key, 1)).toBe(1);
  await pass();
  expect(send(late, key, 50)).toBe(0);
  expect(send(late, another, 50)).toBe(50);
});

it('says what was counted in one statement for all keys, and nothing while nobody asks', async () => {
  const { start, pass, statements } = setUp();
  const one = start();
  const keys = Array.from({ length: 20 }, () => randomUUID());
  for (const key of keys) send(one, key, 30);
  await pass();
  expect(statements).toHaveLength(1);
  const rows = await db.rateLimit.findMany({ where: { key: { in: keys } } });
  expect(rows.map(({ points }) => points)).toEqual(keys.map(() => 30));
  await pass();
  await pass();
  expect(statements).toHaveLength(1);
});

it('begins anew after the minute of whoever sent first', async () => {
  const { start, pass } = setUp();
  const [one, two] = [start(), start()];
  const key = randomUUID();
  expect(send(one, key, 120)).toBe(100);
  await pass();
  await pass(30_000);
  send(two, key, 1);
  await pass();
  expect(send(two, key, 5)).toBe(0);
  expect(two.count(key).leftMs).toBeLessThanOrEqual(60_000);
  await db.rateLimit.update({ where: { key }, data: { expire: new Date(0) } });
  await pass(60_000);
  expect([send(one, key, 60), send(two, key, 60)]).toEqual([60, 60]);
  await pass();
  expect(await db.rateLimit.findUnique({ where: { key } })).toMatchObject({ points: 120 });
});

it('goes on by itself while counts cannot be shared, and says what it missed afterwards', async () => {
  let isDown = true;
  const { start, pass, failures } = setUp((sent) =>
    isDown ? Promise.reject(new Error('No database.')) : addToRates(sent),
  );
  const one = start();
  const key = randomUUID();
  expect(send(one, key, 60)).toBe(60);
  await pass();
  expect(failures).toHaveLength(1);
  expect(send(one, key, 60)).toBe(40);
  isDown = false;
  await pass();
  expect(await db.rateLimit.findUnique({ where: { key } })).toMatchObject({ points: 100 });
});

it('lets processes add the same keys at once, in whatever order they hold them', async () => {
  const keys = Array.from({ length: 2_000 }, () => randomUUID());
  const sent = keys.map((key) => ({ key, added: 1, leftMs: 60_000 }));
  await Promise.all(
    Array.from({ length: 6 }, (_, at) => addToRates(at % 2 === 0 ? sent : sent.toReversed())),
  );
  const told = await addToRates(sent);
  expect(told.map(({ count }) => count)).toEqual(keys.map(() => 7));
});
