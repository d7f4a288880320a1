import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { type Credential, credentialOf } from '../access';
import { readTokens } from '../api-token';
import { log } from '../log';
import { readSessions } from '../session';
import { onNotice } from './listen';

/** Somebody whose access is asked again and again, and what happens when it is no longer what it was. */
type Watched = { readonly actor: Actor; readonly credential: Credential; readonly onEnd: () => void };

type Watch = { readonly people: Set<Watched>; isAsking: boolean; isDue: boolean };

// One watch per process, however often Next loads this module.
const shared: typeof globalThis & { galleyWatch?: Watch } = globalThis;

/** Less than the five seconds within which a stream must end, so that a busy machine keeps them too. */
const askMs = 3_000;

/**
 * Calls `onEnd` once when whoever sent the request is no longer let in as the person, team and role that they were:
 * at once when that is changed in the database, within 3 seconds when time or a lost notice did it. All are asked for
 * in one query. Returns how to stop.
 */
export async function watchAccess(request: Request, actor: Actor, onEnd: () => void): Promise<() => void> {
  const credential = await credentialOf(request);
  if (credential === undefined) {
    onEnd();
    return () => undefined;
  }
  const watch = findOrStartWatch();
  const watched: Watched = { actor, credential, onEnd };
  watch.people.add(watched);
  // Between the door and this line the access may have ended unheard.
  ask(watch);
  return () => void watch.people.delete(watched);
}

function findOrStartWatch(): Watch {
  if (shared.galleyWatch !== undefined) return shared.galleyWatch;
  const watch: Watch = { people: new Set(), isAsking: false, isDue: false };
  shared.galleyWatch = watch;
  onNotice('access', null, () => ask(watch));
  setInterval(() => ask(watch), askMs).unref();
  return watch;
}

/** One question at a time; what is asked meanwhile is one more question afterwards. */
function ask(watch: Watch): void {
  watch.isDue = true;
  if (watch.isAsking) return;
  watch.isAsking = true;
  void (async () => {
    while (watch.isDue && watch.people.size > 0) {
      watch.isDue = false;
      await endTheEnded(watch).catch((error: unknown) => {
        // Nothing new can be read either while the database is away; the next question comes in time.
        log.warn('Could not ask who is still let in', { error });
      });
    }
    watch.isAsking = false;
  })();
}

async function endTheEnded({ people }: Watch): Promise<void> {
  const asked = [...people];
  const sessionIds = new Set<string>();
  const hashes = new Set<string>();
  for (const { credential } of asked) {
    if (credential.means === 'session') sessionIds.add(credential.claims.sessionId);
    else hashes.add(credential.hash);
  }
  const [sessions, tokens] = await Promise.all([
    sessionIds.size === 0 ? new Map<string, never>() : readSessions([...sessionIds]),
    hashes.size === 0 ? new Map<string, never>() : readTokens([...hashes]),
  ]);
  for (const watched of asked) {
    const { credential } = watched;
    const isStill =
      credential.means === 'token'
        ? isSame(watched.actor, tokens.get(credential.hash))
        : sessions.get(credential.claims.sessionId)?.version === credential.claims.version &&
          isSame(watched.actor, sessions.get(credential.claims.sessionId)?.session);
    if (!isStill && people.delete(watched)) watched.onEnd();
  }
}

function isSame(
  { userId, teamId, role }: Actor,
  now: { readonly actor: Actor; readonly needsSecondFactor: boolean } | undefined,
): boolean {
  return (
    now !== undefined &&
    !now.needsSecondFactor &&
    now.actor.userId === userId &&
    now.actor.teamId === teamId &&
    now.actor.role === role
  );
}
