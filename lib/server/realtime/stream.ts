import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { actorOfRequest } from '../access';
import { findEvents } from '../articles/find-events';
import { isDraining, onDrain } from '../draining';
import { refusalOf } from '../error-answer';
import { log } from '../log';
import { onEvents } from './listen';

/** Who follows which article, and the `seq` of the last event they have. */
export type Following = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly after: number;
  readonly request: Request;
};

const heartbeatMs = 15_000;
/** Less than the five seconds within which a stream must end, so that a busy machine keeps them too. */
const reauthoriseMs = 4_000;
/** How long after the last look the table is read without a notice. */
const lookMs = 10_000;

/**
 * A live answer in the format of server-sent events: what happened after `after`, then everything as it happens, each
 * with `id: seq` and the event as JSON. Ends when the reader leaves, or within 5 seconds after the session, token or
 * membership ended or the article was deleted; at once when this process drains. Throws NOT_FOUND before it begins when
 * the article is unseen.
 */
export async function streamEvents(following: Following): Promise<Response> {
  const first = await findEvents(following.actor, following.articleId, { after: following.after });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void follow(following, first.items, writable.getWriter());
  return new Response(readable, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

async function follow(
  { actor, articleId, after, request }: Following,
  first: readonly ArticleEvent[],
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<void> {
  const bell = createBell();
  const stopListening = onEvents(articleId, bell.ring);
  const stopWaitingForDrain = onDrain(bell.close);
  request.signal.addEventListener('abort', bell.close, { once: true });
  // A reader that went away without an abort shows here.
  writer.closed.catch(() => bell.close());
  let seq = after;
  let looked = Date.now();
  let wrote = Date.now();
  let authorised = Date.now();
  const write = async (text: string): Promise<void> => {
    await writer.write(encoder.encode(text));
    wrote = Date.now();
  };
  const send = async (events: readonly ArticleEvent[]): Promise<void> => {
    for (const event of events) {
      await write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
      seq = event.seq;
    }
  };
  try {
    await write(`: Galley\n${comeBackAfter(1_000)}`);
    await send(first);
    while (!bell.isClosed() && !isDraining()) {
      const now = Date.now();
      if (now - authorised >= reauthoriseMs) {
        await ensureStill(actor, request);
        authorised = now;
      }
      if (bell.takeRing() || now - looked >= lookMs) {
        looked = now;
        await sendNew(actor, articleId, () => seq, send);
      }
      if (now - wrote >= heartbeatMs) await write(': still here\n\n');
      const due = Math.min(authorised + reauthoriseMs, looked + lookMs, wrote + heartbeatMs);
      await bell.wait(Math.max(50, due - Date.now()));
    }
    if (isDraining()) await write(comeBackAfter(300));
  } catch (error) {
    if (refusalOf(error) === undefined && !bell.isClosed()) {
      log.warn('A stream of events broke off', { actorId: actor.userId, articleId, error });
    }
  } finally {
    stopListening();
    stopWaitingForDrain();
    await writer.close().catch(() => undefined); // the reader has gone already
  }
}

/** Tells the reader's browser when to come back once this ends: about that long, not all at the same moment. */
function comeBackAfter(averageMs: number): string {
  return `retry: ${Math.round(averageMs * (0.5 + Math.random()))}\n\n`;
}

const encoder = new TextEncoder();

async function sendNew(
  actor: Actor,
  articleId: string,
  seq: () => number,
  send: (events: readonly ArticleEvent[]) => Promise<void>,
): Promise<void> {
  for (let isMore = true; isMore; ) {
    const { items, next } = await findEvents(actor, articleId, { after: seq() });
    await send(items);
    isMore = next !== null && items.length > 0;
  }
}

/** Throws when the session, the token or the place in the team is not what it was when the stream began. */
async function ensureStill(actor: Actor, request: Request): Promise<void> {
  const present = await actorOfRequest(request, { touch: false });
  if (present.userId !== actor.userId || present.teamId !== actor.teamId) {
    throw new DomainError('UNAUTHENTICATED', 'This session is not the one that opened the stream.');
  }
}

/** Something to wait on that others may ring; a ring while nobody waits is kept. */
function createBell() {
  let isRung = false;
  let isClosed = false;
  let wake = (): void => undefined;
  const ring = (): void => {
    isRung = true;
    wake();
  };
  return {
    ring,
    close: (): void => {
      isClosed = true;
      wake();
    },
    isClosed: () => isClosed,
    takeRing: (): boolean => {
      const was = isRung;
      isRung = false;
      return was;
    },
    /** Resolves at the next ring, at once when it has rung, or after the time. */
    wait: (timeMs: number): Promise<void> =>
      new Promise((resolve) => {
        if (isRung || isClosed) return resolve();
        const timer = setTimeout(resolve, timeMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
