import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { log } from '../log';
import { channels, onNotice } from './listen';
import { beatMs, createPresenceRoom, type PresenceRoom } from './presence-room';

// One room per process, however often Next loads this module.
const shared: typeof globalThis & { galleyPresence?: PresenceRoom } = globalThis;

/** Who is in which article, as this process knows it; the processes tell each other through Postgres. */
export function presenceRoom(): PresenceRoom {
  shared.galleyPresence ??= startRoom();
  return shared.galleyPresence;
}

function startRoom(): PresenceRoom {
  const room = createPresenceRoom({
    self: randomUUID(),
    tell: (notice) => {
      const payload = JSON.stringify(notice);
      db.$executeRaw`SELECT pg_notify(${channels.presence}, ${payload})`.catch((error: unknown) => {
        // It is said again at the next beat.
        log.warn('Could not tell who is here', { error });
      });
    },
    now: Date.now,
    schedule: (callback, afterMs) => void setTimeout(callback, afterMs).unref(),
  });
  onNotice('presence', null, room.hear);
  room.hear(undefined);
  setInterval(room.beat, beatMs).unref();
  return room;
}
