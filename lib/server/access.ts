import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { findTokenActor, hashBearer } from './api-token';
import { teamMark } from './realtime/team-mark';
import { findSession, readSessionCookie, type Session, type SessionClaims } from './session';
import { sessionCookieName } from './session-cookie-name';
import { pathHeader, signInPath } from './sign-in-path';

/** Who sent a request, and by what: a browser's session cookie or a bearer token. */
export type Caller =
  | { readonly actor: Actor; readonly means: 'session'; readonly session: Session }
  | { readonly actor: Actor; readonly means: 'token'; readonly tokenId: string };

/**
 * The signed-in person, for pages and server actions. Sends everybody else to the sign-in page; an action throws
 * UNAUTHENTICATED.
 */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor;
}

/**
 * Like `requireActor`, with the session, the e-mail address and the team's name. Whom the team asks for a second factor is
 * sent to the account page to set one up; only what that page needs says `beforeSecondFactor`.
 */
export async function requireSession(
  options: { readonly beforeSecondFactor?: boolean } = {},
): Promise<PageSession> {
  const session = await currentSession();
  if (session === undefined) return await leadToSignIn();
  if (session.needsSecondFactor && options.beforeSecondFactor !== true) redirect('/account');
  return session;
}

/** A page leads to the sign-in; a form that is sent gets a sentence, so that what is typed in it stays. */
async function leadToSignIn(): Promise<never> {
  const asked = await headers();
  if (asked.has('next-action')) throw new DomainError('UNAUTHENTICATED', signedOutMeanwhile);
  redirect(signInPath(asked.get(pathHeader)));
}

const signedOutMeanwhile =
  'You are signed out. Sign in again in another tab, then try again here; nothing on this page is lost.';

/** A session as a page asks for it, with the mark of the team's rules and names from before it read anything else. */
export type PageSession = Session & { readonly teamMark: string };

/** The session of the page being rendered, or undefined; read once per request. */
export const currentSession = cache(async (): Promise<PageSession | undefined> => {
  const claims = await readSessionCookie((await cookies()).get(sessionCookieName())?.value);
  const session = claims === undefined ? undefined : await findSession(claims);
  return session && { ...session, teamMark: await teamMark(session.actor.teamId) };
});

/**
 * Who sent this request to a route handler. Throws UNAUTHENTICATED, and FORBIDDEN for whom the team asks for a second
 * factor that they have not set up. With `touch: false` the request does not
 * count as a sign of life of the session.
 */
export async function actorOfRequest(request: Request, options: { touch?: boolean } = {}): Promise<Actor> {
  return (await identify(request, options)).actor;
}

/** Like `actorOfRequest`, and says whether a cookie or a bearer token did it. A bearer token, even a bad one, hides the cookie. */
export async function identify(request: Request, options: { touch?: boolean } = {}): Promise<Caller> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return identifyToken(authorization);
  const claims = await readSessionCookie(cookieOf(request, sessionCookieName()));
  const session = claims === undefined ? undefined : await findSession(claims, options.touch ?? true);
  if (session === undefined)
    throw new DomainError('UNAUTHENTICATED', 'Sign in first: your session has ended.');
  ensureSecondFactor(session);
  return { actor: session.actor, means: 'session', session };
}

/** What a request shows to be let in, without asking whether it still opens anything. */
export type Credential =
  | { readonly means: 'session'; readonly claims: SessionClaims }
  | { readonly means: 'token'; readonly hash: string };

/** The credential of a request, for what has to ask again and again; undefined when there is none. */
export async function credentialOf(request: Request): Promise<Credential | undefined> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const hash = hashBearer(bearerIn(authorization) ?? '');
    return hash === undefined ? undefined : { means: 'token', hash };
  }
  const claims = await readSessionCookie(cookieOf(request, sessionCookieName()));
  return claims === undefined ? undefined : { means: 'session', claims };
}

const bearerIn = (authorization: string): string | undefined => /^Bearer +(\S+)$/i.exec(authorization)?.[1];

async function identifyToken(authorization: string): Promise<Caller> {
  const bearer = bearerIn(authorization);
  const found = bearer === undefined ? undefined : await findTokenActor(bearer);
  if (found === undefined) {
    throw new DomainError('UNAUTHENTICATED', 'This bearer token is unknown or no longer valid.');
  }
  ensureSecondFactor(found);
  return { actor: found.actor, means: 'token', tokenId: found.id };
}

function ensureSecondFactor({ needsSecondFactor }: { readonly needsSecondFactor: boolean }): void {
  if (!needsSecondFactor) return;
  throw new DomainError(
    'FORBIDDEN',
    'Your team asks its owners for a second factor. Set one up on your account page first.',
  );
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
