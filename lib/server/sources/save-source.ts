import 'server-only';
import { db } from '@/lib/db/client';
import { toSource } from '@/lib/db/rows';
import { ensureStorable } from '@/lib/db/storable';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import type { Source, SourceFields } from '@/lib/domain/source';
import { audit } from '../audit';

/** Puts a source into the library of the actor's team. The same id sent again gets the source that it made. */
export async function createSource(actor: Actor, id: string, fields: SourceFields): Promise<Source> {
  ensureCan(actor, 'source.create');
  ensureStorable(fields);
  const { teamId, userId: createdById } = actor;
  return inTransaction(db, async (tx) => {
    const made = await tx.source.findFirst({ where: { id, teamId, createdById } });
    if (made !== null) return toSource(made);
    const now = new Date();
    const data = { ...fields, id, teamId, createdById, createdAt: now, changedAt: now };
    const row = await tx.source.create({ data });
    await audit(tx, { teamId, actorId: createdById, type: 'source.created', body: { sourceId: id } });
    return toSource(row);
  });
}

/** Changes a source. STALE with the present one when somebody changed it meanwhile. Evidence keeps what it took over. */
export async function changeSource(
  actor: Actor,
  { id, version, fields }: { readonly id: string; readonly version: number; readonly fields: SourceFields },
): Promise<void> {
  ensureCan(actor, 'source.change');
  ensureStorable(fields);
  const { teamId, userId: actorId } = actor;
  await inTransaction(db, async (tx) => {
    const before = await tx.source.findFirst({ where: { id, teamId } });
    if (before === null) throw notFound('source');
    const { count } = await tx.source.updateMany({
      where: { id, teamId, version },
      data: { ...fields, changedAt: new Date(), version: version + 1 },
    });
    if (count === 0) {
      throw new DomainError(
        'STALE',
        'This source was changed by someone else meanwhile. Your text is kept; load the page again to see theirs.',
        { current: toSource(before) },
      );
    }
    const changed = Object.entries(fields).flatMap(([field, value]) =>
      value === Reflect.get(before, field) ? [] : [field],
    );
    await audit(tx, { teamId, actorId, type: 'source.changed', body: { sourceId: id, changed } });
  });
}
