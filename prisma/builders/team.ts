import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { type Role, roles } from '@/lib/domain/team';

/** A person of a team to be built. Without `passwordHash` they cannot sign in yet. */
export type PersonToBuild = {
  readonly name: string;
  readonly role: Role;
  readonly email?: string;
  readonly passwordHash?: string;
};

/** A team with its people; `actors` are in the order in which the people were given. */
export type BuiltTeam = { readonly id: string; readonly name: string; readonly actors: readonly Actor[] };

/** Builds a team, with the people given. */
export async function buildTeam(
  name: string,
  people: readonly PersonToBuild[],
  newId: () => string = randomUUID,
): Promise<BuiltTeam> {
  const id = newId();
  await db.team.create({ data: { id, name } });
  const actors: Actor[] = [];
  for (const person of people) actors.push(await buildMember(id, person, newId));
  return { id, name, actors };
}

/** Builds a person with an account and a place in a team. */
export async function buildMember(
  teamId: string,
  { name, role, email, passwordHash }: PersonToBuild,
  newId: () => string = randomUUID,
): Promise<Actor> {
  const userId = newId();
  const address = email ?? `${userId}@example.org`;
  await db.user.create({
    data: { id: userId, name, email: address, ...(passwordHash !== undefined && { passwordHash }) },
  });
  await db.membership.create({ data: { teamId, userId, role } });
  return { userId, name, teamId, role };
}

/** Builds a team with one person of each role. */
export async function makeTeam(name = 'The Courier'): Promise<{ readonly id: string } & Record<Role, Actor>> {
  const team = await buildTeam(
    name,
    roles.map((role) => ({ name: `The ${role}`, role })),
  );
  const of = (role: Role): Actor => {
    const actor = team.actors.find((candidate) => candidate.role === role);
    if (actor === undefined) throw new Error(`The team was built without ${role}.`);
    return actor;
  };
  return {
    id: team.id,
    owner: of('owner'),
    editor: of('editor'),
    reviewer: of('reviewer'),
    viewer: of('viewer'),
  };
}
