import 'server-only';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/domain/errors';
import type { Session } from '../session';

/** Lets this browser work in another of the person's teams. Throws NOT_FOUND for teams they are not in, or disabled in. */
export async function switchTeam(session: Session, teamId: string): Promise<void> {
  const count = await db.$executeRaw`
    UPDATE "AuthSession" s SET "teamId" = m."teamId" FROM "Membership" m
    WHERE s."id" = ${session.id}::uuid AND s."endedAt" IS NULL AND m."userId" = s."userId"
      AND m."teamId" = ${teamId}::uuid AND m."disabledAt" IS NULL`;
  if (count === 0) throw notFound('team');
}
