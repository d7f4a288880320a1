import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { emailSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { isPassword } from '../password';
import type { SessionClaims } from '../session';
import { limitTries, type TryOutcome } from '../sign-in-limit';
import { proveSecondFactor } from './prove-second-factor';

/** What a person typed, and from where. `code` is absent until they were asked for one. */
export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
  readonly userAgent: string;
};

/** What a right password leads to: a session, or the question for a code of the second factor, or that the code is wrong. */
export type SignInAnswer =
  | { readonly status: 'signed_in'; readonly claims: SessionClaims }
  | { readonly status: 'code_needed' }
  | { readonly status: 'code_wrong' };

/**
 * A new session for the right e-mail address and password of an enabled member, and a right code where they have a second
 * factor; undefined, after the same time, for every wrong password, so that only who has it learns of the second factor.
 * The team is the one last worked in. Throws TOO_MANY and UNAVAILABLE.
 */
export async function signIn(attempt: SignInAttempt): Promise<SignInAnswer | undefined> {
  const email = emailSchema.safeParse(attempt.email).data ?? '';
  return await limitTries(email, attempt.address, async () => await check(email, attempt), outcomeOf);
}

/** A password alone proves nothing yet where a code is wanted: it must not forget the wrong codes before it. */
function outcomeOf({ status }: SignInAnswer): TryOutcome {
  switch (status) {
    case 'signed_in':
      return 'proven';
    case 'code_needed':
      return 'unfinished';
    case 'code_wrong':
      return 'failed';
  }
}

async function check(email: string, attempt: SignInAttempt): Promise<SignInAnswer | undefined> {
  const { password, code, userAgent } = attempt;
  const select = { id: true, passwordHash: true, totpSecret: true };
  const user = await db.user.findUnique({ where: { email }, select });
  const isRight = await isPassword(password, user?.passwordHash);
  // Asked for nobody too, so that an unknown account takes as long as a known one.
  const teamId = await findLastTeam(user?.id ?? randomUUID());
  if (!isRight || user === null || teamId === undefined) return undefined;
  if (user.totpSecret !== null) {
    if (code === undefined || code.trim() === '') return { status: 'code_needed' };
    if (!(await proveSecondFactor(user.id, code))) return { status: 'code_wrong' };
  }
  return { status: 'signed_in', claims: await startSession({ userId: user.id, teamId, userAgent }) };
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
