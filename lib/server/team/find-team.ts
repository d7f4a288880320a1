import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { claimTypes } from '@/lib/domain/annotation';
import type { Beat } from '@/lib/domain/beat';
import type { Instant } from '@/lib/domain/ids';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { type Member, type Role, roleSchema } from '@/lib/domain/team';
import { fromCursor, mostOnPage, type PageQuery, pageSize, timePlaceSchema, toPage } from '../cursor';

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

const memberPlaceSchema = z.tuple([z.boolean(), z.string().max(1_000), z.uuid()]);

type MemberRow = {
  id: string;
  place: string;
  name: string;
  email: string;
  role: string;
  joinedAt: Date;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  beatTypes: string[];
  beatTopics: string[];
};

/**
 * The people of the actor's team, enabled ones first, by name; five hundred unless said. With `search`, those whose
 * name holds each of its words.
 */
export async function findMembers(
  actor: Actor,
  { search = '', cursor, limit = mostOnPage }: PageQuery & { readonly search?: string | undefined } = {},
): Promise<Page<MemberLine>> {
  ensureCan(actor, 'team.read');
  const size = pageSize(limit);
  const after = fromCursor(memberPlaceSchema, cursor);
  const conditions = [
    Prisma.sql`m."teamId" = ${actor.teamId}::uuid`,
    ...wordsIn(search).map((word) => Prisma.sql`position(lower(${word}) IN lower(u."name")) > 0`),
    ...(after
      ? [
          Prisma.sql`(m."disabledAt" IS NOT NULL, lower(u."name"), u."id") > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`,
        ]
      : []),
  ];
  const rows = await db.$queryRaw<MemberRow[]>`
    SELECT u."id", u."name", lower(u."name") AS "place", u."email", m."role", m."joinedAt", m."disabledAt",
           m."beatTypes", m."beatTopics",
           (SELECT max(s."lastSeenAt") FROM "AuthSession" s
            WHERE s."userId" = u."id" AND s."teamId" = m."teamId") AS "lastSeenAt"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY m."disabledAt" IS NOT NULL, lower(u."name"), u."id" LIMIT ${size + 1}`;
  return toPage(rows, size, {
    present: (page) => page.map(toMember),
    placeOf: ({ disabledAt, place, id }) => [disabledAt !== null, place, id],
  });
}

function toMember({ beatTypes, beatTopics, place: _place, ...row }: MemberRow): MemberLine {
  return {
    ...row,
    beat: { types: beatTypes.map((type) => known(claimTypes, type)), topics: beatTopics },
    role: roleSchema.parse(row.role),
    joinedAt: row.joinedAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}

const wordsIn = (search: string): string[] =>
  search.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 8);

/** The open invitations into the actor's team, the newest first; five hundred unless said. */
export async function findPendingInvitations(
  actor: Actor,
  { cursor, limit = mostOnPage }: PageQuery = {},
): Promise<Page<PendingInvitation>> {
  ensureCan(actor, 'team.read');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const rows = await db.invitation.findMany({
    where: {
      teamId: actor.teamId,
      acceptedAt: null,
      withdrawnAt: null,
      expiresAt: { gt: new Date() },
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: size + 1,
  });
  return toPage(rows, size, {
    present: (page) =>
      page.map(({ id, email, name, role, expiresAt }) => ({
        id,
        email,
        name,
        role: roleSchema.parse(role),
        expiresAt: expiresAt.toISOString(),
      })),
    placeOf: (row) => [row.createdAt.toISOString(), row.id],
  });
}

/** The teams that the actor can work in, by name. */
export async function findOwnTeams(
  actor: Actor,
): Promise<readonly { id: string; name: string; role: Role }[]> {
  const rows = await db.membership.findMany({
    where: { userId: actor.userId, disabledAt: null },
    include: { team: { select: { id: true, name: true } } },
    orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
    take: mostOnPage,
  });
  return rows.map(({ team, role }) => ({ ...team, role: roleSchema.parse(role) }));
}
