import type { Presence, PresenceNews, Whereabouts } from '@/lib/domain/presence';
import type { Person } from '@/lib/domain/team';

/** A colleague who has the article open, where they moved last. */
export type Colleague = {
  readonly person: Person;
  readonly at: Whereabouts;
  /** The number of their colour, 0 to 7; nobody else who is here has it while there are enough. */
  readonly ring: number;
  /** Counts their movements, so that the latest can be told from the one before. */
  readonly moves: number;
};

/** Who else is in an article, in the order in which they came. The same object while nothing has changed. */
export type Company = {
  readonly people: readonly Colleague[];
  /** Their browsers, the one that moved last at the end. */
  readonly browsers: ReadonlyMap<string, Presence>;
};

/** One is alone. */
export const nobody: Company = { people: [], browsers: new Map() };

const rings = 8;

/**
 * Takes what the stream says. `meId`: one's own browsers are no company. `preferred` is a person's usual colour, which
 * they get unless somebody who came before them has it.
 */
export function takePresence(
  company: Company,
  { isWhole, here, left }: PresenceNews,
  meId: string,
  preferred: (personId: string) => number,
): Company {
  const browsers = new Map(isWhole ? [] : company.browsers);
  for (const key of left) browsers.delete(key);
  for (const presence of here) {
    if (presence.person.id === meId) continue;
    const before = company.browsers.get(presence.key);
    const hasMoved = before === undefined || !isSamePlace(before.at, presence.at);
    // A place that was only said again does not make this browser the latest.
    if (hasMoved) browsers.delete(presence.key);
    browsers.set(presence.key, hasMoved ? presence : renamed(before, presence));
  }
  if (isSame(browsers, company.browsers)) return company;
  return { browsers, people: peopleIn(browsers, company.people, preferred) };
}

function peopleIn(
  browsers: ReadonlyMap<string, Presence>,
  before: readonly Colleague[],
  preferred: (personId: string) => number,
): readonly Colleague[] {
  const latest = new Map<string, Presence>();
  for (const presence of browsers.values()) latest.set(presence.person.id, presence);
  const stayed = before.filter(({ person }) => latest.has(person.id));
  const taken = new Set(stayed.map(({ ring }) => ring));
  const people: Colleague[] = [];
  for (const colleague of stayed) {
    const presence = latest.get(colleague.person.id);
    latest.delete(colleague.person.id);
    if (presence === undefined) continue;
    const { person, at } = presence;
    people.push(
      at === colleague.at && person.name === colleague.person.name
        ? colleague
        : { ...colleague, person, at, moves: colleague.moves + (at === colleague.at ? 0 : 1) },
    );
  }
  for (const { person, at } of latest.values()) {
    const ring = freeRing(preferred(person.id), taken);
    taken.add(ring);
    people.push({ person, at, ring, moves: 0 });
  }
  return people;
}

/** The same place of somebody who may be called otherwise by now; the same object unless they are. */
function renamed(before: Presence, { person }: Presence): Presence {
  return before.person.name === person.name ? before : { ...before, person };
}

function freeRing(wanted: number, taken: ReadonlySet<number>): number {
  for (let step = 0; step < rings; step += 1) {
    const ring = (wanted + step) % rings;
    if (!taken.has(ring)) return ring;
  }
  return wanted;
}

/** Whether two whereabouts are the same place. */
export function isSamePlace(a: Whereabouts, b: Whereabouts): boolean {
  return (
    a.view === b.view &&
    a.annotationId === b.annotationId &&
    a.isWriting === b.isWriting &&
    a.passage?.start === b.passage?.start &&
    a.passage?.end === b.passage?.end
  );
}

function isSame(a: ReadonlyMap<string, Presence>, b: ReadonlyMap<string, Presence>): boolean {
  return a.size === b.size && [...a].every(([key, presence]) => b.get(key) === presence);
}
