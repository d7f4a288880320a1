import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { Beat } from '@/lib/domain/beat';
import { audit } from '../audit';
import { changeMember } from './member-change';

/** Writes down what a member knows best. Throws NOT_FOUND for people of other teams. */
export async function setBeat(actor: Actor, userId: string, { types, topics }: Beat): Promise<void> {
  await changeMember(actor, 'team.set_beat', userId, async (tx) => {
    const { teamId, userId: actorId } = actor;
    await tx.membership.update({
      where: { teamId_userId: { teamId, userId } },
      data: { beatTypes: [...types], beatTopics: [...topics] },
    });
    await audit(tx, { teamId, actorId, type: 'member.beat_changed', body: { userId, types, topics } });
  });
}
