import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { type Check, peopleOfCheck } from '@/lib/domain/check';
import type { Person } from '@/lib/domain/team';
import type { Thread } from '@/lib/domain/thread';
import type { Reader } from './client';

/**
 * The names of people as their team knows them: members, also former ones, and authors who came in with a Galley
 * file. Somebody the team does not know gets no name but stays in the answer.
 */
export async function findPeople(
  reader: Reader,
  teamId: string,
  ids: Iterable<string>,
): Promise<Record<string, Person>> {
  const wanted = [...new Set(ids)];
  const people = Object.fromEntries(wanted.map((id) => [id, { id, name: 'Somebody who left' }]));
  if (wanted.length === 0) return people;
  const found = await reader.$queryRaw<Person[]>`
    SELECT u."id", u."name" FROM "User" u
    JOIN "Membership" m ON m."userId" = u."id" AND m."teamId" = ${teamId}::uuid
    WHERE u."id" = ANY(${wanted}::uuid[])
    UNION ALL
    SELECT p."id", p."name" FROM "ImportedPerson" p
    WHERE p."teamId" = ${teamId}::uuid AND p."id" = ANY(${wanted}::uuid[])`;
  for (const person of found) people[person.id] = person;
  return people;
}

/** Everybody whose work hangs on these annotations: authors, checkers, who raised flags and who looked. */
export function authorsOf(
  annotations: readonly {
    readonly authorId: string;
    readonly notes: readonly Pick<Annotation['notes'][number], 'authorId'>[];
    readonly evidence: readonly Pick<Annotation['evidence'][number], 'authorId'>[];
    readonly flags: readonly Pick<Annotation['flags'][number], 'raisedById' | 'looked'>[];
    readonly check: Check;
    readonly threads: readonly Pick<Thread, 'authorId' | 'resolved' | 'replies'>[];
  }[],
): Set<string> {
  const ids = new Set<string>();
  for (const { authorId, notes, evidence, flags, check, threads } of annotations) {
    ids.add(authorId);
    for (const item of [...notes, ...evidence]) ids.add(item.authorId);
    for (const { raisedById, looked } of flags) {
      ids.add(raisedById);
      if (looked) ids.add(looked.byId);
    }
    for (const id of peopleOfCheck(check)) ids.add(id);
    for (const { authorId, resolved, replies } of threads) {
      ids.add(authorId);
      if (resolved) ids.add(resolved.byId);
      for (const reply of replies) for (const id of [reply.authorId, ...reply.mentions]) ids.add(id);
    }
  }
  return ids;
}
