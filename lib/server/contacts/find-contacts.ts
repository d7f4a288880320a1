import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/domain/actor';
import type { Contact } from '@/lib/domain/contact';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { fromCursor, mostOnPage, type PageQuery, pageSize, timePlaceSchema, toPage } from '../cursor';
import { openContact } from './sealed-contact';

/** The contacts that an actor may see, whatever their role: their own, and those that name them. */
export function visibleContacts(actor: Actor) {
  return {
    teamId: actor.teamId,
    OR: [{ createdById: actor.userId }, { visibleToIds: { has: actor.userId } }],
  } satisfies Prisma.ContactWhereInput;
}

/** The confidential contacts that the actor may see, the latest first; five hundred unless said. */
export async function findContacts(
  actor: Actor,
  { cursor, limit = mostOnPage }: PageQuery = {},
): Promise<Page<Contact>> {
  ensureCan(actor, 'contact.read');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const rows = await db.contact.findMany({
    where: {
      AND: [
        visibleContacts(actor),
        after === undefined
          ? {}
          : { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: size + 1,
    include: { _count: { select: { evidence: { where: { deletedAt: null } } } } },
  });
  return toPage(rows, size, {
    present: (page) => page.map((row) => openContact(row, row._count.evidence)),
    placeOf: (row) => [row.createdAt.toISOString(), row.id],
  });
}
