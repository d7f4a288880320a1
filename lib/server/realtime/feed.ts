import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleEvent } from '@/lib/domain/events';
import { readEvents, readSeqs, type UnsealedEvents } from '../articles/find-events';
import { log } from '../log';
import { onNotice } from './listen';

/** The latest events of an article, read once per process for all who follow it there. Sealed for nobody. */
export type Feed = {
  /** The events after a `seq` up to the latest that is known; undefined when they must be read from the table. */
  readonly since: (after: number) => UnsealedEvents | undefined;
  /** The latest `seq` that is known. */
  readonly seq: () => number;
  /** The article was deleted, or is no longer the team's. */
  readonly isGone: () => boolean;
  /** Reads what is new now; throws when the database is away. */
  readonly look: () => Promise<void>;
};

type Shared = {
  readonly articleId: string;
  readonly feed: Feed;
  readonly ears: Set<() => void>;
  readonly lookSoon: () => void;
  readonly stop: () => void;
};

// Next loads a module more than once: the feeds live beside all copies.
const shared: typeof globalThis & { galleyFeeds?: Map<string, Shared> } = globalThis;

/** How long the table is not looked at without a notice. */
const lookMs = 10_000;
/** What a feed remembers, so that a burst is read once and memory has a bound. */
const mostKept = 300;
const mostKeptChars = 1_000_000;

/** Joins the readers of an article in this process; `onNews` is called when there may be something new. */
export function joinFeed(
  team: Pick<Actor, 'teamId'>,
  articleId: string,
  onNews: () => void,
): { readonly feed: Feed; readonly leave: () => void } {
  const feeds = findOrStartFeeds();
  const key = `${team.teamId} ${articleId}`;
  const found = feeds.get(key) ?? startFeed(team, articleId);
  feeds.set(key, found);
  found.ears.add(onNews);
  return {
    feed: found.feed,
    leave: () => {
      found.ears.delete(onNews);
      if (found.ears.size > 0 || feeds.get(key) !== found) return;
      found.stop();
      feeds.delete(key);
    },
  };
}

function findOrStartFeeds(): Map<string, Shared> {
  if (shared.galleyFeeds !== undefined) return shared.galleyFeeds;
  const feeds = new Map<string, Shared>();
  shared.galleyFeeds = feeds;
  const lookAtAll = async (): Promise<void> => {
    const now = await readSeqs([...new Set([...feeds.values()].map(({ articleId }) => articleId))]);
    for (const { articleId, feed, lookSoon } of feeds.values())
      if (now.get(articleId) !== feed.seq()) lookSoon();
  };
  setInterval(() => {
    // The database is away: the next look comes by itself.
    lookAtAll().catch((error: unknown) =>
      log.warn('Could not look at the articles that are followed', { error }),
    );
  }, lookMs).unref();
  return feeds;
}

function startFeed({ teamId }: Pick<Actor, 'teamId'>, articleId: string): Shared {
  const ears = new Set<() => void>();
  let kept: { readonly event: ArticleEvent; readonly chars: number }[] = [];
  let keptChars = 0;
  /** Everything after this `seq` is kept. */
  let from = -1;
  let seq = -1;
  let rules: UnsealedEvents['rules'] = { blindSecondCheck: true };
  let isGone = false;
  let looking: Promise<void> | undefined;
  let isDue = false;

  async function readNew(): Promise<void> {
    for (let isWhole = false; !isWhole; ) {
      // The first look only asks how far the article is: what came before is read for whoever needs it.
      const page = await readEvents({ teamId }, articleId, {
        after: seq < 0 ? 2_147_483_647 : seq,
        limit: 100,
      });
      if (page === undefined) {
        isGone = true;
        return;
      }
      isGone = false;
      if (seq < 0) from = page.seq;
      rules = page.rules;
      seq = page.last;
      for (const event of page.events) keep(event);
      isWhole = page.last >= page.seq;
    }
  }

  function keep(event: ArticleEvent): void {
    const chars = frameOf(event).length;
    kept.push({ event, chars });
    keptChars += chars;
    while (kept.length > mostKept || (keptChars > mostKeptChars && kept.length > 1)) {
      const [oldest] = kept;
      if (oldest === undefined) break;
      kept = kept.slice(1);
      keptChars -= oldest.chars;
      from = oldest.event.seq;
    }
  }

  function look(): Promise<void> {
    isDue = true;
    looking ??= (async () => {
      try {
        while (isDue) {
          isDue = false;
          await readNew();
        }
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  }

  function lookSoon(): void {
    look().then(
      () => {
        for (const ear of ears) ear();
      },
      // Nobody can write either while the database is away; the next look comes by itself.
      (error: unknown) => log.warn('Could not read new events', { articleId, error }),
    );
  }

  const feed: Feed = {
    since(after) {
      if (seq < 0 || after < from) return undefined;
      const events = kept.filter(({ event }) => event.seq > after).map(({ event }) => event);
      return { events, rules, last: seq, seq };
    },
    seq: () => seq,
    isGone: () => isGone,
    look,
  };
  return { articleId, feed, ears, lookSoon, stop: onNotice('events', articleId, lookSoon) };
}

const frames = new WeakMap<ArticleEvent, string>();

/** An event as JSON, written once however many read it. */
export function frameOf(event: ArticleEvent): string {
  const known = frames.get(event);
  if (known !== undefined) return known;
  const frame = JSON.stringify(event);
  frames.set(event, frame);
  return frame;
}
