import { describe, expect, it } from 'vitest';
import type { CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import { plainToRichText } from '@/lib/domain/rich-text';
import {
  annotationId,
  confirmed,
  type Fate,
  note,
  type Sent,
  settle,
  setUp,
  unreachable,
} from './testing/broken-line';
import { at, changeByLou, id, lou } from './testing/build-state';

describe('sync', () => {
  it('says saving until the server has answered, then saved with the time', async () => {
    const { store, sync, arrive } = setUp();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0, savedAt: null });
    store.propose(note(1));
    expect(sync.getState()).toMatchObject({ kind: 'saving', waiting: 1, savedAt: null });
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0, savedAt: at(6) });
  });

  it('sends what was given during a request together in the next one, in order', async () => {
    const { store, requests, arrive, notes, server } = setUp();
    for (const n of [1, 2, 3, 4]) store.propose(note(n));
    expect(requests.map((commands) => commands.length)).toEqual([1]);
    await arrive();
    expect(requests.map((commands) => commands.length)).toEqual([1, 3]);
    await arrive();
    expect(notes()).toEqual([1, 2, 3, 4].map((n) => id(200 + n)));
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('never sends more than a hundred commands in one request', async () => {
    const { store, requests, arrive, outbox } = setUp();
    for (let n = 0; n < 150; n += 1) store.propose(note(n));
    await arrive();
    await arrive();
    await arrive();
    expect(requests.map((commands) => commands.length)).toEqual([1, 100, 49]);
    expect(outbox.list()).toEqual([]);
  });

  it.each<[string, Fate]>([
    ['before the server has seen it', { before: unreachable }],
    ['after the server has written it', { after: unreachable }],
  ])('makes a change exactly once although the line breaks %s', async (_name, fate) => {
    const { store, sync, setFates, arrive, ring, timers, requests, notes, server } = setUp();
    setFates(fate);
    store.propose(note(1));
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'offline', waiting: 1 });
    expect(timers.map(({ afterMs }) => afterMs)).toEqual([1_000]);
    await ring();
    await arrive();
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);
    expect(notes()).toEqual([id(201)]);
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('waits longer after each failure, up to half a minute, and as long as the server asks', async () => {
    const { store, setFates, arrive, ring, timers } = setUp();
    setFates(...Array.from({ length: 7 }, () => ({ before: unreachable })));
    setFates({ before: { kind: 'unreachable', cause: 'busy', retryAfterMs: 90_000 } });
    store.propose(note(1));
    const waits: (number | undefined)[] = [];
    for (let n = 0; n < 8; n += 1) {
      await arrive();
      waits.push(timers[0]?.afterMs);
      await ring();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 90_000]);
  });

  it('gives up what hangs when the network is back, and sends it again at once without calling it offline', async () => {
    const { store, sync, requests, arrive, outbox, timers } = setUp();
    store.propose(note(1));
    await Promise.resolve();
    const said: string[] = [];
    sync.subscribe(() => said.push(sync.getState().kind));
    sync.resume();
    await settle();
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);
    expect(timers).toHaveLength(0);
    // The first one reaches the server after all: it is known there.
    await arrive();
    await arrive();
    expect(outbox.list()).toHaveLength(0);
    expect(said).not.toContain('offline');
  });

  it('tries at once when the network is back, and starts no second request beside the first', async () => {
    const { store, sync, setFates, arrive, timers, requests, notes } = setUp();
    setFates({ before: unreachable });
    store.propose(note(1));
    await arrive();
    sync.resume();
    sync.resume();
    expect(timers).toEqual([]);
    expect(requests).toHaveLength(2);
    await arrive();
    expect(notes()).toEqual([id(201)]);
  });

  it('keeps everything while signed out and goes on after signing in', async () => {
    const { store, sync, setFates, arrive, notes, timers } = setUp();
    setFates({ before: { kind: 'signed-out' } });
    store.propose(note(1));
    await arrive();
    store.propose(note(2));
    expect(sync.getState()).toMatchObject({ kind: 'signed-out', waiting: 2 });
    expect(store.getView().visible.annotations[annotationId]?.notes).toHaveLength(2);
    expect(timers).toEqual([]);
    sync.resume();
    await arrive();
    expect(notes()).toEqual([id(201), id(202)]);
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
  });

  it('refuses only what the door refuses and goes on with the rest', async () => {
    const { store, server, arrive, notes } = setUp();
    server.execute(changeByLou(annotationId), lou);
    const knownAtRefusal: unknown[] = [];
    store.subscribe(() => {
      const { refusals, confirmed } = store.getView();
      if (refusals.length > 0) knownAtRefusal.push(confirmed.annotations[annotationId]?.mark);
    });
    store.propose(note(1));
    store.propose({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    store.propose(note(2));
    await arrive();
    await arrive();
    expect(notes()).toEqual([id(201), id(202)]);
    expect(knownAtRefusal[0]).toBe('no_fact');
    const view = store.getView();
    expect(view.refusals.map(({ error }) => error.code)).toEqual(['STALE']);
    expect(view.visible).toEqual(server.getState());
    expect(view.visible.annotations[annotationId]?.mark).toBe('no_fact');
  });

  it('sends commands one by one when a request of several is refused as a whole', async () => {
    const { store, requests, setFates, arrive, notes, outbox } = setUp();
    const error: ErrorAnswer = { code: 'INVALID', message: 'body: Write something first.', id: 'e1' };
    setFates('answered', { as: { kind: 'refused', error } }, 'answered', { as: { kind: 'refused', error } });
    for (const n of [1, 2, 3, 4]) store.propose(note(n));
    for (let n = 0; n < 5; n += 1) await arrive();
    expect(requests.map((commands) => commands.length)).toEqual([1, 3, 1, 1, 1]);
    expect(notes()).toEqual([id(201), id(202), id(204)]);
    expect(store.getView().refusals).toEqual([
      { command: expect.objectContaining({ noteId: id(203) }), error },
    ]);
    expect(outbox.list()).toEqual([]);
  });

  it('does not let one command that breaks the server hold up the others for ever', async () => {
    const { store, setFates, arrive, ring, notes } = setUp();
    const broken: Sent = {
      kind: 'answers',
      answers: [{ ok: false, error: { code: 'INTERNAL', message: 'Something went wrong.', id: 'e9' } }],
    };
    setFates(...Array.from({ length: 5 }, () => ({ as: broken })));
    store.propose(note(1));
    store.propose(note(2));
    for (let n = 0; n < 5; n += 1) {
      await arrive();
      await ring();
    }
    await arrive();
    expect(store.getView().refusals.map(({ error }) => error.id)).toEqual(['e9']);
    expect(notes()).toEqual([id(202)]);
  });

  it('fetches the events in between when an answer shows that others have worked', async () => {
    const { store, server, arrive, eventRequests } = setUp();
    for (const n of [1, 2, 3]) {
      server.execute(
        {
          commandId: id(500 + n),
          type: 'note.create',
          annotationId,
          noteId: id(600 + n),
          body: plainToRichText('Theirs'),
        },
        lou,
      );
    }
    store.propose(note(1));
    await arrive();
    expect(eventRequests()).toBe(3);
    expect(store.getView()).toMatchObject({ isBehind: false, pending: [] });
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('learns at catching up that its change arrived, and does not need the lost answer', async () => {
    const { store, sync, setFates, arrive, outbox } = setUp();
    setFates({ after: unreachable });
    store.propose(note(1));
    await arrive();
    await sync.catchUp();
    expect(outbox.list()).toEqual([]);
    expect(store.getView().pending).toEqual([]);
  });

  it('says that the article is lost when it may not be seen any more', async () => {
    const { sync, setEventFate } = setUp();
    const error: ErrorAnswer = { code: 'NOT_FOUND', message: 'This article does not exist.', id: 'e1' };
    setEventFate({ kind: 'refused', error });
    await sync.catchUp();
    expect(sync.getState().kind).toBe('lost');
  });

  it('gives back what still waits when the article is lost', async () => {
    const { store, sync, setEventFate, setFates, arrive, outbox } = setUp();
    const error: ErrorAnswer = { code: 'NOT_FOUND', message: 'This article does not exist.', id: 'e1' };
    setFates({ before: unreachable });
    store.propose(note(1));
    await arrive();
    setEventFate({ kind: 'refused', error });
    await sync.catchUp();
    expect(sync.getState()).toMatchObject({ kind: 'lost', waiting: 0 });
    expect(outbox.list()).toEqual([]);
    expect(store.getView().refusals).toMatchObject([{ command: { body: plainToRichText('Note 1') }, error }]);
  });

  it.each<[string, ErrorAnswer['code']]>([
    ['forbidden', 'FORBIDDEN'],
    ['gone', 'NOT_FOUND'],
    ['not valid', 'INVALID'],
    ['too large', 'TOO_LARGE'],
    ['overtaken in the same field', 'STALE'],
  ])('parks a change that is %s, with its words and its reason, and goes on', async (_name, code) => {
    const { store, setFates, arrive, outbox, notes } = setUp();
    const error: ErrorAnswer = { code, message: 'No.', id: 'e1' };
    setFates({ as: { kind: 'answers', answers: [{ ok: false, error }] } });
    const { commandId } = store.propose(note(1));
    store.propose(note(2));
    await arrive();
    await arrive();
    expect(outbox.list()).toEqual([]);
    expect(outbox.find(commandId)).toMatchObject({ command: { body: plainToRichText('Note 1') }, error });
    expect(store.getView().refusals).toMatchObject([{ command: { commandId }, error }]);
    expect(notes()).toEqual([id(202)]);
  });

  it.each<ErrorAnswer['code']>(['TOO_MANY', 'UNAVAILABLE'])(
    'tries again after %s and drops nothing',
    async (code) => {
      const { store, sync, setFates, arrive, ring, notes, timers } = setUp();
      setFates({
        as: { kind: 'answers', answers: [{ ok: false, error: { code, message: 'Not now.', id: 'e1' } }] },
      });
      store.propose(note(1));
      await arrive();
      expect(sync.getState()).toMatchObject({ kind: 'busy', waiting: 1 });
      expect(timers).toHaveLength(1);
      await ring();
      await arrive();
      expect(notes()).toEqual([id(201)]);
    },
  );

  it('sends a change again that was overtaken in another field, and asks nobody', async () => {
    const { store, server, arrive, requests, outbox } = setUp();
    const theirs = { commandId: id(500), type: 'annotation.change', annotationId, version: 1 } as const;
    server.execute({ ...theirs, changes: { claim: { claimant: 'The mayor' } } }, lou);
    const change = { type: 'annotation.change', annotationId, version: 1 } as const;
    const answers: CommandAnswer[] = [];
    store.propose({ ...change, changes: { mark: 'opinion', claim: { claimedOn: '2026-03-01' } } }, (answer) =>
      answers.push(answer),
    );
    await arrive();
    await arrive();
    expect(requests).toHaveLength(2);
    expect(requests[1]?.[0]).toMatchObject({ version: 2 });
    expect(requests[1]?.[0]?.commandId).not.toBe(requests[0]?.[0]?.commandId);
    expect(answers).toMatchObject([{ ok: true }]);
    expect(store.getView()).toMatchObject({ refusals: [], pending: [] });
    expect(outbox.list()).toEqual([]);
    expect(server.getState().annotations[annotationId]).toMatchObject({
      mark: 'opinion',
      claim: { claimant: 'The mayor', claimedOn: '2026-03-01' },
    });
  });

  it('proposes an outcome although somebody has planned the claim meanwhile, but not over another proposal', async () => {
    const { store, server, arrive } = setUp();
    const planned = { commandId: id(500), type: 'check.plan', annotationId, version: 1 } as const;
    server.execute({ ...planned, changes: { priority: 'high' } }, lou);
    store.propose({ type: 'check.propose', annotationId, version: 1, fields: confirmed });
    await arrive();
    await arrive();
    expect(server.getState().annotations[annotationId]?.check).toMatchObject({
      status: 'proposed',
      plan: { priority: 'high' },
    });
    const other = setUp();
    other.server.execute(
      { commandId: id(500), type: 'check.propose', annotationId, version: 1, fields: confirmed },
      lou,
    );
    other.store.propose({ type: 'check.propose', annotationId, version: 1, fields: confirmed });
    await other.arrive();
    await other.settle();
    expect(other.store.getView().refusals.map(({ error }) => error.code)).toEqual(['STALE']);
    expect(other.server.getState().annotations[annotationId]?.check.proposal?.byId).toBe(lou.userId);
  });
});
