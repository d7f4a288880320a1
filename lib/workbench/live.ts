import type { ArticleState } from '@/lib/domain/apply';
import type { ArticleEvent } from '@/lib/domain/events';

/** What a reader of a live stream hears. */
export type Listener = {
  /** The stream stands and tells what comes after `seq`; also when it stands again after it was lost. */
  readonly onOpen: (seq: number) => void;
  readonly onEvent: (event: ArticleEvent) => void;
  /** It broke off and is being tried again by itself. */
  readonly onLost: () => void;
  /** The server refused it: it is not tried again by itself. */
  readonly onEnd: () => void;
  /** Too much was missed to be told one by one: this is the article now. */
  readonly onRenew: (state: ArticleState) => void;
};

/** Hears the events of an article after a `seq` as they happen; returns how to stop. */
export type Stream = (after: () => number, listener: Listener) => () => void;

/** Whether colleagues' changes arrive as they happen. `off` while nobody looks at the page. */
export type LiveState = 'off' | 'connecting' | 'on' | 'lost';

export type Live = {
  readonly getState: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Follows until the returned function is called. */
  readonly follow: () => () => void;
  /** Tries again at once what was refused before: the person has signed in again, or looks at the page again. */
  readonly resume: () => void;
};

type LiveOptions = {
  readonly stream: Stream;
  /** The latest event that is known. */
  readonly seq: () => number;
  readonly hear: (event: ArticleEvent) => void;
  /** Takes the article anew. */
  readonly renew: (state: ArticleState) => void;
  /** Fetches what is missing; false when there is no use in asking again (signed out, no access any more). */
  readonly catchUp: () => Promise<boolean>;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** Keeps a reader in step with everybody else's work. */
export function createLive({ stream, seq, hear, renew, catchUp, schedule }: LiveOptions): Live {
  const listeners = new Set<() => void>();
  let state: LiveState = 'off';
  let resume = (): void => {};

  function become(next: LiveState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function follow(): () => void {
    let isStopped = false;
    let tries = 0;
    let close = (): void => {};
    let cancelRetry = (): void => {};
    let hasEnded = false;

    function open(): void {
      cancelRetry();
      close();
      hasEnded = false;
      close = stream(seq, {
        onOpen: (at) => {
          tries = 0;
          become('on');
          // Another tab has followed it for longer: what came before is not told again.
          if (at > seq()) void catchUp();
        },
        onEvent: hear,
        onLost: () => become('lost'),
        onEnd: () => void lookWhy(),
        onRenew: renew,
      });
    }

    /** A refused stream does not say why; the request for what is missing does. */
    async function lookWhy(): Promise<void> {
      become('lost');
      hasEnded = true;
      const isWorthwhile = await catchUp();
      if (isStopped || !hasEnded || !isWorthwhile) return;
      cancelRetry = schedule(open, Math.min(longestRetryMs, firstRetryMs * 2 ** tries));
      tries += 1;
    }

    become('connecting');
    open();
    resume = () => {
      if (hasEnded) open();
    };
    return () => {
      isStopped = true;
      resume = () => {};
      cancelRetry();
      close();
      become('off');
    };
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
    resume: () => resume(),
  };
}
