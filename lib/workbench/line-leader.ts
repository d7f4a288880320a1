import type { CaptureNews } from '@/lib/domain/capture';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Presence, PresenceNews } from '@/lib/domain/presence';
import { mostFollowed, type PersonNews } from '@/lib/domain/stream';
import type { LineMessage, LineState } from './line-messages';

/** The browser's stream of server-sent events, as far as the leader uses it. */
export type Source = {
  /** Calls back with the data of frames of a kind; `open` and `error` bring none. */
  readonly on: (kind: string, hear: (data: string) => void) => void;
  /** It was refused or has been closed: it does not come back by itself. */
  readonly isClosed: () => boolean;
  readonly close: () => void;
};

/** What a leader needs of its browser and of its tab. */
export type LeaderOptions = {
  readonly client: string;
  readonly open: (address: string) => Source;
  /** Whether the server would refuse whoever asks now. */
  readonly isRefused: () => Promise<boolean>;
  readonly say: (message: LineMessage) => void;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
  readonly now: () => number;
  /** Calls back when a tab has died without a word; returns how to stop. */
  readonly onDeath: (tab: string, forget: () => void) => () => void;
};

/** The tab that has the stream: it follows what all tabs want, and tells them what it hears. */
export type Leader = {
  /** Asks the tabs what they want. */
  readonly begin: () => void;
  readonly hear: (message: LineMessage) => void;
  readonly stop: () => void;
};

/** Several tabs open at once when a browser starts: their wishes are gathered for so long. */
const gatherMs = 40;
/** An article that nobody follows any more is left a little later, because people go back and forth. */
const leaveMs = 1_000;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** The server says every 1.2 seconds that it lives: after this long without a word it is not heard any more. */
export const silentMs = 2_600;
/** Whatever was silent for so long is opened anew, later and later: a network may hang without ever saying so. */
const firstAnewMs = 6_000;

/** Makes the leader; it asks for nothing before `begin`. */
export function createLeader(options: LeaderOptions): Leader {
  const { client, say, schedule, now } = options;
  const wants = new Map<string, ReadonlyMap<string, number>>();
  const deaths = new Map<string, () => void>();
  /** How far the stream is in each article that it carries. */
  let places = new Map<string, number>();
  /** Articles that the stream has given up, until a tab begins anew. */
  const given = new Set<string>();
  const here = new Map<string, Map<string, Presence>>();
  let counts: PersonNews | undefined;
  let rules: string | undefined;
  let state: LineState = 'connecting';
  let source: Source | undefined;
  let tries = 0;
  let silences = 0;
  let heardAt = now();
  let isStopped = false;
  let opening: { readonly cancel: () => void; readonly at: number } | undefined;

  function stand(next: LineState, isNew = false): void {
    state = next;
    say({ kind: 'stands', client, state, places: Object.fromEntries(places), isNew });
  }

  function openIn(afterMs: number): void {
    const at = now() + afterMs;
    if (isStopped || (opening !== undefined && opening.at <= at)) return;
    opening?.cancel();
    opening = { cancel: schedule(openNow, afterMs), at };
  }

  function openNow(): void {
    opening?.cancel();
    opening = undefined;
    if (isStopped) return;
    source?.close();
    places = nextPlaces();
    for (const articleId of [...here.keys()]) if (!places.has(articleId)) here.delete(articleId);
    const articles = [...places].map(([id, seq]) => `${id}:${seq}`).join();
    const opened = options.open(`/api/me/events?client=${client}${articles && `&articles=${articles}`}`);
    source = opened;
    heardAt = now();
    const on = (kind: string, hear: (data: string) => void): void =>
      opened.on(kind, (data) => {
        if (source !== opened) return;
        heardAt = now();
        hear(data);
      });
    /** What the server itself says: whoever hears it is connected. */
    const onWord = (kind: string, hear: (data: string) => void): void =>
      on(kind, (data) => {
        if (state === 'lost') stand('on');
        silences = 0;
        hear(data);
      });
    on('open', () => {
      tries = 0;
      silences = 0;
      stand('on');
    });
    on('error', () => (opened.isClosed() ? void lookWhy(opened) : stand('lost')));
    onWord('beat', () => say({ kind: 'beat' }));
    onWord('message', (data) => {
      // Our own door wrote it, as all that follows; its shape is the door's contract.
      const event = JSON.parse(data) as ArticleEvent;
      places.set(event.articleId, event.seq);
      say({ kind: 'event', event });
    });
    for (const what of ['gone', 'behind'] as const)
      onWord(what, (data) => {
        const { articleId } = JSON.parse(data) as { readonly articleId: string };
        given.add(articleId);
        say({ kind: 'news', articleId, what });
      });
    onWord('counts', (data) => {
      counts = JSON.parse(data) as PersonNews;
      say({ kind: 'counts', counts });
    });
    onWord('rules', (data) => {
      const { mark } = JSON.parse(data) as { readonly mark: string };
      rules = mark;
      say({ kind: 'rules', mark });
    });
    onWord('presence', (data) => {
      const news = JSON.parse(data) as PresenceNews;
      keepPresence(news);
      say({ kind: 'presence', news });
    });
    onWord('capture', (data) => say({ kind: 'capture', news: JSON.parse(data) as CaptureNews }));
  }

  function nextPlaces(): Map<string, number> {
    const next = new Map<string, number>();
    for (const want of wants.values())
      for (const [articleId, after] of want) {
        const known = given.has(articleId) ? undefined : places.get(articleId);
        next.set(articleId, known ?? Math.min(after, next.get(articleId) ?? after));
      }
    return new Map([...next].slice(-mostFollowed));
  }

  async function lookWhy(ended: Source): Promise<void> {
    stand('ended');
    if (await options.isRefused()) return;
    if (source !== ended) return;
    openIn(Math.min(longestRetryMs, firstRetryMs * 2 ** tries));
    tries += 1;
  }

  function keepPresence({ articleId, isWhole, here: come, left }: PresenceNews): void {
    const people = (isWhole ? undefined : here.get(articleId)) ?? new Map<string, Presence>();
    for (const key of left) people.delete(key);
    for (const presence of come) people.set(presence.key, presence);
    here.set(articleId, people);
  }

  function takeWant({ tab, articles, fresh }: LineMessage & { readonly kind: 'want' }): void {
    if (!deaths.has(tab))
      deaths.set(
        tab,
        options.onDeath(tab, () => forget(tab)),
      );
    wants.set(tab, new Map(articles));
    const isMissing = articles.some(([articleId]) => !places.has(articleId));
    const isAnew = fresh.some((articleId) => given.delete(articleId));
    if (isAnew) for (const articleId of fresh) places.delete(articleId);
    if (
      source === undefined ||
      isMissing ||
      isAnew ||
      (state === 'ended' && (fresh.length > 0 || articles.length === 0)) ||
      (state === 'lost' && fresh.length > 0)
    )
      openIn(gatherMs);
    else leaveUnwanted();
    // Whoever comes to a stream that stands already is told what is known. The clock of a tab that nobody looks at may be
    // late: so it looks up first whether it still hears anything.
    if (!listen()) stand(state);
    if (counts !== undefined) say({ kind: 'counts', counts });
    if (rules !== undefined) say({ kind: 'rules', mark: rules });
    for (const [articleId] of articles) {
      const people = here.get(articleId);
      if (people !== undefined)
        say({ kind: 'presence', news: { articleId, isWhole: true, here: [...people.values()], left: [] } });
    }
  }

  function forget(tab: string): void {
    deaths.get(tab)?.();
    deaths.delete(tab);
    if (wants.delete(tab)) leaveUnwanted();
  }

  function leaveUnwanted(): void {
    const wanted = new Set([...wants.values()].flatMap((want) => [...want.keys()]));
    if ([...places.keys()].some((articleId) => !wanted.has(articleId))) openIn(leaveMs);
  }

  let cancelListening = schedule(listenOn, silentMs);
  function listenOn(): void {
    listen();
    const isListening = source !== undefined && state !== 'ended';
    const waitMs = state === 'lost' ? openAnewMs() : silentMs;
    cancelListening = schedule(listenOn, isListening ? Math.max(100, heardAt + waitMs - now()) : silentMs);
  }

  function openAnewMs(): number {
    return Math.min(longestRetryMs, firstAnewMs * 2 ** silences);
  }

  /** Says so when nothing was heard for too long, and opens anew what stays silent; answers whether it said so. */
  function listen(): boolean {
    const silenceMs = now() - heardAt;
    if (source === undefined || state === 'ended' || silenceMs < silentMs) return false;
    const isNews = state !== 'lost';
    if (isNews) stand('lost');
    if (silenceMs >= openAnewMs()) {
      silences += 1;
      openNow();
    }
    return isNews;
  }

  return {
    begin: () => stand('connecting', true),
    hear(message) {
      if (message.kind === 'want') takeWant(message);
      else if (message.kind === 'bye') forget(message.tab);
    },
    stop() {
      isStopped = true;
      opening?.cancel();
      cancelListening();
      source?.close();
      for (const stopWatching of deaths.values()) stopWatching();
    },
  };
}
