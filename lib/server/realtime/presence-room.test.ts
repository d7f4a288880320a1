import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { nowhere, type Whereabouts } from '@/lib/domain/presence';
import { env } from '../env';
import { channels, startListening } from './listen';
import { createPresenceRoom, expireMs, type PresenceNotice, type PresenceRoom } from './presence-room';

const articleId = randomUUID();
const place = (userId: string) => ({ articleId, userId, client: randomUUID() });
const at = (start: number): Whereabouts => ({ ...nowhere, view: start, passage: { start, end: start + 5 } });

/** Processes that hear each other's notices; time passes when it is told to. */
function setUp(count: number) {
  let now = 0;
  let timers: { callback: () => void; at: number }[] = [];
  const notices: PresenceNotice[] = [];
  const rooms: PresenceRoom[] = Array.from({ length: count }, (_, index) =>
    createPresenceRoom({
      self: `process ${index}`,
      tell: (notice) => {
        notices.push(notice);
        for (const room of rooms) room.hear(JSON.stringify(notice));
      },
      now: () => now,
      schedule: (callback, afterMs) => void timers.push({ callback, at: now + afterMs }),
    }),
  );
  function pass(ms: number): void {
    for (const end = now + ms; now < end; ) {
      now += 50;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const { callback } of due) callback();
    }
  }
  const who = (room: PresenceRoom | undefined) =>
    room
      ?.everybody(articleId)
      .map(({ userId }) => userId)
      .sort();
  return { rooms, notices, pass, who };
}

describe('who is in an article', () => {
  it('is known in every process, from coming to moving to leaving', () => {
    const { rooms, pass, who } = setUp(2);
    const [here, there] = rooms;
    const ada = place(randomUUID());
    const leave = here?.enter(ada);
    pass(300);
    expect(who(there)).toEqual([ada.userId]);
    expect(here?.move(ada, at(10))).toBe(true);
    pass(300);
    expect(there?.everybody(articleId)).toMatchObject([{ userId: ada.userId, at: at(10) }]);
    leave?.();
    pass(300);
    expect(who(here)).toEqual([]);
    expect(who(there)).toEqual([]);
  });

  it('tells many movements as one, with the latest place', () => {
    const { rooms, notices, pass } = setUp(2);
    const ada = place(randomUUID());
    rooms[0]?.enter(ada);
    pass(300);
    const told = notices.length;
    const step = rooms[1]?.step(articleId) ?? 0;
    for (let offset = 0; offset < 50; offset += 1) rooms[0]?.move(ada, at(offset));
    pass(300);
    expect(notices.length - told).toBe(1);
    expect(rooms[1]?.stepsSince(articleId, step)).toMatchObject([{ here: [{ at: at(49) }], left: [] }]);
  });

  it('says nothing again when nothing moved', () => {
    const { rooms, pass } = setUp(1);
    const ada = place(randomUUID());
    rooms[0]?.enter(ada);
    rooms[0]?.move(ada, at(3));
    pass(300);
    const step = rooms[0]?.step(articleId);
    rooms[0]?.move(ada, at(3));
    rooms[0]?.beat();
    pass(300);
    expect(rooms[0]?.step(articleId)).toBe(step);
  });

  it('forgets whom nobody has spoken of, and keeps whom their process speaks of', () => {
    const { rooms, pass, who } = setUp(2);
    const [alive, killed] = rooms;
    const ada = place(randomUUID());
    const bob = place(randomUUID());
    alive?.enter(ada);
    killed?.enter(bob);
    pass(300);
    expect(who(alive)).toEqual([ada.userId, bob.userId].sort());
    // The second process is killed: it says nothing any more.
    for (let waited = 0; waited <= expireMs; waited += 5_000) {
      pass(5_000);
      alive?.beat();
    }
    pass(300);
    expect(who(alive)).toEqual([ada.userId]);
  });

  it('keeps who moved from one process to another, whichever notice comes first', () => {
    const { rooms, pass, who } = setUp(3);
    const ada = place(randomUUID());
    const leaveOld = rooms[0]?.enter(ada);
    pass(300);
    rooms[1]?.enter(ada);
    pass(300);
    leaveOld?.();
    pass(300);
    pass(300);
    for (const room of rooms) expect(who(room)).toEqual([ada.userId]);
  });

  it('moves nobody who is not here, and hears nothing that is not a notice of its own kind', () => {
    const { rooms, pass, who } = setUp(1);
    expect(rooms[0]?.move(place(randomUUID()), at(1))).toBe(false);
    for (const payload of [
      '',
      '{',
      '[]',
      '{"from":"x","say":[{"articleId":"y"}]}',
      '{"from":"x","say":"all"}',
    ])
      rooms[0]?.hear(payload);
    pass(300);
    expect(who(rooms[0])).toEqual([]);
  });

  it('has a bound', () => {
    const { rooms, pass } = setUp(1);
    for (let count = 0; count < 400; count += 1) rooms[0]?.enter(place(randomUUID()));
    pass(300);
    expect(rooms[0]?.everybody(articleId)).toHaveLength(300);
  });
});

it('is told between two real listening connections, also after one of them was killed', async () => {
  const processes = ['one', 'two'].map((self) => {
    const listening = startListening(env.DATABASE_URL);
    const room = createPresenceRoom({
      self,
      tell: (notice) =>
        void db.$executeRaw`SELECT pg_notify(${channels.presence}, ${JSON.stringify(notice)})`.then(),
      now: Date.now,
      schedule: (callback, afterMs) => void setTimeout(callback, afterMs),
    });
    listening.on('presence', null, room.hear);
    return { room, listening };
  });
  const [one, two] = processes;
  const ada = place(randomUUID());
  const leave = one?.room.enter(ada);
  const seen = () => two?.room.everybody(articleId).map(({ userId, at: { view } }) => ({ userId, view }));
  await vi.waitFor(() => expect(seen()).toEqual([{ userId: ada.userId, view: null }]), 5_000);
  await db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE application_name = 'galley-listen' AND datname = current_database()`;
  one?.room.move(ada, at(7));
  await vi.waitFor(() => expect(seen()).toEqual([{ userId: ada.userId, view: 7 }]), 5_000);
  leave?.();
  await vi.waitFor(() => expect(seen()).toEqual([]), 5_000);
  for (const { listening } of processes) await listening.close();
});

it('holds a hundred people in two processes with a notice for many movements, and writes no row', async () => {
  const told: PresenceNotice[] = [];
  const processes = ['red', 'blue'].map((self) => {
    const listening = startListening(env.DATABASE_URL);
    const room = createPresenceRoom({
      self,
      tell: (notice) => {
        told.push(notice);
        void db.$executeRaw`SELECT pg_notify(${channels.presence}, ${JSON.stringify(notice)})`.then();
      },
      now: Date.now,
      schedule: (callback, afterMs) => void setTimeout(callback, afterMs),
    });
    listening.on('presence', null, room.hear);
    return { room, listening };
  });
  const [red, blue] = processes;
  const people = Array.from({ length: 100 }, () => place(randomUUID()));
  const rowsBefore = await countRows();
  for (const [index, one] of people.entries()) (index % 2 === 0 ? red : blue)?.room.enter(one);
  const seenBy = (process: typeof red) => process?.room.everybody(articleId) ?? [];
  for (const process of processes)
    await vi.waitFor(() => expect(seenBy(process)).toHaveLength(100), { timeout: 5_000 });
  told.length = 0;
  for (let move = 1; move <= 30; move += 1)
    for (const [index, one] of people.entries()) (index % 2 === 0 ? red : blue)?.room.move(one, at(move));
  for (const process of processes)
    await vi.waitFor(
      () => expect(seenBy(process).filter(({ at: { view } }) => view === 30)).toHaveLength(100),
      { timeout: 5_000 },
    );
  // Three thousand movements: a notice holds twenty people, and each person once.
  expect(told.flatMap(({ say }) => say)).toHaveLength(100);
  expect(told.length).toBeLessThanOrEqual(6);
  expect(Math.max(...told.map((notice) => Buffer.byteLength(JSON.stringify(notice))))).toBeLessThan(8_000);
  expect(await countRows()).toBe(rowsBefore);
  for (const { listening } of processes) await listening.close();
});

/** The rows of all tables together. */
async function countRows(): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT sum((xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', relname), false, true, '')))[1]::text::int)::int AS total
    FROM pg_stat_user_tables`;
  return counted?.total ?? -1;
}
