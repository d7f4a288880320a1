import type { PresenceNews } from '@/lib/domain/presence';
import type { PersonNews } from '@/lib/domain/stream';
import { createLeader, type Leader, type LeaderOptions, silentMs } from './line-leader';
import type { ArticleListener, LineMessage, LineState } from './line-messages';

/** One live stream for all tabs of a person's browser (decision 023). */
export type Line = {
  /** Hears an article after `after()`; returns how to stop. Following again begins anew. */
  readonly followArticle: (articleId: string, after: () => number, listener: ArticleListener) => () => void;
  /** Hears the person's own numbers. */
  readonly onCounts: (listener: (counts: PersonNews) => void) => () => void;
  /** Hears which rules the team has, as their mark. */
  readonly onRules: (listener: (mark: string) => void) => () => void;
  /** Hears who else is in an article; `client` names this browser where it tells its own place. */
  readonly onPresence: (
    articleId: string,
    listener: (news: PresenceNews, client: string) => void,
  ) => () => void;
  /** Hears when a page of an annotation's evidence was asked for, has come or is no longer wanted, or may have. */
  readonly onCapture: (annotationId: string, listener: () => void) => () => void;
  /** Somebody looks at this tab again: makes sure that whoever leads is alive, and tries again what had ended. */
  readonly wake: () => void;
  readonly stop: () => void;
};

/** What a line needs of its browser. */
export type LineOptions = Omit<LeaderOptions, 'client' | 'say'> & {
  readonly newId: () => string;
  /** Sends to the other tabs. */
  readonly post: (message: LineMessage) => void;
  /** Hears the other tabs. */
  readonly onMessage: (hear: (message: LineMessage) => void) => void;
  /** Says to whoever asks that this tab lives, for as long as it does; calls back once that can be seen. */
  readonly live: (tab: string, onAlive: () => void) => void;
  /** Waits for its turn to lead, or takes it when `steal`; `onLose` when another took it. Returns how to give it up. */
  readonly lead: (tab: string, onLead: () => void, onLose: () => void, steal: boolean) => () => void;
};

type Follow = { readonly after: () => number; readonly listener: ArticleListener; hasEnded: boolean };

/** How long a leader may take to say that it is there before another tab takes over. */
const answerMs = 2_000;
/** A little longer than the leader waits, so that the leader is the one who says it where its clock runs. */
const ownSilentMs = silentMs + 100;

/** Makes a tab's end of the line; it waits for its turn to lead by itself. */
export function createLine(options: LineOptions): Line {
  const { newId, post, schedule } = options;
  const tab = newId();
  const follows = new Map<string, Set<Follow>>();
  const countListeners = new Set<(counts: PersonNews) => void>();
  const rulesListeners = new Set<(mark: string) => void>();
  const presenceListeners = new Map<string, Set<(news: PresenceNews, client: string) => void>>();
  const captureListeners = new Map<string, Set<() => void>>();
  let client = '';
  let isOn = false;
  let leader: Leader | undefined;
  let counts: PersonNews | undefined;
  let rules: string | undefined;
  let isAnswered = true;
  let giveUp = (): void => {};
  let isStopped = false;
  let isAlive = false;
  /** What this tab says of the stream, and when the tab that has it last said a word. */
  let state: LineState = 'connecting';
  let heardAt = options.now();

  /** To everybody, this tab included. */
  function say(message: LineMessage): void {
    post(message);
    take(message);
  }

  function want(fresh: readonly string[] = []): void {
    // Whom a leader cannot see living, it would take for dead.
    if (!isAlive || isStopped) return;
    const articles = [...follows].map(([articleId, all]) => {
      const after = Math.min(...[...all].map((follow) => follow.after()));
      return [articleId, after] as const;
    });
    const message: LineMessage = { kind: 'want', tab, articles, fresh };
    if (leader === undefined) post(message);
    else leader.hear(message);
  }

  function take(message: LineMessage): void {
    if (message.kind !== 'want' && message.kind !== 'bye') heardAt = options.now();
    switch (message.kind) {
      case 'stands':
        stand(message);
        return;
      case 'event':
        for (const { listener } of follows.get(message.event.articleId) ?? [])
          listener.onEvent(message.event);
        return;
      case 'news':
        for (const { listener } of follows.get(message.articleId) ?? [])
          if (message.what === 'behind') listener.onBehind();
          else listener.onEnd();
        return;
      case 'counts':
        counts = message.counts;
        for (const listener of countListeners) listener(message.counts);
        return;
      case 'rules':
        rules = message.mark;
        for (const listener of rulesListeners) listener(message.mark);
        return;
      case 'presence':
        for (const listener of presenceListeners.get(message.news.articleId) ?? [])
          listener(message.news, client);
        return;
      case 'capture':
        for (const listener of captureListeners.get(message.news.annotationId) ?? []) listener();
    }
  }

  function stand(message: LineMessage & { readonly kind: 'stands' }): void {
    const { places, isNew } = message;
    client = message.client;
    state = message.state;
    isAnswered = true;
    for (const [articleId, all] of follows)
      for (const follow of all) {
        const place = places[articleId];
        if (state === 'on' && place !== undefined) follow.listener.onOpen(place);
        if (state === 'lost') follow.listener.onLost();
        // Every tab is told once; each asks why for itself.
        if (state === 'ended' && !follow.hasEnded) follow.listener.onEnd();
        follow.hasEnded = state === 'ended';
      }
    // What happened while there was no stream was told to nobody.
    if (state === 'on' && !isOn) for (const all of captureListeners.values()) for (const hear of all) hear();
    isOn = state === 'on';
    if (isNew) want();
  }

  /**
   * The clock of a leader whose tab nobody looks at may be late by a minute: a tab that hears nothing says so by itself,
   * and makes the leader look up.
   */
  function listen(): void {
    if (isStopped) return;
    const isSilent = leader === undefined && options.now() - heardAt >= ownSilentMs;
    if (isSilent && state === 'on') {
      state = 'lost';
      for (const all of follows.values()) for (const { listener } of all) listener.onLost();
      wake();
    } else if (isSilent && state === 'lost') want();
    const nextMs = state === 'on' && leader === undefined ? heardAt + ownSilentMs - options.now() : silentMs;
    schedule(listen, Math.max(100, nextMs));
  }

  function wake(): void {
    if (!isAlive || isStopped) return;
    isAnswered = leader !== undefined;
    want([...follows.keys()]);
    if (leader === undefined)
      schedule(() => {
        if (!isAnswered && !isStopped) tryToLead(true);
      }, answerMs);
  }

  function tryToLead(steal: boolean): void {
    giveUp();
    giveUp = options.lead(
      tab,
      () => {
        leader = createLeader({ ...options, client: newId(), say });
        leader.begin();
      },
      () => {
        leader?.stop();
        leader = undefined;
        tryToLead(false);
      },
      steal,
    );
  }

  options.onMessage((message) => {
    if (isStopped) return;
    if (leader !== undefined) leader.hear(message);
    take(message);
  });
  options.live(tab, () => {
    if (isStopped) return;
    isAlive = true;
    tryToLead(false);
    // A leader that is there already answers; else this tab leads in a moment and asks itself.
    want([...follows.keys()]);
    schedule(listen, silentMs);
  });

  return {
    followArticle(articleId, after, listener) {
      const follow: Follow = { after, listener, hasEnded: false };
      const all = follows.get(articleId) ?? new Set();
      follows.set(articleId, all.add(follow));
      want([articleId]);
      return () => {
        all.delete(follow);
        if (all.size === 0 && follows.get(articleId) === all) follows.delete(articleId);
        want();
      };
    },
    onCounts(listener) {
      countListeners.add(listener);
      if (counts !== undefined) listener(counts);
      return () => countListeners.delete(listener);
    },
    onRules(listener) {
      rulesListeners.add(listener);
      if (rules !== undefined) listener(rules);
      return () => rulesListeners.delete(listener);
    },
    onPresence(articleId, listener) {
      const all = presenceListeners.get(articleId) ?? new Set();
      presenceListeners.set(articleId, all.add(listener));
      want();
      return () => all.delete(listener);
    },
    onCapture(annotationId, listener) {
      const all = captureListeners.get(annotationId) ?? new Set();
      captureListeners.set(annotationId, all.add(listener));
      return () => all.delete(listener);
    },
    wake,
    stop() {
      isStopped = true;
      post({ kind: 'bye', tab });
      leader?.stop();
      leader = undefined;
      giveUp();
    },
  };
}
