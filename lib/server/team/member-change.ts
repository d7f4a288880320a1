import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { type Action, ensureCan } from '@/lib/domain/policy';
import { type Role, roleSchema } from '@/lib/domain/team';

/** The member that a change is about, as they are now. */
export type MemberNow = { readonly role: Role; readonly isDisabled: boolean };

/**
 * Runs `change` on a member of the actor's team in one transaction that holds the team's lock, so that two
 * owners cannot remove each other at the same time: the second one is then no owner any more. Throws
 * NOT_FOUND for people of other teams and FORBIDDEN by the rule book.
 */
export async function changeMember(
  actor: Actor,
  action: Action,
  userId: string,
  change: (tx: Transaction, member: MemberNow) => Promise<void>,
): Promise<void> {
  const { teamId } = actor;
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId}::uuid FOR UPDATE`;
    const member = await tx.membership.findUnique({ where: { teamId_userId: { teamId, userId } } });
    if (member === null) throw notFound('person');
    ensureCan(await actorNow(tx, actor), action, { targetUserId: userId });
    await change(tx, { role: roleSchema.parse(member.role), isDisabled: member.disabledAt !== null });
    await ensureOwnerLeft(tx, teamId);
  });
}

/** The actor's role may have changed between the request's first look and the lock. */
async function actorNow(tx: Transaction, actor: Actor): Promise<Actor> {
  const { teamId, userId } = actor;
  const own = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId }, disabledAt: null },
  });
  if (own === null) throw new DomainError('UNAUTHENTICATED', 'Sign in first: your session has ended.');
  return { ...actor, role: roleSchema.parse(own.role) };
}

async function ensureOwnerLeft(tx: Transaction, teamId: string): Promise<void> {
  const owners = await tx.membership.count({ where: { teamId, role: 'owner', disabledAt: null } });
  if (owners > 0) return;
  throw new DomainError('FORBIDDEN', 'A team needs an owner. Make somebody else an owner first.');
}
