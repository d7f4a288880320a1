import 'server-only';
import postgres from 'postgres';
import { eventChannel } from '@/lib/db/advance';
import { env } from '../env';
import { log } from '../log';

/** Called when an article may have new events; how many is read from the table. */
type Listener = () => void;

type Listeners = Map<string, Set<Listener>>;

// One connection per process, however often Next loads this module.
const shared: typeof globalThis & { galleyListeners?: Listeners } = globalThis;

const retryMs = 5_000;

/**
 * Calls `listener` soon after each commit that added events to an article, in whichever process, and after the
 * connection was lost and is back. A notice is only a hint: the table is the truth. Returns how to stop.
 */
export function onEvents(articleId: string, listener: Listener): () => void {
  const listeners = findOrStartListening();
  const ofArticle = listeners.get(articleId) ?? new Set();
  listeners.set(articleId, ofArticle.add(listener));
  return () => {
    ofArticle.delete(listener);
    if (ofArticle.size === 0 && listeners.get(articleId) === ofArticle) listeners.delete(articleId);
  };
}

function findOrStartListening(): Listeners {
  if (shared.galleyListeners === undefined) {
    shared.galleyListeners = new Map();
    void listen(shared.galleyListeners);
  }
  return shared.galleyListeners;
}

/** Listens for as long as the process lives; the library connects again by itself once it was connected. */
async function listen(listeners: Listeners): Promise<void> {
  const sql = postgres(env.DIRECT_DATABASE_URL, { max: 1, onnotice: () => undefined });
  const hear = (payload: string): void => {
    for (const listener of listeners.get(payload.slice(0, payload.indexOf(':'))) ?? []) listener();
  };
  // Called after each connect: notices may have been missed before.
  const hearAll = (): void => {
    for (const ofArticle of listeners.values()) for (const listener of ofArticle) listener();
  };
  try {
    await sql.listen(eventChannel, hear, hearAll);
  } catch (error) {
    log.warn('Could not listen for events; followers read the table meanwhile', { error });
    await sql.end({ timeout: 1 });
    setTimeout(() => void listen(listeners), retryMs).unref();
  }
}
