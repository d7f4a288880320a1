import 'server-only';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { roleSchema } from '@/lib/domain/team';
import { authSecret, env } from './env';

/** Hours after which a browser has to sign in again, however busy it was. */
export const sessionHours = 24;

/** All that the cookie holds: which row to ask. */
const claimsSchema = z.object({ sessionId: z.uuid(), version: z.number().int() });
export type SessionClaims = z.infer<typeof claimsSchema>;

/** A signed-in browser: who acts, in which team, through which session row. */
export type Session = {
  readonly id: string;
  readonly actor: Actor;
  readonly email: string;
  readonly teamName: string;
  /** Whether the team asks this person for a second factor that they have not set up: until then nothing is open to them. */
  readonly needsSecondFactor: boolean;
};

/** What a session cookie says, or undefined when it is missing, forged or expired. */
export async function readSessionCookie(cookie: string | undefined): Promise<SessionClaims | undefined> {
  if (cookie === undefined || cookie === '') return undefined;
  // A forged or outdated cookie is not an error of ours: whoever sent it is simply not signed in.
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null);
  return claimsSchema.safeParse(token).data;
}

const sessionRowSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  teamId: z.string(),
  teamName: z.string(),
  role: roleSchema,
  needsSecondFactor: z.boolean(),
  isTouchDue: z.boolean(),
});

/**
 * The session with its person, team and role as they are now, read in one query; undefined when it was
 * ended, is too old or idle, or the person is no longer an enabled member of its team. Counts as a sign of
 * life unless `touch` is false: a background stream must not keep a browser signed in.
 */
export async function findSession(claims: SessionClaims, touch = true): Promise<Session | undefined> {
  const found = (await readSessions([claims.sessionId])).get(claims.sessionId);
  if (found?.version !== claims.version) return undefined;
  if (touch && found.isTouchDue) await touchSession(claims.sessionId);
  return found.session;
}

/** A session as it is now, its version, and whether its sign of life is more than a minute old. */
type FoundSession = {
  readonly session: Session;
  readonly version: number;
  readonly isTouchDue: boolean;
};

/** Many sessions at once, by id, in one query; those that let nobody in any more are left out. */
export async function readSessions(ids: readonly string[]): Promise<ReadonlyMap<string, FoundSession>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s."id", s."version", u."id" AS "userId", u."name", u."email", t."id" AS "teamId", t."name" AS "teamName",
           m."role",
           t."ownersNeedSecondFactor" AND m."role" = 'owner' AND u."totpSecret" IS NULL AS "needsSecondFactor",
           s."lastSeenAt" < now() - interval '1 minute' AS "isTouchDue"
    FROM "AuthSession" s
    JOIN "User" u ON u."id" = s."userId"
    JOIN "Team" t ON t."id" = s."teamId"
    JOIN "Membership" m ON m."userId" = s."userId" AND m."teamId" = s."teamId" AND m."disabledAt" IS NULL
    WHERE s."id" = ANY(${ids}::uuid[]) AND s."endedAt" IS NULL
      AND s."createdAt" > now() - make_interval(hours => ${sessionHours}::int)
      AND s."lastSeenAt" > now() - make_interval(mins => ${env.GALLEY_SESSION_IDLE_MINUTES}::int)`;
  return new Map(
    rows.map((row) => {
      const { id, version, userId, name, teamId, role, isTouchDue, ...rest } = sessionRowSchema.parse(row);
      return [id, { session: { id, actor: { userId, name, teamId, role }, ...rest }, version, isTouchDue }];
    }),
  );
}

/** Writes the sign of life at most once a minute, whatever the number of requests. */
async function touchSession(sessionId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "AuthSession" SET "lastSeenAt" = now()
    WHERE "id" = ${sessionId}::uuid AND "lastSeenAt" < now() - interval '1 minute'`;
}
