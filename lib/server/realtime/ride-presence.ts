import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import type { Actor } from '@/lib/domain/actor';
import type { PresenceNews } from '@/lib/domain/presence';
import { presenceRoom } from './presence';
import type { RoomStep, Seen } from './presence-room';
import type { Rider } from './stream';

/** Who is in the articles of a stream: its own reader for as long as it lasts, and everybody else as they come and go. */
export function ridePresence(
  actor: Actor,
  client: string,
  articleIds: readonly string[],
  ring: () => void,
): Rider {
  const room = presenceRoom();
  const { userId, teamId } = actor;
  const rides = articleIds.map((articleId) => {
    const stopListening = room.on(articleId, ring);
    const goOut = room.enter({ articleId, userId, client });
    const leave = (): void => {
      stopListening();
      goOut();
    };
    return { articleId, known: -1, leave };
  });
  return {
    async pump(write) {
      for (const ride of rides) {
        const { articleId, known } = ride;
        const latest = room.step(articleId);
        if (known === latest) continue;
        const steps = known < 0 ? undefined : room.stepsSince(articleId, known);
        ride.known = steps?.at(-1)?.number ?? latest;
        if (steps === undefined) write(await frameOf(teamId, articleId, true, room.everybody(articleId), []));
        else for (const step of steps) write(await frameOfStep(teamId, articleId, step));
      }
    },
    leave: () => {
      for (const { leave } of rides) leave();
    },
  };
}

const frames = new WeakMap<RoomStep, Promise<string>>();

/** The same step goes to every reader of the article: it is put into words once. */
function frameOfStep(teamId: string, articleId: string, step: RoomStep): Promise<string> {
  const known = frames.get(step);
  if (known !== undefined) return known;
  const frame = frameOf(teamId, articleId, false, step.here, step.left);
  frames.set(step, frame);
  return frame;
}

async function frameOf(
  teamId: string,
  articleId: string,
  isWhole: boolean,
  seen: readonly Seen[],
  left: readonly string[],
): Promise<string> {
  const names = await namesOf(
    teamId,
    seen.map(({ userId }) => userId),
  );
  const here = seen.map(({ key, userId, at }) => ({
    key,
    person: { id: userId, name: names.get(userId) ?? '' },
    at,
  }));
  const news: PresenceNews = { articleId, isWhole, here, left };
  return `event: presence\ndata: ${JSON.stringify(news)}\n\n`;
}

// Names change seldom and presence often.
const shared: typeof globalThis & {
  galleyNames?: Map<string, { readonly name: string; readonly readAt: number }>;
} = globalThis;
const nameAgeMs = 60_000;
const mostNames = 5_000;

async function namesOf(teamId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  shared.galleyNames ??= new Map();
  const kept = shared.galleyNames;
  const now = Date.now();
  const unknown = userIds.filter((id) => now - (kept.get(`${teamId} ${id}`)?.readAt ?? 0) > nameAgeMs);
  if (kept.size > mostNames) kept.clear();
  const read = await findPeople(db, teamId, unknown);
  for (const { id, name } of Object.values(read)) kept.set(`${teamId} ${id}`, { name, readAt: now });
  return new Map(userIds.map((id) => [id, read[id]?.name ?? kept.get(`${teamId} ${id}`)?.name ?? '']));
}
