import { describe, expect, it } from 'vitest';
import { slowMs } from './sync';
import { note, setUp, unreachable } from './testing/broken-line';
import { id } from './testing/build-state';

describe('sync and time', () => {
  it('says within 2.6 seconds of a cut that work is kept on the device, whatever the network says', async () => {
    // The device may take 300 ms to keep it (security.md); a request that hangs says nothing at all.
    expect(slowMs + 300).toBeLessThanOrEqual(2_600);
    const { store, sync, arrive, setFates, timers } = setUp();
    setFates({ before: unreachable });
    store.propose(note(1));
    await arrive();
    expect(sync.getState().kind).toBe('offline');
    // The next try hangs: that it is being tried is no news.
    timers.shift()?.callback();
    expect(sync.getState()).toMatchObject({ kind: 'slow', waiting: 1 });
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
    store.propose(note(2));
    expect(sync.getState().kind).toBe('saving');
    await arrive();
  });

  it('does not say “saving” for longer than it is true', async () => {
    const { store, sync, arrive, slowTimers } = setUp();
    store.propose(note(1));
    store.propose(note(2));
    expect(sync.getState().kind).toBe('saving');
    expect(slowTimers.map(({ afterMs }) => afterMs)).toEqual([slowMs]);
    slowTimers.shift()?.callback();
    expect(sync.getState()).toMatchObject({ kind: 'slow', waiting: 2 });
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'saving', waiting: 1 });
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
    expect(slowTimers).toEqual([]);
  });

  it('says at once that there is no network, also when nothing waits', async () => {
    const { store, sync, arrive } = setUp();
    sync.goOffline();
    expect(sync.getState()).toMatchObject({ kind: 'offline', waiting: 0 });
    store.propose(note(1));
    expect(sync.getState()).toMatchObject({ kind: 'offline', waiting: 1 });
    await arrive();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
  });

  it('does not take back that there is no network for an answer that was under way as it went', async () => {
    const { store, sync, arrive, server } = setUp();
    store.propose(note(1));
    await Promise.resolve();
    sync.goOffline();
    await arrive();
    expect(server.log).toHaveLength(1);
    expect(sync.getState()).toMatchObject({ kind: 'offline', waiting: 0 });
    sync.resume();
    expect(sync.getState()).toMatchObject({ kind: 'saved', waiting: 0 });
  });

  it('spreads the tries of many browsers by a quarter on both sides', async () => {
    for (const [random, wait] of [
      [0, 750],
      [1, 1_250],
    ] as const) {
      const { store, setFates, arrive, timers } = setUp(() => random);
      setFates({ before: unreachable });
      store.propose(note(1));
      await arrive();
      expect(timers.map(({ afterMs }) => afterMs)).toEqual([wait]);
    }
  });

  it('keeps the order of giving although the clock of the device goes back', async () => {
    const { store, arrive, notes, setClock } = setUp();
    setClock(9);
    store.propose(note(1));
    setClock(3);
    store.propose(note(2));
    setClock(6);
    store.propose(note(3));
    await arrive();
    await arrive();
    expect(notes()).toEqual([id(201), id(202), id(203)]);
  });
});
