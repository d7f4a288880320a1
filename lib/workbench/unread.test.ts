import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { createStore } from './store';
import { annotationOn, at, buildState, id, lou, mara } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';
import { createUnread } from './unread';

const [first, second] = [id(10), id(11)];
const marks = [
  annotationOn('412 million', { id: first, author: lou }),
  annotationOn('190 million', { id: second, author: lou }),
];

/** A server, and visits to it by mara that share one shelf. */
function setUp() {
  const server = createFakeServer(buildState(marks));
  let kept: string | null = null;
  let writes = 0;
  let made = 500;
  const change = (annotationId: string, by: Actor) => {
    const version = server.getState().annotations[annotationId]?.version ?? 0;
    const mark = version % 2 === 1 ? 'opinion' : 'claim';
    const command = { type: 'annotation.change', annotationId, version, changes: { mark } } as const;
    const answer = server.execute({ commandId: id(++made), ...command }, by);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.event;
  };
  const visit = async () => {
    const store = createStore({
      state: server.getState(),
      actor: mara,
      now: () => at(5),
      newId: () => id(++made),
      send: () => undefined,
    });
    const unread = createUnread({
      store,
      shelf: {
        read: () => kept,
        write(text) {
          kept = text;
          writes += 1;
        },
      },
      findEvents: async (after) => {
        const events = server.log.filter(({ seq }) => seq > after).slice(0, 2);
        return { kind: 'events', events, isWhole: events.at(-1)?.seq === server.getState().seq };
      },
      onChange: () => undefined,
    });
    await new Promise((resolve) => setTimeout(resolve));
    const hear = (event: ReturnType<typeof change>) => {
      store.receive([event]);
      unread.note([event]);
    };
    return { store, unread, hear, ids: () => [...unread.ids()] };
  };
  return { change, visit, keep: (text: string) => (kept = text), written: () => writes };
}

describe('what is unread', () => {
  it('is nothing at the first visit, and afterwards what colleagues did meanwhile, in any number of pages', async () => {
    const { change, visit } = setUp();
    change(first, lou);
    expect((await visit()).ids()).toEqual([]);
    for (const by of [lou, lou, lou]) change(first, by);
    change(second, mara);
    expect((await visit()).ids()).toEqual([first]);
  });

  it('grows with what is heard, once each, and is kept until the next visit', async () => {
    const { change, visit } = setUp();
    const { unread, hear, ids, store } = await visit();
    const event = change(second, lou);
    hear(event);
    expect(ids()).toEqual([second]);
    store.settleHeld();
    unread.read([second]);
    hear(event);
    expect(ids()).toEqual([]);
    hear(change(first, lou));
    expect((await visit()).ids()).toEqual([first]);
  });

  it('does not take for read what the margin holds back', async () => {
    const { change, visit } = setUp();
    const { unread, hear, ids, store } = await visit();
    hear(change(first, lou));
    unread.read([first]);
    expect(ids()).toEqual([first]);
    store.settleHeld();
    unread.read([first]);
    expect(ids()).toEqual([]);
  });

  it('is kept once for all that is heard at once', async () => {
    const { change, visit, written } = setUp();
    const { unread, ids } = await visit();
    const before = written();
    unread.note([change(first, lou), change(second, lou), change(first, lou)]);
    expect(ids()).toEqual([first, second]);
    expect(written() - before).toBe(1);
  });

  it('is read by an act of one’s own', async () => {
    const { change, visit } = setUp();
    const { hear, ids } = await visit();
    hear(change(first, lou));
    hear(change(first, mara));
    expect(ids()).toEqual([]);
  });

  it('begins anew where the device has something else', async () => {
    const { change, visit, keep } = setUp();
    change(first, lou);
    keep('{"seq":"1"}');
    expect((await visit()).ids()).toEqual([]);
  });
});
