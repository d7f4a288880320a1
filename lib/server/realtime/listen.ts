import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { eventChannel } from '@/lib/db/advance';
import { env } from '../env';
import { log } from '../log';

/**
 * What can be listened for. The payload of `events` is `articleId:seq:teamId:type`, of `captures`
 * `articleId:annotationId`, of `access` and `person` a user's id, of `team` a team's.
 */
export const channels = {
  events: eventChannel,
  access: 'access_changes',
  person: 'person_changes',
  presence: 'presence',
  captures: 'capture_changes',
  team: 'team_changes',
} as const;

/** The name of something that can be listened for. */
export type Channel = keyof typeof channels;

/** Hears a notice. Without a payload: the connection was away and is back, so that anything may have been missed. */
export type Ear = (payload: string | undefined) => void;

/** One connection that hears what any process says at commit, and comes back by itself however often it is lost. */
export type Listening = {
  /** Hears the notices about one article, team or user; `key` null hears all of the channel. Returns how to stop. */
  readonly on: (channel: Channel, key: string | null, ear: Ear) => () => void;
  readonly close: () => Promise<void>;
};

// One connection per process, however often Next loads this module.
const shared: typeof globalThis & { galleyListening?: Listening } = globalThis;

/** Hears with the one connection of this process. A notice is only a hint: the table is the truth. */
export function onNotice(channel: Channel, key: string | null, ear: Ear): () => void {
  shared.galleyListening ??= startListening(env.DIRECT_DATABASE_URL);
  return shared.galleyListening.on(channel, key, ear);
}

/** One try costs little, and a database that was restarted is back within a second or two. */
const longestRetryMs = 250;
/** How often an apparently living connection is asked whether it lives, and how long it may take to say so. */
const pulseMs = 10_000;
const pulseTimeoutMs = 5_000;

/** Listens until it is closed. */
export function startListening(url: string): Listening {
  const ears = new Map<string, Set<Ear>>();
  const closed = new AbortController();
  let client: Client | undefined;

  const tell = (key: string, payload: string | undefined): void => {
    for (const ear of ears.get(key) ?? []) ear(payload);
  };

  async function keepListening(): Promise<void> {
    for (let failures = 0; !closed.signal.aborted; failures += 1) {
      try {
        client = await connect(url, tell);
        failures = 0;
        // Notices may have been missed before.
        for (const key of [...ears.keys()]) tell(key, undefined);
        await lifeOf(client, closed.signal);
      } catch (error) {
        if (failures === 1) log.warn('Could not listen; followers read the table meanwhile', { error });
      }
      await client?.end().catch(() => undefined); // it is broken already
      await pause(Math.min(longestRetryMs, 50 * 2 ** failures), closed.signal);
    }
  }
  const ending = keepListening();

  return {
    on(channel, key, ear) {
      const name = `${channels[channel]} ${key ?? ''}`;
      const same = ears.get(name) ?? new Set();
      ears.set(name, same.add(ear));
      return () => {
        same.delete(ear);
        if (same.size === 0 && ears.get(name) === same) ears.delete(name);
      };
    },
    async close() {
      closed.abort();
      await client?.end().catch(() => undefined); // the same: nobody waits for a goodbye
      await ending;
    },
  };
}

async function connect(
  url: string,
  tell: (key: string, payload: string | undefined) => void,
): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'galley-listen',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: pulseTimeoutMs,
  });
  // Without an ear for it, a lost connection would end the process; that it is lost shows in `lifeOf`.
  client.on('error', () => undefined);
  client.on('notification', ({ channel, payload = '' }) => {
    tell(`${channel} `, payload);
    for (const key of keysOf(channel, payload)) tell(`${channel} ${key}`, payload);
  });
  await client.connect();
  await client.query(
    Object.values(channels)
      .map((name) => `LISTEN ${name}`)
      .join(';'),
  );
  return client;
}

function keysOf(channel: string, payload: string): readonly string[] {
  if (channel === channels.presence || payload === '') return [];
  if (channel === channels.captures) return payload.split(':', 1);
  if (channel !== channels.events) return [payload];
  const [articleId = '', , teamId = ''] = payload.split(':', 3);
  return [articleId, teamId];
}

/** Resolves when the connection has ended; throws when it no longer answers. */
async function lifeOf(client: Client, signal: AbortSignal): Promise<void> {
  let isOver = false;
  const over = new Promise<void>((resolve) => {
    const end = (): void => {
      isOver = true;
      resolve();
    };
    client.once('end', end);
    client.once('error', end);
    signal.addEventListener('abort', end, { once: true });
  });
  while (!isOver) {
    await Promise.race([over, pause(pulseMs, signal)]);
    if (!isOver) await client.query('SELECT 1');
  }
}

const pause = (timeMs: number, signal: AbortSignal): Promise<void> =>
  sleep(timeMs, undefined, { signal, ref: false }).catch(() => undefined); // cut short on purpose
