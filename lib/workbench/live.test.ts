import { describe, expect, it, vi } from 'vitest';
import type { ArticleEvent } from '@/lib/domain/events';
import { createLive, type Listener } from './live';
import { at, buildState, id, lou, revisionId } from './testing/build-state';

const event: ArticleEvent = {
  articleId: id(900),
  seq: 2,
  commandId: id(300),
  actor: { id: lou.userId, name: lou.name },
  revisionId,
  at: at(9),
  body: { type: 'article.restored' },
};

function setUp(catchUp: () => Promise<boolean> = async () => true) {
  const opened: { after: () => number; listener: Listener; isClosed: boolean }[] = [];
  const timers: { callback: () => void; afterMs: number }[] = [];
  const heard: ArticleEvent[] = [];
  const renewed: unknown[] = [];
  const taken: unknown[] = [];
  let seq = 1;
  let backs = 0;
  const live = createLive({
    stream: (known, listener) => {
      const one = { after: () => known().seq, listener, isClosed: false };
      opened.push(one);
      return () => {
        one.isClosed = true;
      };
    },
    known: () => ({ ...buildState([]), seq }),
    takeRules: (rules) => taken.push(rules),
    hear: (news) => {
      heard.push(news);
      seq = news.seq;
    },
    renew: (state) => renewed.push(state),
    catchUp,
    onBack: () => {
      backs += 1;
    },
    schedule: (callback, afterMs) => {
      const timer = { callback, afterMs };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const latest = () => {
    const one = opened.at(-1);
    if (one === undefined) throw new Error('No stream was opened.');
    return one;
  };
  return { live, opened, latest, timers, heard, renewed, backs: () => backs, taken };
}

describe('following', () => {
  it('begins after the latest event that is known and says how it stands', () => {
    const { live, latest, heard, backs } = setUp();
    const states: string[] = [];
    live.subscribe(() => states.push(live.getState()));
    const stop = live.follow();
    expect(latest().after()).toBe(1);
    latest().listener.onOpen(1);
    latest().listener.onEvent(event);
    expect(backs()).toBe(0);
    latest().listener.onLost();
    latest().listener.onOpen(1);
    // Only then there is something that may have hung.
    expect(backs()).toBe(1);
    stop();
    expect(heard).toEqual([event]);
    expect(states).toEqual(['connecting', 'on', 'lost', 'on', 'off']);
    expect(latest().isClosed).toBe(true);
  });

  it('asks why when the server refuses, and tries again later and later', async () => {
    const { live, latest, opened, timers } = setUp();
    live.follow();
    for (const wait of [1_000, 2_000, 4_000]) {
      latest().listener.onEnd();
      await vi.waitFor(() => expect(timers).toHaveLength(1));
      expect(timers[0]?.afterMs).toBe(wait);
      timers.splice(0, 1)[0]?.callback();
    }
    expect(opened).toHaveLength(4);
    expect(live.getState()).toBe('lost');
  });

  it('does not try again for somebody who may not read the article any more', async () => {
    const { live, latest, timers } = setUp(async () => false);
    live.follow();
    latest().listener.onEnd();
    await Promise.resolve();
    await Promise.resolve();
    expect(timers).toEqual([]);
    expect(live.getState()).toBe('lost');
  });

  it('does not try again after it was stopped', async () => {
    const { live, latest, timers } = setUp();
    const stop = live.follow();
    latest().listener.onEnd();
    stop();
    await Promise.resolve();
    await Promise.resolve();
    expect(timers).toEqual([]);
  });
});

it('fetches what it missed when another tab has followed the article for longer', async () => {
  const catchUp = vi.fn(async () => true);
  const { live, latest } = setUp(catchUp);
  live.follow();
  latest().listener.onOpen(1);
  expect(catchUp).not.toHaveBeenCalled();
  latest().listener.onOpen(4);
  expect(catchUp).toHaveBeenCalledOnce();
});

it('tries again at once what was refused, when the person is back', async () => {
  const { live, latest, opened } = setUp(async () => false);
  live.follow();
  live.resume();
  expect(opened).toHaveLength(1);
  latest().listener.onEnd();
  live.resume();
  expect(opened).toHaveLength(2);
});

it('hands on an article that was read anew', () => {
  const { live, latest, renewed } = setUp();
  live.follow();
  const state = buildState();
  latest().listener.onRenew(state);
  expect(renewed).toEqual([state]);
});
