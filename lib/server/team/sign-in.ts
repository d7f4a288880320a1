import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { emailSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { isPassword } from '../password';
import type { SessionClaims } from '../session';
import { limitTries } from '../sign-in-limit';

/** What a person typed, and from where. */
export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
};

/**
 * A new session for the right e-mail address and password of an enabled member; undefined, after the same
 * time, for every wrong one. The team is the one last worked in. Throws TOO_MANY and UNAVAILABLE.
 */
export async function signIn(attempt: SignInAttempt): Promise<SessionClaims | undefined> {
  const email = emailSchema.safeParse(attempt.email).data ?? '';
  return await limitTries(email, attempt.address, async () => {
    const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
    const isRight = await isPassword(attempt.password, user?.passwordHash);
    // Asked for nobody too, so that an unknown account takes as long as a known one.
    const teamId = await findLastTeam(user?.id ?? randomUUID());
    if (!isRight || user === null || teamId === undefined) return undefined;
    return await startSession({ userId: user.id, teamId, userAgent: attempt.userAgent });
  });
}

async function findLastTeam(userId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ teamId: string }[]>`
    SELECT m."teamId" FROM "Membership" m
    LEFT JOIN "AuthSession" s ON s."userId" = m."userId" AND s."teamId" = m."teamId"
    WHERE m."userId" = ${userId}::uuid AND m."disabledAt" IS NULL
    GROUP BY m."teamId", m."joinedAt"
    ORDER BY max(s."lastSeenAt") DESC NULLS LAST, m."joinedAt" DESC, m."teamId" LIMIT 1`;
  return rows[0]?.teamId;
}

async function startSession(of: {
  userId: string;
  teamId: string;
  userAgent: string;
}): Promise<SessionClaims> {
  const sessionId = randomUUID();
  await inTransaction(db, async (tx) => {
    await tx.authSession.create({ data: { ...of, id: sessionId, userAgent: of.userAgent.slice(0, 300) } });
    await audit(tx, { teamId: of.teamId, actorId: of.userId, type: 'session.started', body: { sessionId } });
  });
  return { sessionId, version: 1 };
}
