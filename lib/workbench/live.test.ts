import { describe, expect, it, vi } from 'vitest';
import type { ArticleEvent } from '@/lib/domain/events';
import { createHttpStream, createLive, type Listener } from './live';
import { at, id, lou, revisionId } from './testing/build-state';

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
  const opened: { after: number; listener: Listener; isClosed: boolean }[] = [];
  const timers: { callback: () => void; afterMs: number }[] = [];
  const heard: ArticleEvent[] = [];
  let seq = 1;
  const live = createLive({
    stream: (after, listener) => {
      const one = { after, listener, isClosed: false };
      opened.push(one);
      return () => {
        one.isClosed = true;
      };
    },
    seq: () => seq,
    hear: (news) => {
      heard.push(news);
      seq = news.seq;
    },
    catchUp,
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
  return { live, opened, latest, timers, heard };
}

describe('following', () => {
  it('begins after the latest event that is known and says how it stands', () => {
    const { live, latest, heard } = setUp();
    const states: string[] = [];
    live.subscribe(() => states.push(live.getState()));
    const stop = live.follow();
    expect(latest().after).toBe(1);
    latest().listener.onOpen();
    latest().listener.onEvent(event);
    latest().listener.onLost();
    latest().listener.onOpen();
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

it('reads the events of the site’s own stream', () => {
  const source = { readyState: 0, CLOSED: 2, close: vi.fn() } as unknown as EventSource;
  const addresses: string[] = [];
  const listener = { onOpen: vi.fn(), onEvent: vi.fn(), onLost: vi.fn(), onEnd: vi.fn() };
  const stop = createHttpStream('a b', (address) => {
    addresses.push(address);
    return source;
  })(7, listener);
  expect(addresses).toEqual(['/api/articles/a%20b/events?after=7']);
  source.onmessage?.({ data: JSON.stringify(event) } as MessageEvent);
  expect(listener.onEvent).toHaveBeenCalledWith(event);
  source.onerror?.({} as Event);
  expect(listener.onLost).toHaveBeenCalledOnce();
  Object.assign(source, { readyState: 2 });
  source.onerror?.({} as Event);
  expect(listener.onEnd).toHaveBeenCalledOnce();
  stop();
  expect(source.close).toHaveBeenCalledOnce();
});
