import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { mostSavedViews, queueLookSchema, type SavedView } from '@/lib/domain/queue';
import { audit } from '../audit';

/** The views of the queue that the actor keeps in this team, in the order in which they were made. */
export async function findSavedViews(actor: Actor): Promise<readonly SavedView[]> {
  ensureCan(actor, 'queue.read');
  const { teamId, userId } = actor;
  const rows = await db.savedView.findMany({
    where: { teamId, userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostSavedViews,
  });
  return rows.map(({ id, name, look }) => ({ id, name, look: readLook(look) }));
}

/** Keeps a view under the id that its maker gave it: a new one, or another name or look for an own one. */
export async function saveView(actor: Actor, { id, name, look }: SavedView): Promise<void> {
  ensureCan(actor, 'queue.read');
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const before = await tx.savedView.findUnique({ where: { id } });
    if (before !== null && (before.userId !== userId || before.teamId !== teamId)) throw notFound('view');
    if (before === null && (await tx.savedView.count({ where: { teamId, userId } })) >= mostSavedViews)
      throw new DomainError('INVALID', `You keep ${mostSavedViews} views already. Delete one first.`);
    const data = { name, look };
    await tx.savedView.upsert({ where: { id }, create: { id, teamId, userId, ...data }, update: data });
    const type = before === null ? 'saved_view.created' : 'saved_view.changed';
    await audit(tx, { teamId, actorId: userId, type, body: { viewId: id } });
  });
}

/** Forgets an own view. Forgetting one that is not there changes nothing. */
export async function deleteView(actor: Actor, id: string): Promise<void> {
  ensureCan(actor, 'queue.read');
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { id, teamId, userId } });
    if (count > 0)
      await audit(tx, { teamId, actorId: userId, type: 'saved_view.deleted', body: { viewId: id } });
  });
}

/** What a later Galley has taken away from looks is left out rather than refused. */
function readLook(stored: unknown): SavedView['look'] {
  const look = queueLookSchema.safeParse(stored);
  return look.success ? look.data : queueLookSchema.parse({});
}
