import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { errorStatus } from '@/lib/domain/errors';
import { codeNeeded, codeWrong } from '@/lib/domain/second-factor';
import { clientAddress } from './client-address';
import { authSecret, env, isSecure } from './env';
import { refusalOf } from './error-answer';
import { log } from './log';
import { checkOrigin } from './origin';
import { readBytes } from './request-body';
import { readSessionCookie, type SessionClaims, sessionHours } from './session';
import { sessionCookieName } from './session-cookie-name';
import { endSessionById } from './team/end-sessions';
import { signIn } from './team/sign-in';

const attemptSchema = z.object({
  email: z.string().max(1000),
  password: z.string().max(10_000),
  code: z.string().max(1000).optional(),
});

/** An address, a password and a code at their longest, in any encoding. */
const mostBytes = 128 * 1024;

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own door: signing in and out, its anti-forgery token. Answers are never cached. What comes from another
 * site's page is refused before next-auth sees it.
 */
export async function handleAuth(given: NextRequest, context: RouteContext): Promise<Response> {
  let request: NextRequest;
  try {
    checkOrigin(given);
    request = await withSmallBody(given);
  } catch (error) {
    return shownAtSignIn(error);
  }
  const previous = (await cookies()).get(sessionCookieName())?.value;
  const answer: Response = await NextAuth(request, context, authOptions(previous));
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

/** The same request with its body read: next-auth takes as much as anybody sends. Throws TOO_LARGE. */
async function withSmallBody(given: NextRequest): Promise<NextRequest> {
  if (given.body === null) return given;
  const body = await readBytes(given, mostBytes);
  return new NextRequest(given.url, { method: given.method, headers: given.headers, body });
}

/** A refusal as next-auth's own code in the browser reads it: the sign-in page shows the sentence. */
function shownAtSignIn(error: unknown): Response {
  const refusal = refusalOf(error);
  if (refusal === undefined) throw error;
  const url = new URL('/sign-in', env.PUBLIC_URL);
  url.searchParams.set('error', refusal.message);
  const headers = { 'cache-control': 'no-store' };
  return Response.json({ url }, { status: errorStatus[refusal.code], headers });
}

/**
 * How next-auth signs in and out here: its cookie carries nothing but a session's id and version, and the
 * session's row decides on each request. `previous` is the cookie of the browser before: signing in ends it.
 */
function authOptions(previous: string | undefined): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: sessionHours * 3600 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    providers: [
      Credentials({
        name: 'password',
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (given, request) => {
          const claims = await check(given, new Headers(request.headers));
          if (claims === undefined) return null;
          await endPrevious(previous);
          return { id: claims.sessionId, claims };
        },
      }),
    ],
    callbacks: {
      // Whatever next-auth puts in by itself (name, e-mail, picture) stays out of the cookie.
      jwt: ({ token, user }) => claimsOf(user) ?? claimsOf({ claims: token }) ?? {},
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = claimsOf({ claims: token });
        if (claims !== undefined) await endSessionById(claims.sessionId);
      },
    },
    logger: {
      error: (code) => log.warn('Sign-in was refused by next-auth', { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** next-auth hands an Error's message to the sign-in page, so only refusals and the two words about codes may pass. */
async function check(given: unknown, headers: Headers): Promise<SessionClaims | undefined> {
  const attempt = attemptSchema.safeParse(given);
  if (!attempt.success) return undefined;
  const userAgent = headers.get('user-agent') ?? '';
  const address = clientAddress(headers);
  const answer = await signIn({ ...attempt.data, address, userAgent }).catch(toShownError);
  switch (answer?.status) {
    case undefined:
      return undefined;
    case 'signed_in':
      return answer.claims;
    case 'code_needed':
      throw new Error(codeNeeded);
    case 'code_wrong':
      throw new Error(codeWrong);
  }
}

function toShownError(error: unknown): never {
  const refusal = refusalOf(error);
  if (refusal !== undefined) throw new Error(refusal.message);
  const id = randomUUID();
  log.error('Signing in failed', { id, error });
  throw new Error(`Something went wrong. Number of the fault: ${id}`);
}

async function endPrevious(cookie: string | undefined): Promise<void> {
  const claims = await readSessionCookie(cookie);
  if (claims !== undefined) await endSessionById(claims.sessionId);
}

function claimsOf(holder: unknown): SessionClaims | undefined {
  return z.object({ claims: z.object({ sessionId: z.string(), version: z.number() }) }).safeParse(holder).data
    ?.claims;
}
