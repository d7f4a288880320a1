import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { hashSecret } from '@/lib/server/secret-token';
import type { Session } from '@/lib/server/session';
import { authSecret } from '../env';
import { sessionCookieName } from '../session-cookie-name';

/** Signs a person in without a password: a session row, and the Cookie header that belongs to it. */
export async function signedIn(
  actor: Actor,
): Promise<{ readonly session: Session; readonly cookie: string }> {
  const id = randomUUID();
  const { userId, teamId } = actor;
  await db.authSession.create({ data: { id, userId, teamId, userAgent: 'a test' } });
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId } });
  const token = await encode({ token: { sessionId: id, version: 1 }, secret: authSecret() });
  const session = { id, actor, email: user.email, teamName: team.name, needsSecondFactor: false };
  return { session, cookie: `${sessionCookieName()}=${token}` };
}

/** Gives a person a bearer token; answers with the Authorization header. */
export async function bearerOf(actor: Actor): Promise<string> {
  const token = `galley_${randomUUID()}${randomUUID()}`;
  const { userId, teamId } = actor;
  await db.apiToken.create({
    data: { id: randomUUID(), userId, teamId, name: 'tests', hash: hashSecret(token) },
  });
  return `Bearer ${token}`;
}
