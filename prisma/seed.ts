import { randomBytes } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { type Role, roleSchema } from '@/lib/domain/team';
import { addSampleArticle } from '@/lib/server/articles/add-sample-article';
import { hashPassword } from '@/lib/server/password';
import { openDemoSession } from './builders/session';
import { buildTeam } from './builders/team';

/** How somebody of the demo team signs in. */
export type DemoSignIn = { readonly email: string; readonly password: string; readonly role: Role };

const teamName = 'Demo desk';
const people = [
  { name: 'Olga Brandt', role: 'owner', email: 'olga@demo.example' },
  { name: 'Mara Klein', role: 'editor', email: 'mara@demo.example' },
  { name: 'Lou Ortega', role: 'reviewer', email: 'lou@demo.example' },
  { name: 'Wanda Writer', role: 'viewer', email: 'wanda@demo.example' },
] as const;

/**
 * Makes the demo team with its people, the sample article and an open session on it, once; afterwards it only gives the people a new
 * password. There is no default password: it is random, and known only to whoever reads it here.
 */
export async function seedDemo(): Promise<DemoSignIn[]> {
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const [owner] = await findDemoTeam();
  const actor = owner ?? (await makeDemoTeam());
  await db.user.updateMany({
    where: {
      email: { in: people.map(({ email }) => email) },
      memberships: { some: { teamId: actor.teamId } },
    },
    data: { passwordHash },
  });
  const sample = await addSampleArticle(actor);
  if (sample !== undefined) await openDemoSession(actor, sample.articleId);
  return people.map(({ email, role }) => ({ email, password, role }));
}

async function findDemoTeam(): Promise<Actor[]> {
  const found = await db.membership.findMany({
    where: { role: 'owner', user: { email: people[0].email } },
    include: { user: { select: { name: true } } },
    take: 1,
  });
  return found.map(({ userId, teamId, role, user }) => ({
    userId,
    teamId,
    role: roleSchema.parse(role),
    name: user.name,
  }));
}

async function makeDemoTeam(): Promise<Actor> {
  const { actors } = await buildTeam(teamName, people);
  const [owner] = actors;
  if (owner === undefined) throw new Error('The demo team was built without its owner.');
  return owner;
}
