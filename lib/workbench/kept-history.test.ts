import { describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import { plainToRichText } from '@/lib/domain/rich-text';
import { createHistoryShelf, emptyHistory, mostKeptActs, mostKeptLength } from './kept-history';
import { createMemory } from './memory';
import { createMemoryOutbox } from './outbox';
import { annotationOn, at, buildState, id, lou, mara, revisionId } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const claim = annotationOn('412 million', { id: annotationId });

/** A tab's storage, as far as the shelf asks. */
function createStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** Reads JSON with the fields of every object in the opposite order. */
function turned(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}

/** A tab that can be reloaded: every visit begins with what the server has. */
function setUp() {
  const server = createFakeServer(buildState([claim]));
  const storage = createStorage();
  const requests: number[] = [];
  let made = 100;
  let time = at(5);
  let isReachable = true;
  const visit = (as = (state: ArticleState): ArticleState => state) =>
    createMemory({
      state: as(server.getState()),
      actor: mara,
      outbox: createMemoryOutbox(),
      shelf: createHistoryShelf(storage, 'history', () => time),
      now: () => time,
      newId: () => id(++made),
      schedule: () => () => {},
      stream: () => () => {},
      transport: {
        send: async (commands) => {
          if (!isReachable) return { kind: 'unreachable' };
          requests.push(commands.length);
          return { kind: 'answers', answers: commands.map((command) => server.execute(command, mara)) };
        },
        findEvents: async (after) => ({
          kind: 'events',
          events: server.log.filter(({ seq }) => seq > after),
          isWhole: true,
        }),
      },
    });
  return {
    server,
    storage,
    visit,
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
    const { server, visit } = setUp();
    const first = visit();
    await first.act(toOpinion).answer;
    first.keepHistory();
    const second = visit();
    expect(second.undo()).toMatchObject({ kind: 'taken', act: { type: 'annotation.changed' } });
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('claim');
    await expect.poll(() => second.sync.getState().waiting).toBe(0);
    second.keepHistory();
    expect(visit().redo().kind).toBe('taken');
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('opinion');
  });

  it('brings back what was deleted before the reload', async () => {
    const { server, visit } = setUp();
    const first = visit();
    await first.act({ type: 'annotation.delete', annotationId, version: 1 }).answer;
    first.keepHistory();
    expect(visit().undo().kind).toBe('taken');
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('claim');
  });

  it('says that somebody has built on an act since, and takes the one before it back', async () => {
    const { server, visit } = setUp();
    const first = visit();
    const noteId = id(30);
    await first.act({ type: 'note.create', annotationId, noteId, body: plainToRichText('x') }).answer;
    await first.act(toOpinion).answer;
    first.keepHistory();
    const theirs = { ...toOpinion, version: 2, changes: { mark: 'no_fact' as const }, commandId: id(500) };
    expect(server.execute(theirs, lou).ok).toBe(true);
    const second = visit();
    expect(second.undo()).toEqual({ kind: 'impossible', reason: 'changed' });
    expect(second.undo()).toMatchObject({ kind: 'taken', act: { type: 'note.created' } });
    await expect.poll(() => server.getState().annotations[annotationId]?.notes).toEqual([]);
    expect(server.getState().annotations[annotationId]?.mark).toBe('no_fact');
  });

  it('takes a passage back although the database gives its fields in another order', async () => {
    const { server, visit } = setUp();
    const first = visit();
    await first.act({ ...toOpinion, changes: { passage: { start: 0, end: 8 } } }).answer;
    first.keepHistory();
    const second = visit((state) => JSON.parse(JSON.stringify(state), turned));
    expect(second.undo()).toMatchObject({ kind: 'taken' });
    await expect.poll(() => server.getState().annotations[annotationId]?.anchor.exact).toBe('412 million');
  });

  it('offers nothing that the server never had, and nothing of the day before', async () => {
    const { visit, cutOff, setTime } = setUp();
    const first = visit();
    await first.act(toOpinion).answer;
    cutOff();
    first.act({ type: 'note.create', annotationId, noteId: id(30), body: plainToRichText('lost') });
    first.keepHistory();
    expect(visit().undo()).toMatchObject({ kind: 'taken', act: { type: 'annotation.changed' } });
    setTime(at(5 + 24 * 60 + 1));
    expect(visit().undo()).toEqual({ kind: 'nothing' });
  });

  it('writes nothing anew when nothing has happened, so that signing out leaves nothing behind', async () => {
    const { storage, visit } = setUp();
    const memory = visit();
    await memory.act(toOpinion).answer;
    memory.keepHistory();
    storage.clear();
    memory.keepHistory();
    expect(storage.length).toBe(0);
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
    const acts = visit().actTogether(marks);
    expect((await Promise.all(acts.map(({ answer }) => answer))).map(({ ok }) => ok)).toEqual([true, true]);
    expect(requests).toEqual([2]);
    expect(server.getState().annotations[id(41)]?.partOfId).toBe(annotationId);
  });
});

describe('shelf of the history', () => {
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
    const shelf = createHistoryShelf(createStorage(), 'history', () => at(5));
    shelf.keep({
      ...emptyHistory,
      done: Array.from({ length: 80 }, (_, n) => act(n, 'x')),
      undone: [act(99, 'y')],
    });
    const { done, undone } = shelf.load();
    expect(undone).toHaveLength(1);
    expect(done).toHaveLength(mostKeptActs - 1);
    expect(done.at(-1)?.commandId).toBe(id(79));
  });

  it('keeps fewer where they are large, and nothing of what another hand put there', () => {
    const storage = createStorage();
    const shelf = createHistoryShelf(storage, 'history', () => at(5));
    shelf.keep({ ...emptyHistory, done: Array.from({ length: 20 }, (_, n) => act(n, 'x'.repeat(90_000))) });
    expect(storage.getItem('history')?.length).toBeLessThanOrEqual(mostKeptLength);
    expect(shelf.load().done.at(-1)?.commandId).toBe(id(19));
    for (const stored of ['{', '[]', '{"done":1}', '"x"']) {
      storage.setItem('history', stored);
      expect(shelf.load()).toEqual(emptyHistory);
    }
  });
});
