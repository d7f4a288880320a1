import { describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import { plainToRichText } from '@/lib/domain/rich-text';
import { createDrafts } from './drafts';
import { createForms } from './forms';
import { emptyHistory, fittingHistory, mostKeptActs, mostKeptLength, readHistory } from './kept-history';
import { createMemory, type Memory } from './memory';
import { annotationOn, at, buildState, id, lou, mara, revisionId } from './testing/build-state';
import { createFakeDisk, type FakePage } from './testing/fake-device';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const claim = annotationOn('412 million', { id: annotationId });

/** Reads JSON with the fields of every object in the opposite order. */
function turned(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}

/** A tab that can be reloaded: every visit begins with what the server has. */
function setUp() {
  const server = createFakeServer(buildState([claim]));
  const disk = createFakeDisk();
  const requests: number[] = [];
  let made = 100;
  let time = at(5);
  let isReachable = true;
  let page: FakePage | undefined;
  function visit(as = (state: ArticleState): ArticleState => state, isOtherTab = false): Memory {
    page?.kill();
    const opened = disk.open(isOtherTab ? undefined : page);
    page = opened;
    return createMemory({
      state: as(server.getState()),
      actor: mara,
      drafts: createDrafts(),
      forms: createForms(),
      openDevice: async () => opened.device,
      unreadShelf: { read: () => null, write: () => undefined },
      now: () => time,
      newId: () => id(++made),
      random: () => 0.5,
      // Short waits are over at once, long ones never.
      schedule: (callback, afterMs) => {
        if (afterMs < 1_000) setTimeout(callback, 0);
        return () => {};
      },
      stream: () => () => {},
      transport: () => ({
        send: async (commands) => {
          if (!isReachable) return { kind: 'unreachable', cause: 'network' };
          requests.push(commands.length);
          return { kind: 'answers', answers: commands.map((command) => server.execute(command, mara)) };
        },
        giveUp: () => false,
        findEvents: async (after) => ({
          kind: 'events',
          events: server.log.filter(({ seq }) => seq > after),
          isWhole: true,
        }),
      }),
    });
  }
  /** Lets the page write down what is done, as it does when nothing happens for a moment. */
  async function keep(count: number): Promise<void> {
    await expect
      .poll(() => disk.rows().find(({ kind }) => kind === 'history')?.value)
      .toMatchObject({ done: { length: count } });
  }
  return {
    server,
    disk,
    visit,
    keep,
    requests,
    setTime: (to: string) => {
      time = to;
    },
    cutOff: () => {
      isReachable = false;
    },
  };
}

const toOpinion = {
  type: 'annotation.change',
  annotationId,
  version: 1,
  changes: { mark: 'opinion' },
} as const;

describe('history across a reload', () => {
  it('takes an act back after the reload, and does it again after another', async () => {
    const { server, visit, keep } = setUp();
    await visit().act(toOpinion).answer;
    await keep(1);
    const second = visit();
    await recalled(second);
    expect(await second.undo()).toMatchObject({ kind: 'taken', act: { type: 'annotation.changed' } });
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('claim');
    await keep(0);
    const third = visit();
    await recalled(third, 'redo');
    expect((await third.redo()).kind).toBe('taken');
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('opinion');
  });

  it('brings back what was deleted before the reload', async () => {
    const { server, visit, keep } = setUp();
    await visit().act({ type: 'annotation.delete', annotationId, version: 1 }).answer;
    await keep(1);
    const second = visit();
    await recalled(second);
    expect((await second.undo()).kind).toBe('taken');
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('claim');
  });

  it('says that somebody has built on an act since, and takes the one before it back', async () => {
    const { server, visit, keep } = setUp();
    const first = visit();
    const noteId = id(30);
    await first.act({ type: 'note.create', annotationId, noteId, body: plainToRichText('x') }).answer;
    await first.act(toOpinion).answer;
    await keep(2);
    const theirs = { ...toOpinion, version: 2, changes: { mark: 'no_fact' as const }, commandId: id(500) };
    expect(server.execute(theirs, lou).ok).toBe(true);
    const second = visit();
    await recalled(second);
    expect(await second.undo()).toMatchObject({ kind: 'impossible', reason: 'changed' });
    expect(await second.undo()).toMatchObject({ kind: 'taken', act: { type: 'note.created' } });
    await expect.poll(() => server.getState().annotations[annotationId]?.notes).toEqual([]);
    expect(server.getState().annotations[annotationId]?.mark).toBe('no_fact');
  });

  it('takes a passage back although the database gives its fields in another order', async () => {
    const { server, visit, keep } = setUp();
    await visit().act({ ...toOpinion, changes: { passage: { start: 0, end: 8 } } }).answer;
    await keep(1);
    const second = visit((state) => JSON.parse(JSON.stringify(state), turned));
    await recalled(second);
    expect(await second.undo()).toMatchObject({ kind: 'taken' });
    await expect.poll(() => server.getState().annotations[annotationId]?.anchor.exact).toBe('412 million');
  });

  it('offers nothing that the server never had, and nothing of the day before', async () => {
    const { visit, keep, cutOff, setTime } = setUp();
    const first = visit();
    await first.act(toOpinion).answer;
    await keep(1);
    cutOff();
    first.act({ type: 'note.create', annotationId, noteId: id(30), body: plainToRichText('lost') });
    const second = visit();
    await recalled(second);
    expect(await second.undo()).toMatchObject({ kind: 'taken', act: { type: 'annotation.changed' } });
    setTime(at(5 + 24 * 60 + 1));
    const third = visit();
    await third.sync.catchUp();
    expect(await third.undo()).toEqual({ kind: 'nothing' });
  });

  it('is not that of another tab', async () => {
    const { visit, keep, disk } = setUp();
    await visit().act(toOpinion).answer;
    await keep(1);
    const elsewhere = visit(undefined, true);
    elsewhere.wake();
    await expect.poll(() => disk.rows().filter(({ kind }) => kind === 'history')).toEqual([]);
    expect(await elsewhere.undo()).toEqual({ kind: 'nothing' });
  });

  it('sends what is done together in one request', async () => {
    const { visit, requests, server } = setUp();
    const marks = [0, 4].map((start, index) => ({
      type: 'annotation.create' as const,
      annotationId: id(40 + index),
      revisionId,
      mark: 'claim' as const,
      passage: { start, end: start + 4 },
      partOfId: annotationId,
    }));
    const memory = visit();
    const acts = memory.actTogether(marks);
    expect((await Promise.all(acts.map(({ answer }) => answer))).map(({ ok }) => ok)).toEqual([true, true]);
    expect(requests).toEqual([2]);
    expect(server.getState().annotations[id(41)]?.partOfId).toBe(annotationId);
    // … and takes it back as one step, and does it again as one.
    expect((await memory.undo()).kind).toBe('taken');
    await expect.poll(() => Object.keys(server.getState().annotations)).toEqual([annotationId]);
    expect(await memory.undo()).toEqual({ kind: 'nothing' });
    expect((await memory.redo()).kind).toBe('taken');
    await expect.poll(() => Object.keys(server.getState().annotations)).toHaveLength(3);
    expect(requests).toEqual([2, 2, 2]);
  });
});

describe('kept history', () => {
  const act = (n: number, words: string) => ({
    commandId: id(n),
    at: at(5),
    body: {
      type: 'note.created' as const,
      annotationId,
      note: {
        id: id(n),
        body: plainToRichText(words),
        authorId: mara.userId,
        createdAt: at(5),
        changedAt: at(5),
        version: 1,
      },
    },
  });

  it('keeps the latest 50 acts', () => {
    const { done, undone } = fittingHistory({
      ...emptyHistory,
      done: Array.from({ length: 80 }, (_, n) => act(n, 'x')),
      undone: [act(99, 'y')],
    });
    expect(undone).toHaveLength(1);
    expect(done).toHaveLength(mostKeptActs - 1);
    expect(done.at(-1)?.commandId).toBe(id(79));
  });

  it('keeps fewer where they are large, and nothing of another shape', () => {
    const large = Array.from({ length: 20 }, (_, n) => act(n, 'x'.repeat(90_000)));
    const kept = fittingHistory({ ...emptyHistory, done: large });
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(mostKeptLength);
    expect(readHistory(kept, at(5)).done.at(-1)?.commandId).toBe(id(19));
    for (const stored of [null, [], { done: 1 }, 'x', 7])
      expect(readHistory(stored, at(5))).toEqual(emptyHistory);
  });
});

/** Waits until the history of the visit before is there. */
async function recalled(memory: Memory, how: 'undo' | 'redo' = 'undo'): Promise<void> {
  memory.wake();
  await expect.poll(() => memory.canTakeBack(how)).toBe(true);
}
