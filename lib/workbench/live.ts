import type { ArticleEvent } from '@/lib/domain/events';

/** What a reader of a live stream hears. */
export type Listener = {
  /** The stream stands; also when it stands again after it was lost. */
  readonly onOpen: () => void;
  readonly onEvent: (event: ArticleEvent) => void;
  /** It broke off and is being tried again by itself. */
  readonly onLost: () => void;
  /** The server refused it: it is not tried again by itself. */
  readonly onEnd: () => void;
};

/** Hears the events of an article after a `seq` as they happen; returns how to stop. */
export type Stream = (after: number, listener: Listener) => () => void;

/** Whether colleagues' changes arrive as they happen. `off` while nobody looks at the page. */
export type LiveState = 'off' | 'connecting' | 'on' | 'lost';

export type Live = {
  readonly getState: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Follows until the returned function is called. */
  readonly follow: () => () => void;
};

type LiveOptions = {
  readonly stream: Stream;
  /** The latest event that is known. */
  readonly seq: () => number;
  readonly hear: (event: ArticleEvent) => void;
  /** Fetches what is missing; false when there is no use in asking again (signed out, no access any more). */
  readonly catchUp: () => Promise<boolean>;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** Keeps a reader in step with everybody else's work for as long as the page is looked at. */
export function createLive({ stream, seq, hear, catchUp, schedule }: LiveOptions): Live {
  const listeners = new Set<() => void>();
  let state: LiveState = 'off';

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

    function open(): void {
      close = stream(seq(), {
        onOpen: () => {
          tries = 0;
          become('on');
        },
        onEvent: hear,
        onLost: () => become('lost'),
        onEnd: () => void lookWhy(),
      });
    }

    /** A refused stream does not say why; the request for what is missing does. */
    async function lookWhy(): Promise<void> {
      become('lost');
      const isWorthwhile = await catchUp();
      if (isStopped || !isWorthwhile) return;
      cancelRetry = schedule(open, Math.min(longestRetryMs, firstRetryMs * 2 ** tries));
      tries += 1;
    }

    become('connecting');
    open();
    return () => {
      isStopped = true;
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
  };
}

/** This site's own stream for one article. `open` makes the browser's EventSource. */
export function createHttpStream(articleId: string, open: (address: string) => EventSource): Stream {
  return (after, { onOpen, onEvent, onLost, onEnd }) => {
    const source = open(`/api/articles/${encodeURIComponent(articleId)}/events?after=${after}`);
    source.onopen = onOpen;
    // Our own door wrote it; its shape is the door's contract.
    source.onmessage = ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as ArticleEvent);
    source.onerror = () => (source.readyState === source.CLOSED ? onEnd() : onLost());
    return () => source.close();
  };
}
