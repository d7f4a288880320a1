import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/domain/actor';
import type { Contact } from '@/lib/domain/contact';
import { ensureCan } from '@/lib/domain/policy';
import { openContact } from './sealed-contact';

/** Most contacts that one person is shown. */
const most = 500;

/** The contacts that an actor may see, whatever their role: their own, and those that name them. */
export function visibleContacts(actor: Actor) {
  return {
    teamId: actor.teamId,
    OR: [{ createdById: actor.userId }, { visibleToIds: { has: actor.userId } }],
  } satisfies Prisma.ContactWhereInput;
}

/** The confidential contacts that the actor may see, the latest first; at most five hundred. */
export async function findContacts(actor: Actor): Promise<readonly Contact[]> {
  ensureCan(actor, 'contact.read');
  const rows = await db.contact.findMany({
    where: visibleContacts(actor),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: most,
    include: { _count: { select: { evidence: { where: { deletedAt: null } } } } },
  });
  return rows.map((row) => openContact(row, row._count.evidence));
}
