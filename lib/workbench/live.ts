import type { ArticleState } from '@/lib/domain/apply';
import type { ArticleEvent } from '@/lib/domain/events';
import type { TeamRules } from '@/lib/domain/team-rules';

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
  /** The team checks by other rules than the page was made with. */
  readonly onRules: (rules: TeamRules) => void;
};

/** Hears the events of an article as they happen, from where the state that is known ends; returns how to stop. */
export type Stream = (known: () => ArticleState, listener: Listener) => () => void;

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
  /** What is known. */
  readonly known: () => ArticleState;
  readonly hear: (event: ArticleEvent) => void;
  /** Takes the article anew. */
  readonly renew: (state: ArticleState) => void;
  readonly takeRules: (rules: TeamRules) => void;
  /** Fetches what is missing; false when there is no use in asking again (signed out, no access any more). */
  readonly catchUp: () => Promise<boolean>;
  /** The stream stands again after it was lost: what hung for want of a network need not wait any longer. */
  readonly onBack: () => void;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** Keeps a reader in step with everybody else's work. */
export function createLive(options: LiveOptions): Live {
  const { stream, known, hear, renew, takeRules, catchUp, onBack, schedule } = options;
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
      close = stream(known, {
        onOpen: (at) => {
          tries = 0;
          if (state === 'lost') onBack();
          become('on');
          // Another tab has followed it for longer: what came before is not told again.
          if (at > known().seq) void catchUp();
        },
        onEvent: hear,
        onLost: () => become('lost'),
        onEnd: () => void lookWhy(),
        onRenew: renew,
        onRules: takeRules,
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
