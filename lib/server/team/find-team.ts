import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { claimTypes } from '@/lib/domain/annotation';
import type { Beat } from '@/lib/domain/beat';
import type { Instant } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { type Member, type Role, roleSchema } from '@/lib/domain/team';

/** A member as the team page lists them. `lastSeenAt` is null until they have signed in. */
export type MemberLine = Member & { readonly lastSeenAt: Instant | null; readonly beat: Beat };

/** An invitation that nobody has accepted yet. */
export type PendingInvitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Instant;
};

const limit = 500;

type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: string;
  joinedAt: Date;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  beatTypes: string[];
  beatTopics: string[];
};

/** The people of the actor's team, enabled ones first, by name; at most five hundred. */
export async function findMembers(actor: Actor): Promise<readonly MemberLine[]> {
  ensureCan(actor, 'team.read');
  const rows = await db.$queryRaw<MemberRow[]>`
    SELECT u."id", u."name", u."email", m."role", m."joinedAt", m."disabledAt",
           m."beatTypes", m."beatTopics",
           (SELECT max(s."lastSeenAt") FROM "AuthSession" s
            WHERE s."userId" = u."id" AND s."teamId" = m."teamId") AS "lastSeenAt"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."teamId" = ${actor.teamId}::uuid
    ORDER BY m."disabledAt" IS NOT NULL, lower(u."name"), u."id" LIMIT ${limit}`;
  return rows.map(({ beatTypes, beatTopics, ...row }) => ({
    ...row,
    beat: { types: beatTypes.map((type) => known(claimTypes, type)), topics: beatTopics },
    role: roleSchema.parse(row.role),
    joinedAt: row.joinedAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  }));
}

/** The open invitations into the actor's team, the newest first; at most five hundred. */
export async function findPendingInvitations(actor: Actor): Promise<readonly PendingInvitation[]> {
  ensureCan(actor, 'team.read');
  const rows = await db.invitation.findMany({
    where: { teamId: actor.teamId, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ id, email, name, role, expiresAt }) => ({
    id,
    email,
    name,
    role: roleSchema.parse(role),
    expiresAt: expiresAt.toISOString(),
  }));
}

/** The teams that the actor can work in, by name. */
export async function findOwnTeams(
  actor: Actor,
): Promise<readonly { id: string; name: string; role: Role }[]> {
  const rows = await db.membership.findMany({
    where: { userId: actor.userId, disabledAt: null },
    include: { team: { select: { id: true, name: true } } },
    orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
    take: limit,
  });
  return rows.map(({ team, role }) => ({ ...team, role: roleSchema.parse(role) }));
}
