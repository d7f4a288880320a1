import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import { ensureStorable } from '@/lib/db/storable';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ContactFields } from '@/lib/domain/contact';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';
import { visibleContacts } from './find-contacts';
import { sealContact } from './sealed-contact';

/** Writes down a confidential contact. The same id sent again by the same person changes nothing. */
export async function createContact(actor: Actor, id: string, fields: ContactFields): Promise<void> {
  ensureCan(actor, 'contact.create');
  ensureStorable(fields);
  const { teamId, userId: createdById } = actor;
  await inTransaction(db, async (tx) => {
    if ((await tx.contact.count({ where: { id, teamId, createdById } })) > 0) return;
    await ensureMembers(tx, teamId, fields.visibleToIds);
    await tx.contact.create({
      data: {
        id,
        teamId,
        createdById,
        sealed: sealContact(id, fields),
        visibleToIds: [...fields.visibleToIds],
        createdAt: new Date(),
      },
    });
    await audit(tx, { teamId, actorId: createdById, type: 'contact.created', body: { contactId: id } });
  });
}

/**
 * Changes a contact and who may see it: only whoever wrote it down may. NOT_FOUND for whom it does not name, STALE when
 * it was changed meanwhile.
 */
export async function changeContact(
  actor: Actor,
  { id, version, fields }: { readonly id: string; readonly version: number; readonly fields: ContactFields },
): Promise<void> {
  ensureStorable(fields);
  const { teamId, userId: actorId } = actor;
  await inTransaction(db, async (tx) => {
    const before = await tx.contact.findFirst({ where: { id, ...visibleContacts(actor) } });
    if (before === null) throw notFound('contact');
    ensureCan(actor, 'contact.change', { authorId: before.createdById });
    await ensureMembers(tx, teamId, fields.visibleToIds);
    const { count } = await tx.contact.updateMany({
      where: { id, version },
      data: {
        sealed: sealContact(id, fields),
        visibleToIds: [...fields.visibleToIds],
        version: version + 1,
      },
    });
    if (count === 0)
      throw new DomainError(
        'STALE',
        'This contact was changed in another window meanwhile. Your text is kept; load the page again to see it.',
      );
    await audit(tx, { teamId, actorId, type: 'contact.changed', body: { contactId: id } });
  });
}

/** Only people of the team can be let in. */
async function ensureMembers(tx: Transaction, teamId: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await tx.membership.count({
    where: { teamId, userId: { in: wanted }, disabledAt: null },
  });
  if (found < wanted.length)
    throw new DomainError('INVALID', 'Somebody who should see this contact is not in the team any more.');
}
