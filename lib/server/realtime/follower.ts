import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { sealEventFor } from '../annotations/seal-for';
import { readEvents } from '../articles/find-events';
import { frameOf, joinFeed } from './feed';

/** One reader's way through one article's events. It keeps a place, never events. */
export type Follower = {
  readonly articleId: string;
  /** The last event that was handed on. */
  readonly seq: () => number;
  /** `gone`: deleted or not to be seen. `behind`: so much was missed that the article must be read anew. */
  readonly state: () => 'following' | 'gone' | 'behind';
  /** Hands on a stretch of what is new, sealed for its reader, as far as there is room; answers whether there is more. */
  readonly next: (send: (json: string) => void, hasRoom?: () => boolean) => Promise<boolean>;
  /** The state, once, when it is one in which nothing more comes. */
  readonly takeNews: () => 'gone' | 'behind' | undefined;
  readonly leave: () => void;
};

/** How many events are told one by one; who missed more reads the article anew. */
export const mostReplayed = 1_000;

/** Follows an article after a `seq`. Throws NOT_FOUND when the actor may not see it. */
export async function followArticle(
  actor: Actor,
  articleId: string,
  after: number,
  onNews: () => void,
): Promise<Follower> {
  const { feed, leave } = joinFeed(actor, articleId, onNews);
  let seq = after;
  let isTold = false;
  try {
    // What is remembered is sealed by the rules of now, not by those under which it was read.
    await feed.look();
  } catch (error) {
    leave();
    throw error;
  }

  // A place that has not been reached yet is one of another history, as after a restored backup. Later a reader may well
  // be ahead of the feed: what it missed is read from the table, which is never behind.
  const isOfAnotherHistory = after > feed.seq();

  function state(): ReturnType<Follower['state']> {
    if (feed.isGone()) return 'gone';
    return isOfAnotherHistory || feed.seq() - seq > mostReplayed ? 'behind' : 'following';
  }

  return {
    articleId,
    seq: () => seq,
    state,
    async next(send, hasRoom = () => true) {
      if (isTold || state() !== 'following' || seq >= feed.seq()) return false;
      const page = feed.since(seq) ?? (await readEvents(actor, articleId, { after: seq, limit: 100 }));
      if (page === undefined) throw notFound('article');
      for (const event of page.events) {
        if (!hasRoom()) return true;
        seq = event.seq;
        send(frameOf(sealEventFor(actor, page.rules, event)));
      }
      seq = Math.max(seq, page.last);
      return seq < feed.seq();
    },
    takeNews() {
      const now = state();
      if (isTold || now === 'following') return undefined;
      isTold = true;
      return now;
    },
    leave,
  };
}
