import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { audit } from '../audit';

/** Ends one of the actor's own sessions, in whichever team; ending an ended one changes nothing. */
export async function endSession(actor: Actor, sessionId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const session = await tx.authSession.findFirst({ where: { id: sessionId, userId: actor.userId } });
    if (session === null) throw notFound('session');
    if (session.endedAt !== null) return;
    await tx.authSession.update({ where: { id: sessionId }, data: { endedAt: new Date() } });
    const { teamId } = session;
    await audit(tx, { teamId, actorId: actor.userId, type: 'session.ended', body: { sessionId } });
  });
}

/** Ends the session that a signed-out browser carried; nothing happens when it has ended already. */
export async function endSessionById(sessionId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { count } = await tx.authSession.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) return;
    const { teamId, userId } = await tx.authSession.findUniqueOrThrow({ where: { id: sessionId } });
    await audit(tx, { teamId, actorId: userId, type: 'session.ended', body: { sessionId } });
  });
}

/** Ends all open sessions of a person inside the transaction of what made it necessary; only those in `teamId`, and not `except`, when given. */
export async function endSessionsOf(
  tx: Transaction,
  userId: string,
  only: { readonly teamId?: string; readonly except?: string } = {},
): Promise<void> {
  await tx.authSession.updateMany({
    where: {
      userId,
      endedAt: null,
      ...(only.teamId === undefined ? {} : { teamId: only.teamId }),
      ...(only.except === undefined ? {} : { id: { not: only.except } }),
    },
    data: { endedAt: new Date() },
  });
}
