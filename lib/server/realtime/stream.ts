import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { StreamEnd } from '@/lib/domain/stream';
import { isDraining, onDrain } from '../draining';
import { refusalOf } from '../error-answer';
import { log } from '../log';
import { type Bell, createBell } from './bell';
import { type Follower, followArticle } from './follower';
import { type Outlet, openOutlet } from './outlet';
import { watchAccess } from './watch-access';

/** Something else that a stream carries beside events; `pump` writes what is new. */
export type Rider = {
  readonly pump: (write: (frame: string) => void) => Promise<void>;
  /** When it wants to be pumped again without a ring, in milliseconds of the clock; absent: not by itself. */
  readonly dueAt?: () => number | undefined;
  readonly leave: () => void;
};

/** Who follows what on one stream. */
export type StreamRequest = {
  readonly actor: Actor;
  readonly request: Request;
  /** The articles followed, and the `seq` of the last event of each that the reader has. */
  readonly follows: readonly { readonly articleId: string; readonly after: number }[];
  /** Whether one stream carries several articles: then what ends for one of them is said in its frames. */
  readonly isShared: boolean;
  /** What else it carries; called once the stream stands, with what rings for it and the articles that may be seen. */
  readonly board?: (ring: () => void, articleIds: readonly string[]) => readonly Rider[];
  /** How long a reader may take nothing before it is sent away to come back; half a minute unless given. */
  readonly slowMs?: number;
};

/**
 * How often a stream says that it lives, so that a reader knows when it does not: one that a person looks at (`shared`)
 * so often that they are told within three seconds.
 */
const beatMs = { shared: 1_200, single: 5_000 } as const;

/**
 * A live answer in the format of server-sent events: what happened after `after`, then everything as it happens, each
 * event as JSON with its place as `id`. Its last frame `end` says why it ends: the reader is too slow, access ended or
 * changed, the article is gone, or this process stops. Throws NOT_FOUND and GONE before it begins, unless it is shared.
 */
export async function openStream(asked: StreamRequest): Promise<Response> {
  const { actor, request, follows, isShared, board } = asked;
  const bell = createBell();
  const followers: Follower[] = [];
  try {
    for (const { articleId, after } of follows)
      followers.push(await followArticle(actor, articleId, after, bell.ring));
    if (!isShared) for (const follower of followers) ensureFollowable(follower);
  } catch (error) {
    for (const { leave } of followers) leave();
    throw error;
  }
  const seen = followers.filter(({ state }) => state() !== 'gone').map(({ articleId }) => articleId);
  const body = run(asked, bell, followers, board?.(bell.ring, seen) ?? []);
  request.signal.addEventListener('abort', bell.ring, { once: true });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function ensureFollowable({ state }: Follower): void {
  if (state() === 'gone') throw notFound('article');
  if (state() !== 'behind') return;
  throw new DomainError(
    'GONE',
    'Too much has happened since then to be told one by one. Read the article anew and follow from there.',
  );
}

/** A stream while it lives: what it carries, and why it is to end. */
type Life = {
  readonly asked: StreamRequest;
  readonly bell: Bell;
  readonly followers: readonly Follower[];
  readonly riders: readonly Rider[];
  readonly outlet: Outlet;
  readonly clock: { wroteAt: number; hadRoomAt: number };
  isLeft: boolean;
  end: StreamEnd | undefined;
};

function run(
  asked: StreamRequest,
  bell: Bell,
  followers: readonly Follower[],
  riders: readonly Rider[],
): ReadableStream<Uint8Array> {
  const outlet = openOutlet({
    onRoom: bell.ring,
    onLeave: () => {
      life.isLeft = true;
      bell.ring();
    },
  });
  const clock = { wroteAt: Date.now(), hadRoomAt: Date.now() };
  const life: Life = { asked, bell, followers, riders, outlet, clock, isLeft: false, end: undefined };
  void untilItEnds(life);
  return outlet.body;
}

async function untilItEnds(life: Life): Promise<void> {
  const { asked, followers, riders, outlet } = life;
  const stopWaitingForDrain = onDrain(() => finish(life, 'restart'));
  const stopWatching = await watchAccess(asked.request, asked.actor, () => finish(life, 'access'));
  try {
    await live(life);
  } catch (error) {
    life.end ??= 'restart';
    if (refusalOf(error) === undefined)
      log.warn('A stream broke off', { actorId: asked.actor.userId, error });
  } finally {
    stopWatching();
    stopWaitingForDrain();
    for (const { leave } of [...followers, ...riders]) leave();
    if (life.end === 'restart') outlet.write(comeBackAfter(300));
    if (life.end !== undefined) outlet.write(`event: end\ndata: ${JSON.stringify({ reason: life.end })}\n\n`);
    outlet.end();
  }
}

async function live(life: Life): Promise<void> {
  const { asked, bell, riders, outlet, clock } = life;
  const { request, isShared, slowMs = 30_000 } = asked;
  const everyMs = isShared ? beatMs.shared : beatMs.single;
  write(life, `: Galley\n${comeBackAfter(1_000)}`);
  if (isDraining()) finish(life, 'restart');
  while (!life.isLeft && !request.signal.aborted && life.end === undefined) {
    const now = Date.now();
    if (outlet.hasRoom()) {
      clock.hadRoomAt = now;
      await tellNews(life);
      if (Date.now() - clock.wroteAt >= everyMs)
        write(life, isShared ? 'event: beat\ndata: {}\n\n' : ': beat\n\n');
    } else if (now - clock.hadRoomAt >= slowMs) finish(life, 'slow');
    if (life.end !== undefined) break;
    const dues = riders.map((rider) => rider.dueAt?.() ?? Number.POSITIVE_INFINITY);
    const due = Math.min(outlet.hasRoom() ? clock.wroteAt + everyMs : clock.hadRoomAt + slowMs, ...dues);
    await bell.wait(Math.max(20, due - Date.now()));
  }
}

/** Tells what is new, as far as the reader has room for it. */
async function tellNews(life: Life): Promise<void> {
  const { followers, riders, outlet } = life;
  const places = (): string => followers.map((follower) => follower.seq()).join('.');
  const tell = (json: string): void => write(life, `id: ${places()}\ndata: ${json}\n\n`);
  for (const follower of followers) {
    for (let isMore = outlet.hasRoom(); isMore && life.end === undefined; )
      isMore = (await follower.next(tell, outlet.hasRoom)) && outlet.hasRoom();
    const news = follower.takeNews();
    if (news === undefined) continue;
    if (!life.asked.isShared) finish(life, news);
    else write(life, `event: ${news}\ndata: ${JSON.stringify({ articleId: follower.articleId })}\n\n`);
  }
  for (const rider of riders) if (outlet.hasRoom()) await rider.pump((frame) => write(life, frame));
}

function write({ outlet, clock }: Life, frame: string): void {
  outlet.write(frame);
  clock.wroteAt = Date.now();
}

function finish(life: Life, reason: StreamEnd): void {
  life.end ??= reason;
  life.bell.ring();
}

/** Tells the reader's browser when to come back once this ends: about that long, not all at the same moment. */
function comeBackAfter(averageMs: number): string {
  return `retry: ${Math.round(averageMs * (0.5 + Math.random()))}\n\n`;
}
