import 'server-only';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { nowhere, type Whereabouts, whereaboutsSchema } from '@/lib/domain/presence';

/** Somebody's browser in an article. */
export type Place = { readonly articleId: string; readonly userId: string; readonly client: string };

/** What processes tell each other, ids and offsets only. `at` null: gone. */
const messageSchema = z.object({
  articleId: idSchema,
  userId: idSchema,
  client: idSchema,
  at: whereaboutsSchema.nullable(),
});
/** Where one browser is, as one process tells it to the others. */
export type PresenceMessage = Readonly<z.infer<typeof messageSchema>>;

/** A notice between processes: who says it, and what; `ask`: everybody is to say again whom they see. */
const noticeSchema = z.object({
  from: z.string(),
  ask: z.boolean().optional(),
  say: z.array(messageSchema).max(200),
});
export type PresenceNotice = Readonly<z.infer<typeof noticeSchema>>;

/** Somebody who is here, as a reader of the room gets it. */
export type Seen = { readonly key: string; readonly userId: string; readonly at: Whereabouts };

/** What happened in an article's room since the step before. */
export type RoomStep = {
  readonly number: number;
  readonly here: readonly Seen[];
  readonly left: readonly string[];
};

/** Who is in which article, over all processes. Kept in memory alone: nothing of it is ever written down. */
export type PresenceRoom = {
  /** A stream of this process carries somebody: they are here until the returned function is called. */
  readonly enter: (place: Place) => () => void;
  /** Somebody moved; answers false when this process does not know them by a stream of its own. */
  readonly move: (place: Place, at: Whereabouts) => boolean;
  readonly hear: (payload: string | undefined) => void;
  /** Everybody in an article. */
  readonly everybody: (articleId: string) => readonly Seen[];
  /** The number of the latest step of an article. */
  readonly step: (articleId: string) => number;
  /** The steps after one; undefined when they are not remembered any more. */
  readonly stepsSince: (articleId: string, step: number) => readonly RoomStep[] | undefined;
  /** Calls back after each step of an article; returns how to stop. */
  readonly on: (articleId: string, ear: () => void) => () => void;
  /** Says again who is here by this process, and forgets whom nobody has spoken of for long. To be called every `beatMs`. */
  readonly beat: () => void;
};

type RoomOptions = {
  /** The name of this process. */
  readonly self: string;
  readonly tell: (notice: PresenceNotice) => void;
  readonly now: () => number;
  /** Calls back once after a time. */
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

type Entry = {
  readonly userId: string;
  readonly client: string;
  at: Whereabouts;
  heardAt: number;
  /** By how many streams of this process they are here. */
  streams: number;
};
type Room = {
  readonly entries: Map<string, Entry>;
  readonly ears: Set<() => void>;
  readonly changed: Set<string>;
  steps: RoomStep[];
  step: number;
  isDue: boolean;
};

/** How often a process says again who is here. */
export const beatMs = 8_000;
/** How long somebody is here of whom nobody speaks. */
export const expireMs = 20_000;
/** Movements within this time are one step, told once to all readers. */
const stepMs = 200;
const mostSteps = 10;
const mostInRoom = 300;
/** One notice of Postgres holds 8 000 bytes. */
const mostPerNotice = 20;

/**
 * Makes the room of a process; what it tells, the time and waiting are given from outside. Long, because who is there
 * and what is still to be told of them is one state.
 */
export function createPresenceRoom({ self, tell, now, schedule }: RoomOptions): PresenceRoom {
  const rooms = new Map<string, Room>();
  /** What is to be told to other processes: the latest of each browser. */
  const telling = new Map<string, PresenceMessage>();
  let isTellingDue = false;

  function roomOf(articleId: string): Room {
    const found = rooms.get(articleId);
    if (found !== undefined) return found;
    const room = {
      entries: new Map(),
      ears: new Set<() => void>(),
      changed: new Set<string>(),
      steps: [],
      step: 0,
      isDue: false,
    };
    rooms.set(articleId, room);
    return room;
  }

  function put({ articleId, userId, client }: Place, at: Whereabouts | null, streams?: number): void {
    const room = roomOf(articleId);
    const key = keyOf(userId, client);
    const before = room.entries.get(key);
    if (at === null) {
      if (!room.entries.delete(key)) return;
    } else if (before === undefined) {
      if (room.entries.size >= mostInRoom) return;
      room.entries.set(key, { userId, client, at, heardAt: now(), streams: streams ?? 0 });
    } else {
      const isSame = isSameAt(before.at, at);
      Object.assign(before, { at, heardAt: now(), streams: streams ?? before.streams });
      if (isSame) return;
    }
    room.changed.add(key);
    if (room.isDue) return;
    room.isDue = true;
    schedule(() => takeStep(articleId, room), stepMs);
  }

  function takeStep(articleId: string, room: Room): void {
    room.isDue = false;
    const here: Seen[] = [];
    const left: string[] = [];
    for (const key of room.changed) {
      const entry = room.entries.get(key);
      if (entry === undefined) left.push(key);
      else here.push(seen(entry));
    }
    room.changed.clear();
    room.step += 1;
    room.steps = [...room.steps, { number: room.step, here, left }].slice(-mostSteps);
    for (const ear of room.ears) ear();
    if (room.entries.size === 0 && room.ears.size === 0) rooms.delete(articleId);
  }

  function say(place: Place, at: Whereabouts | null): void {
    const { articleId, userId, client } = place;
    telling.set(`${articleId} ${keyOf(userId, client)}`, { articleId, userId, client, at });
    if (isTellingDue) return;
    isTellingDue = true;
    schedule(() => {
      isTellingDue = false;
      const all = [...telling.values()];
      telling.clear();
      for (let from = 0; from < all.length; from += mostPerNotice)
        tell({ from: self, say: all.slice(from, from + mostPerNotice) });
    }, stepMs / 2);
  }

  function sayAllOwn(): void {
    for (const [articleId, room] of rooms)
      for (const entry of room.entries.values())
        if (entry.streams > 0) say({ articleId, userId: entry.userId, client: entry.client }, entry.at);
  }

  return {
    enter(place) {
      const { entries } = roomOf(place.articleId);
      const key = keyOf(place.userId, place.client);
      const before = entries.get(key);
      const at = before?.at ?? nowhere;
      put(place, at, (before?.streams ?? 0) + 1);
      say(place, at);
      let isIn = true;
      return () => {
        const entry = entries.get(key);
        if (!isIn || entry === undefined) return;
        isIn = false;
        entry.streams -= 1;
        if (entry.streams > 0) return;
        put(place, null);
        say(place, null);
      };
    },
    move(place, at) {
      const entry = rooms.get(place.articleId)?.entries.get(keyOf(place.userId, place.client));
      if (entry === undefined) return false;
      put(place, at);
      say(place, at);
      return true;
    },
    hear(payload) {
      if (payload === undefined) {
        tell({ from: self, ask: true, say: [] });
        sayAllOwn();
        return;
      }
      const notice = noticeSchema.safeParse(parseJson(payload)).data;
      if (notice === undefined || notice.from === self) return;
      if (notice.ask === true) sayAllOwn();
      for (const { at, ...place } of notice.say) {
        const own = rooms.get(place.articleId)?.entries.get(keyOf(place.userId, place.client));
        // Who left a stream elsewhere and has one here is still here.
        if (at === null && own !== undefined && own.streams > 0) say(place, own.at);
        else put(place, at);
      }
    },
    everybody: (articleId) => [...(rooms.get(articleId)?.entries.values() ?? [])].map(seen),
    step: (articleId) => rooms.get(articleId)?.step ?? 0,
    stepsSince(articleId, step) {
      const room = rooms.get(articleId);
      if (room === undefined) return step === 0 ? [] : undefined;
      const after = room.steps.filter(({ number }) => number > step);
      return after.length === room.step - step ? after : undefined;
    },
    on(articleId, ear) {
      const { ears } = roomOf(articleId);
      ears.add(ear);
      return () => {
        ears.delete(ear);
        const room = rooms.get(articleId);
        if (room?.ears === ears && ears.size === 0 && room.entries.size === 0) rooms.delete(articleId);
      };
    },
    beat() {
      sayAllOwn();
      const deadline = now() - expireMs;
      for (const [articleId, room] of rooms)
        for (const { userId, client, heardAt, streams } of [...room.entries.values()])
          if (streams === 0 && heardAt < deadline) put({ articleId, userId, client }, null);
    },
  };
}

const keyOf = (userId: string, client: string): string => `${userId}.${client}`;

const seen = ({ userId, client, at }: Entry): Seen => ({ key: keyOf(userId, client), userId, at });

const isSameAt = (a: Whereabouts, b: Whereabouts): boolean =>
  a.view === b.view &&
  a.annotationId === b.annotationId &&
  a.isWriting === b.isWriting &&
  a.passage?.start === b.passage?.start &&
  a.passage?.end === b.passage?.end;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever may write to the channel may write anything: what is not ours is not heard.
    return undefined;
  }
}
