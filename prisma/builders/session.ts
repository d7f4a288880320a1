import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { Command } from '@/lib/domain/commands';
import { roleSchema } from '@/lib/domain/team';
import { execute } from '@/lib/server/execute';

/**
 * Opens a session with everybody of the team on an article, as its editor would: two hours, claims on offer, a vote
 * called on the first claim that waits for a check, and one vote sealed already.
 */
export async function openDemoSession(owner: Actor, articleId: string): Promise<void> {
  const members = await db.membership.findMany({
    where: { teamId: owner.teamId, disabledAt: null },
    include: { user: { select: { name: true } } },
    orderBy: { userId: 'asc' },
    take: 20,
  });
  const actors = members.map(
    ({ userId, teamId, role, user }): Actor => ({
      userId,
      teamId,
      role: roleSchema.parse(role),
      name: user.name,
    }),
  );
  const lead = actors.find(({ role }) => role === 'editor') ?? owner;
  const sessionId = randomUUID();
  const run = (actor: Actor, command: Command) => execute(actor, articleId, command);
  await run(lead, {
    commandId: randomUUID(),
    type: 'session.open',
    sessionId,
    fields: {
      goal: 'Every claim checked before the evening edition',
      deadlineAt: new Date(Date.now() + 2 * 3_600_000).toISOString(),
      participantIds: actors.map(({ userId }) => userId),
      firstCome: true,
    },
  });
  const claim = await db.annotation.findFirst({
    where: { articleId, deletedAt: null, mark: 'claim', repeatsId: null, signedOffAt: null },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (claim === null) return;
  const ballotId = randomUUID();
  await run(lead, {
    commandId: randomUUID(),
    type: 'session.call_vote',
    sessionId,
    ballotId,
    annotationId: claim.id,
  });
  const reviewer = actors.find(({ role }) => role === 'reviewer');
  if (reviewer === undefined) return;
  await run(reviewer, {
    commandId: randomUUID(),
    type: 'session.vote',
    sessionId,
    ballotId,
    round: 1,
    fields: { outcome: 'confirmed', verdict: null, note: 'The ministry’s table says the same.' },
  });
}
