import { describe, expect, it } from 'vitest';
import type { ArticleEvent } from '@/lib/domain/events';
import { createLine, type Line, type LineOptions } from './line';
import type { Source } from './line-leader';
import type { ArticleListener, LineMessage } from './line-messages';
import { at, id, lou, revisionId } from './testing/build-state';

type FakeSource = Source & {
  readonly address: string;
  isOpen: boolean;
  readonly send: (kind: string, data?: unknown) => void;
};

/** A browser with as many tabs as are opened, one lock for who leads, and a server that does what the test says. */
function setUp() {
  let now = 0;
  let ids = 0;
  let timers: { callback: () => void; at: number; tab: { isAsleep: boolean } }[] = [];
  const sources: FakeSource[] = [];
  const tabs: { hear: (message: LineMessage) => void; isFrozen: boolean; isAsleep: boolean }[] = [];
  const waiting: { onLead: () => void; onLose: () => void; tab: string }[] = [];
  const deaths = new Map<string, () => void>();
  const browser = { isRefused: false };

  function open(address: string): Source {
    const hears = new Map<string, (data: string) => void>();
    const source: FakeSource = {
      address,
      isOpen: true,
      on: (kind, hear) => void hears.set(kind, hear),
      isClosed: () => !source.isOpen,
      close: () => {
        source.isOpen = false;
      },
      send: (kind, data) => hears.get(kind)?.(data === undefined ? '' : JSON.stringify(data)),
    };
    sources.push(source);
    return source;
  }

  function leadNext(): void {
    waiting[0]?.onLead();
  }

  function openTab(): { line: Line; tab: { isFrozen: boolean; isAsleep: boolean }; kill: () => void } {
    // A tab that is asleep hears, but its timers do not run.
    const self = { hear: (_: LineMessage): void => undefined, isFrozen: false, isAsleep: false };
    let name = '';
    const options: LineOptions = {
      open,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      isRefused: async () => browser.isRefused,
      post: (message) => {
        for (const other of tabs) if (other !== self && !other.isFrozen) other.hear(message);
      },
      onMessage: (hear) => {
        self.hear = hear;
      },
      schedule: (callback, afterMs) => {
        const timer = { callback, at: now + afterMs, tab: self };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      now: () => now,
      live: (_, onAlive) => onAlive(),
      lead: (tab, onLead, onLose, steal) => {
        name = tab;
        const claim = { onLead, onLose, tab };
        const loser = steal ? waiting.shift() : undefined;
        if (steal) waiting.unshift(claim);
        else waiting.push(claim);
        loser?.onLose();
        // A lock is given in its own time, never within the request.
        if (waiting[0] === claim) timers.push({ callback: onLead, at: now, tab: self });
        return () => {
          const wasFirst = waiting[0] === claim;
          const index = waiting.indexOf(claim);
          if (index >= 0) waiting.splice(index, 1);
          if (wasFirst) leadNext();
        };
      },
      onDeath: (tab, forget) => {
        deaths.set(tab, forget);
        return () => deaths.delete(tab);
      },
    };
    tabs.push(self);
    const line = createLine(options);
    return {
      line,
      tab: self,
      kill: () => {
        tabs.splice(tabs.indexOf(self), 1);
        const wasFirst = waiting[0]?.tab === name;
        const index = waiting.findIndex(({ tab }) => tab === name);
        if (index >= 0) waiting.splice(index, 1);
        deaths.get(name)?.();
        if (wasFirst) leadNext();
      },
    };
  }

  async function pass(ms: number): Promise<void> {
    for (const end = now + ms; now < end; ) {
      now += 10;
      const due = timers.filter((timer) => timer.at <= now && !timer.tab.isAsleep);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { callback } of due) callback();
      await Promise.resolve();
    }
  }

  const opened = () => sources.filter(({ isOpen }) => isOpen);
  const latest = (): FakeSource => {
    const [only, ...more] = opened();
    if (only === undefined || more.length > 0)
      throw new Error(`${opened().length} streams are open, not one.`);
    return only;
  };
  return { openTab, pass, opened, latest, sources, browser };
}

function listener() {
  const heard: string[] = [];
  const all: ArticleListener = {
    onOpen: (seq) => heard.push(`open ${seq}`),
    onEvent: ({ seq }) => heard.push(`event ${seq}`),
    onLost: () => heard.push('lost'),
    onEnd: () => heard.push('end'),
    onBehind: () => heard.push('behind'),
  };
  return { heard, all };
}

const articlesIn = ({ address }: FakeSource): string | undefined =>
  new URLSearchParams(address.split('?')[1]).get('articles')?.split(',').sort().join();

function event(articleId: string, seq: number): ArticleEvent {
  return {
    articleId,
    seq,
    commandId: id(300),
    actor: { id: lou.userId, name: lou.name },
    revisionId,
    at: at(9),
    body: { type: 'article.restored' },
  };
}

describe('the tabs of one browser', () => {
  it('share one stream for all their articles, and each hears its own', async () => {
    const { openTab, pass, latest, sources } = setUp();
    const one = listener();
    const two = listener();
    openTab().line.followArticle('a', () => 4, one.all);
    openTab().line.followArticle('b', () => 7, two.all);
    await pass(100);
    expect(articlesIn(latest())).toBe('a:4,b:7');
    expect(sources).toHaveLength(1);
    latest().send('open');
    latest().send('message', event('a', 5));
    latest().send('message', event('b', 8));
    expect(one.heard).toEqual(['open 4', 'event 5']);
    expect(two.heard).toEqual(['open 7', 'event 8']);
  });

  it('go on where the stream was when a tab opens another article, and leave what nobody follows', async () => {
    const { openTab, pass, latest } = setUp();
    const first = openTab();
    const stop = first.line.followArticle('a', () => 4, listener().all);
    await pass(100);
    latest().send('open');
    latest().send('message', event('a', 9));
    openTab().line.followArticle('b', () => 1, listener().all);
    await pass(100);
    expect(articlesIn(latest())).toBe('a:9,b:1');
    stop();
    await pass(2_000);
    expect(articlesIn(latest())).toBe('b:1');
  });

  it('tell a tab that comes later how far the stream is', async () => {
    const { openTab, pass, latest, sources } = setUp();
    openTab().line.followArticle('a', () => 4, listener().all);
    await pass(100);
    latest().send('open');
    latest().send('message', event('a', 5));
    const late = listener();
    openTab().line.followArticle('a', () => 3, late.all);
    await pass(100);
    expect(late.heard).toEqual(['open 5']);
    expect(sources).toHaveLength(1);
  });

  it('go on when the tab that had the stream is closed or dies', async () => {
    const { openTab, pass, latest } = setUp();
    const first = openTab();
    first.line.followArticle('a', () => 4, listener().all);
    await pass(100);
    const second = openTab();
    const third = openTab();
    let known = 4;
    const two = listener();
    second.line.followArticle('a', () => known, two.all);
    third.line.followArticle('b', () => 1, listener().all);
    await pass(100);
    latest().send('open');
    known = 6;
    first.line.stop();
    await pass(100);
    expect(articlesIn(latest())).toBe('a:6,b:1');
    latest().send('open');
    latest().send('message', event('a', 7));
    expect(two.heard.slice(-2)).toEqual(['open 6', 'event 7']);
    second.kill();
    latest().close();
    await pass(100);
    expect(articlesIn(latest())).toBe('b:1');
  });

  it('take the stream from a tab that no longer answers', async () => {
    const { openTab, pass, opened } = setUp();
    const first = openTab();
    first.line.followArticle('a', () => 4, listener().all);
    await pass(100);
    opened()[0]?.send('open');
    const second = openTab();
    const two = listener();
    second.line.followArticle('a', () => 4, two.all);
    await pass(100);
    second.line.wake();
    await pass(3_000);
    expect(opened()).toHaveLength(1);
    first.tab.isFrozen = true;
    // A frozen tab answers nothing.
    const answer = first.tab as unknown as { hear: () => void };
    answer.hear = () => undefined;
    second.line.wake();
    await pass(3_000);
    opened().at(-1)?.send('open');
    expect(two.heard.at(-1)).toBe('open 4');
    expect(opened()).toHaveLength(1);
  });
});

describe('a stream that ends', () => {
  it('is said to be lost while the browser tries again by itself, and when nothing was heard for long', async () => {
    const { openTab, pass, latest, sources } = setUp();
    const one = listener();
    openTab().line.followArticle('a', () => 4, one.all);
    await pass(100);
    latest().send('open');
    latest().send('error');
    latest().send('open');
    expect(one.heard).toEqual(['open 4', 'lost', 'open 4']);
    await pass(8_000);
    expect(sources.length).toBeGreaterThan(1);
    expect(one.heard).toContain('lost');
  });

  it('is said to be lost within three seconds of its last word, also by a tab whose leader has no clock', async () => {
    const { openTab, pass, latest, sources } = setUp();
    const [one, two] = [listener(), listener()];
    const leader = openTab();
    leader.line.followArticle('a', () => 4, one.all);
    const other = openTab();
    other.line.followArticle('a', () => 4, two.all);
    await pass(100);
    latest().send('open');
    for (let beats = 0; beats < 10; beats += 1) {
      await pass(1_200);
      latest().send('beat');
    }
    expect([one.heard, two.heard]).toEqual([['open 4'], ['open 4']]);
    leader.tab.isAsleep = true;
    await pass(2_750);
    expect(two.heard.at(-1)).toBe('lost');
    expect(one.heard.at(-1)).toBe('lost');
    // The network speaks again: the very stream that was silent goes on.
    const before = sources.length;
    leader.tab.isAsleep = false;
    await pass(100);
    latest().send('beat');
    await pass(50);
    expect(sources.length).toBe(before);
    expect([one.heard.at(-1), two.heard.at(-1)]).toEqual(['open 4', 'open 4']);
  });

  it('is opened anew, later and later, while a network swallows everything and says nothing', async () => {
    const { openTab, pass, latest, sources } = setUp();
    const one = listener();
    const tab = openTab();
    tab.line.followArticle('a', () => 4, one.all);
    await pass(100);
    latest().send('open');
    const openedAt: number[] = [];
    for (let at = 0; at < 90_000; at += 100) {
      const before = sources.length;
      await pass(100);
      if (sources.length > before) openedAt.push(Math.round(at / 1_000));
    }
    expect(openedAt).toEqual([6, 18, 42, 72]);
    expect(one.heard).toEqual(['open 4', 'lost']);
    // The browser says that the network is back, or somebody looks at the tab: at once.
    const before = sources.length;
    tab.line.wake();
    await pass(100);
    expect(sources.length).toBe(before + 1);
    latest().send('open');
    expect(one.heard.at(-1)).toBe('open 4');
  });

  it('is opened again later and later when the server cannot, and not at all when it says no', async () => {
    const { openTab, pass, latest, sources, browser } = setUp();
    const one = listener();
    const tab = openTab();
    tab.line.followArticle('a', () => 4, one.all);
    await pass(100);
    for (const wait of [1_000, 2_000, 4_000]) {
      const before = sources.length;
      latest().close();
      sources.at(-1)?.send('error');
      await pass(wait - 100);
      expect(sources).toHaveLength(before);
      await pass(300);
      expect(sources).toHaveLength(before + 1);
    }
    browser.isRefused = true;
    latest().close();
    sources.at(-1)?.send('error');
    const before = sources.length;
    await pass(120_000);
    expect(sources).toHaveLength(before);
    expect(one.heard).toContain('end');
    tab.line.wake();
    await pass(100);
    expect(sources).toHaveLength(before + 1);
  });

  it('sends who missed too much to read the article anew, and goes on from there', async () => {
    const { openTab, pass, latest, sources } = setUp();
    const one = listener();
    let known = 4;
    const tab = openTab();
    const stop = tab.line.followArticle('a', () => known, one.all);
    await pass(100);
    latest().send('open');
    latest().send('behind', { articleId: 'a' });
    expect(one.heard.at(-1)).toBe('behind');
    await pass(5_000);
    expect(sources).toHaveLength(1);
    known = 5_000;
    stop();
    tab.line.followArticle('a', () => known, one.all);
    await pass(100);
    expect(articlesIn(latest())).toBe('a:5000');
  });
});

it('tells every tab a person’s numbers, the team’s rules and who else is there, also those that come later', async () => {
  const { openTab, pass, latest } = setUp();
  const first = openTab();
  const counts: unknown[] = [];
  first.line.onCounts((now) => counts.push(now));
  first.line.followArticle('a', () => 1, listener().all);
  await pass(100);
  latest().send('open');
  latest().send('counts', { inbox: 2, queue: 3 });
  latest().send('rules', { mark: '12ab34cd' });
  const presence = (key: string) => ({ key, person: { id: key, name: key }, at: {} });
  latest().send('presence', {
    articleId: 'a',
    isWhole: true,
    here: [presence('x'), presence('y')],
    left: [],
  });
  latest().send('presence', { articleId: 'a', isWhole: false, here: [], left: ['x'] });
  expect(counts).toEqual([{ inbox: 2, queue: 3 }]);
  const late = openTab();
  const heard: unknown[] = [];
  late.line.onCounts((now) => heard.push(now));
  late.line.onRules((mark) => heard.push(mark));
  late.line.followArticle('a', () => 1, listener().all);
  late.line.onPresence('a', ({ here }) => heard.push(here.map(({ key }) => key)));
  await pass(100);
  expect(heard).toContainEqual({ inbox: 2, queue: 3 });
  expect(heard).toContain('12ab34cd');
  expect(heard.at(-1)).toEqual(['y']);
});
