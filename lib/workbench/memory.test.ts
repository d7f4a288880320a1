import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts';
import { createForms } from './forms';
import type { Listener } from './live';
import { createMemory } from './memory';
import { annotationOn, at, buildState, changeByLou, id, lou, mara } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const claim = annotationOn('412 million', { id: annotationId });

function setUp() {
  const server = createFakeServer(buildState([claim]));
  let made = 100;
  const streams: Listener[] = [];
  const memory = createMemory({
    state: buildState([claim]),
    actor: mara,
    drafts: createDrafts(),
    forms: createForms(),
    openDevice: async () => undefined,
    unreadShelf: { read: () => null, write: () => undefined },
    random: () => 0.5,
    now: () => at(5),
    newId: () => id(++made),
    schedule: () => () => {},
    stream: (_, listener) => {
      streams.push(listener);
      return () => {};
    },
    transport: () => ({
      send: async (commands) => ({
        kind: 'answers',
        answers: commands.map((command) => server.execute(command, mara)),
      }),
      giveUp: () => false,
      findEvents: async (after) => ({
        kind: 'events',
        events: server.log.filter(({ seq }) => seq > after),
        isWhole: true,
      }),
    }),
  });
  return { memory, server, streams };
}

describe('memory of one article', () => {
  it('shows an act at once, brings its answer, and takes it back on the server too', async () => {
    const { memory, server } = setUp();
    const { body, answer } = memory.act({
      type: 'annotation.change',
      annotationId,
      version: 1,
      changes: { mark: 'opinion' },
    });
    expect(body?.type).toBe('annotation.changed');
    expect(memory.store.getView().visible.annotations[annotationId]?.mark).toBe('opinion');
    expect(await answer).toMatchObject({ ok: true, event: { seq: 2 } });
    expect(await memory.undo()).toMatchObject({ kind: 'taken', act: { type: 'annotation.changed' } });
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('claim');
    expect((await memory.redo()).kind).toBe('taken');
    await expect.poll(() => server.getState().annotations[annotationId]?.mark).toBe('opinion');
  });

  it('does not offer to undo what was refused, on the spot or by the server', async () => {
    const { memory, server } = setUp();
    const onTheSpot = memory.act({ type: 'annotation.delete', annotationId: id(99), version: 1 });
    expect(onTheSpot.body).toBeUndefined();
    expect(await onTheSpot.answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    server.execute(changeByLou(annotationId), lou);
    const late = memory.act({
      type: 'annotation.change',
      annotationId,
      version: 1,
      changes: { mark: 'opinion' },
    });
    expect(await late.answer).toMatchObject({ ok: false, error: { code: 'STALE' } });
    await Promise.resolve();
    expect(await memory.undo()).toEqual({ kind: 'nothing' });
    await expect.poll(() => memory.store.getView().visible.annotations[annotationId]?.mark).toBe('no_fact');
  });

  it('forgets a late refusal once the same thing is asked for again', async () => {
    const { memory, server } = setUp();
    server.execute(changeByLou(annotationId), lou);
    const wish = {
      type: 'annotation.change',
      annotationId,
      version: 1,
      changes: { mark: 'opinion' },
    } as const;
    await memory.act(wish).answer;
    expect(memory.store.getView().refusals).toHaveLength(1);
    memory.act({ type: 'annotation.delete', annotationId: id(99), version: 1 });
    expect(memory.store.getView().refusals).toHaveLength(1);
    memory.act({ ...wish, version: 2 });
    expect(memory.store.getView().refusals).toEqual([]);
  });

  it('takes a wish that rests on what the margin still shows, where a colleague changed something else', async () => {
    const { memory, server } = setUp();
    const theirs = { commandId: id(500), type: 'annotation.change', annotationId, version: 1 } as const;
    server.execute({ ...theirs, changes: { claim: { claimant: 'The mayor' } } }, lou);
    await memory.sync.catchUp();
    expect(memory.store.getView().held.has(annotationId)).toBe(true);
    const mine = { type: 'annotation.change', annotationId, version: 1 } as const;
    expect(await memory.act({ ...mine, changes: { mark: 'opinion' } }).answer).toMatchObject({ ok: true });
    expect(server.getState().annotations[annotationId]).toMatchObject({
      mark: 'opinion',
      claim: { claimant: 'The mayor' },
    });
    expect(memory.whoChanged(annotationId)?.name).toBe(mara.name);
  });

  it('refuses a wish on the spot that would overwrite a colleague, and says whose work it met', async () => {
    const { memory, server } = setUp();
    const theirs = { commandId: id(500), type: 'annotation.change', annotationId, version: 1 } as const;
    server.execute({ ...theirs, changes: { mark: 'no_fact' } }, lou);
    await memory.sync.catchUp();
    const mine = {
      type: 'annotation.change',
      annotationId,
      version: 1,
      changes: { mark: 'opinion' },
    } as const;
    expect(await memory.act(mine).answer).toMatchObject({ ok: false, error: { code: 'STALE' } });
    expect(server.getState().annotations[annotationId]?.mark).toBe('no_fact');
    expect(memory.whoChanged(annotationId)?.name).toBe(lou.name);
    expect(memory.store.getView().refusals).toHaveLength(1);
    const set = { type: 'words.set_aside', annotationId, about: 'claim', words: 'Mine.' } as const;
    await memory.act({ ...set, itemId: id(77) }).answer;
    expect(memory.store.getView().refusals).toHaveLength(1);
    await memory.act({ ...set, itemId: annotationId }).answer;
    expect(memory.store.getView().refusals).toEqual([]);
  });
});

it('follows again when its person has signed in again, and takes the article anew from the stream', async () => {
  const { memory, streams } = setUp();
  const stop = memory.live.follow();
  streams[0]?.onEnd();
  memory.sync.resume();
  expect(streams).toHaveLength(2);
  const now = {
    ...buildState([claim, annotationOn('190 million', { id: id(77), author: lou })]),
    seq: 3_000,
  };
  streams[1]?.onRenew(now);
  expect(memory.store.getView().confirmed).toBe(now);
  stop();
});
