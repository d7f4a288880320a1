import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import type { Actor } from '@/lib/domain/actor';
import type { PresenceNews } from '@/lib/domain/presence';
import { onNotice } from './listen';
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
  const stopHearing = onNotice('team', teamId, () => {
    // Somebody may be called otherwise now: everybody is told anew.
    knownNames().delete(teamId);
    for (const ride of rides) ride.known = -1;
    ring();
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
      stopHearing();
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

type KnownName = { readonly name: Promise<string>; readonly readAt: number };
type KnownNames = Map<string, KnownName>;

// Names change seldom and presence often. By team, because a notice of a change names the team.
const shared: typeof globalThis & { galleyNames?: Map<string, KnownNames> } = globalThis;
const nameAgeMs = 60_000;
const mostTeams = 1_000;

function knownNames(): Map<string, KnownNames> {
  shared.galleyNames ??= new Map();
  return shared.galleyNames;
}

/** Read once for all who ask at the same time. */
async function namesOf(teamId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const teams = knownNames();
  if (teams.size >= mostTeams) teams.clear();
  const kept = teams.get(teamId) ?? new Map<string, KnownName>();
  teams.set(teamId, kept);
  const now = Date.now();
  const unknown = [...new Set(userIds)].filter((id) => now - (kept.get(id)?.readAt ?? 0) > nameAgeMs);
  if (unknown.length > 0) {
    const reading = findPeople(db, teamId, unknown);
    for (const id of unknown)
      kept.set(id, { name: reading.then((people) => people[id]?.name ?? ''), readAt: now });
    // Whoever asked is told of the failure; the next one asks anew.
    reading.catch(() => teams.delete(teamId));
  }
  const names = userIds.map(async (id) => [id, (await kept.get(id)?.name) ?? ''] as const);
  return new Map(await Promise.all(names));
}
