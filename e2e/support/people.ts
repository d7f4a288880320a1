import { randomUUID } from 'node:crypto';
import type { APIRequestContext, BrowserContext } from '@playwright/test';
import type { Actor } from '@/lib/domain/actor';
import { type Role, roles } from '@/lib/domain/team';
import { hashPassword } from '@/lib/server/password';
import { signedIn } from '@/lib/server/testing/signed-in';
import { buildMember, buildTeam } from '@/prisma/builders/team';

export const password = 'violet harbour pencil crane';
let passwordHash: Promise<string> | undefined;

export type SignInPerson = Actor & { readonly email: string };
export type SignInTeam = Record<Role, SignInPerson> & { readonly id: string; readonly name: string };

const names: Record<Role, string> = {
  owner: 'Olive Owner',
  editor: 'Edda Editor',
  reviewer: 'Rhea Reviewer',
  viewer: 'Vito Viewer',
};

/** A team of its own with one person of each role, all of whom can sign in with `password`. */
export async function makeSignInTeam(name = 'The Test Courier'): Promise<SignInTeam> {
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const people = roles.map((role) => ({
    name: names[role],
    role,
    email: `${role}-${randomUUID()}@example.org`,
    passwordHash: hash,
  }));
  const team = await buildTeam(name, people);
  const of = (role: Role): SignInPerson => {
    const index = roles.indexOf(role);
    const actor = team.actors[index];
    const person = people[index];
    if (actor === undefined || person === undefined) throw new Error(`No ${role} was built.`);
    return { ...actor, email: person.email };
  };
  return {
    id: team.id,
    name,
    owner: of('owner'),
    editor: of('editor'),
    reviewer: of('reviewer'),
    viewer: of('viewer'),
  };
}

/** One more person of a team who can sign in with `password`. */
export async function makeColleague(teamId: string, name: string, role: Role): Promise<SignInPerson> {
  passwordHash ??= hashPassword(password);
  const email = `colleague-${randomUUID()}@example.org`;
  return { ...(await buildMember(teamId, { name, role, email, passwordHash: await passwordHash })), email };
}

/** Signs a browser in without its password: a session of its own, and the cookie that belongs to it. */
export async function signIn(context: BrowserContext, origin: string, actor: Actor): Promise<void> {
  const { cookie } = await signedIn(actor);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** Signs in through the same door as the sign-in page, without showing it; `request` keeps its cookies. */
export async function signInAtTheDoor(
  request: APIRequestContext,
  origin: string,
  email: string,
): Promise<void> {
  const { csrfToken } = await (await request.get(`${origin}/api/auth/csrf`)).json();
  const answer = await request.post(`${origin}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password, json: 'true' },
    headers: { origin },
  });
  const { url } = await answer.json();
  if (!answer.ok() || String(url).includes('error='))
    throw new Error(`Signing in failed: ${answer.status()} ${url}`);
}
