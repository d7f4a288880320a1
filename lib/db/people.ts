import 'server-only';
import type { Person } from '@/lib/domain/team';
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
