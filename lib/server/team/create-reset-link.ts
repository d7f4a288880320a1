import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { audit } from '../audit';
import { createSecret, hashSecret } from '../secret-token';
import { minutesFrom, resetMinutes, resetUrl } from './links';
import { changeMember } from './member-change';

/**
 * A link with which a member of the actor's team sets a new password, once, within the hour. Refused for
 * people who also belong to another team: an owner here must not get into that team through them.
 */
export async function createResetLink(actor: Actor, userId: string): Promise<{ readonly resetUrl: string }> {
  let url = '';
  await changeMember(actor, 'team.disable', userId, async (tx, member) => {
    if (member.isDisabled) throw new DomainError('FORBIDDEN', 'This person is disabled. Enable them first.');
    const elsewhere = await tx.membership.count({ where: { userId, teamId: { not: actor.teamId } } });
    if (elsewhere > 0) {
      throw new DomainError(
        'FORBIDDEN',
        'This person also belongs to another team, so only whoever runs Galley can make this link: npm run user -- reset.',
      );
    }
    url = await writeReset(tx, userId);
    const { teamId, userId: actorId } = actor;
    await audit(tx, { teamId, actorId, type: 'password.reset_linked', body: { userId } });
  });
  return { resetUrl: url };
}

/** Writes a reset and returns its link; links made earlier for the same person stop working. */
export async function writeReset(tx: Transaction, userId: string): Promise<string> {
  const now = new Date();
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
  const token = createSecret();
  const expiresAt = minutesFrom(now, resetMinutes);
  await tx.passwordReset.create({ data: { id: randomUUID(), userId, hash: hashSecret(token), expiresAt } });
  return resetUrl(token);
}
