import 'server-only';
import type { SessionEventBody } from '@/lib/domain/events';
import type { Session } from '@/lib/domain/session';
import type { Transaction } from './client';
import { Prisma } from './generated/client';

/** The rows of what happened in a session. The article carries the freeze, so that every change sees it. */
export async function writeSessionRows(
  tx: Transaction,
  body: SessionEventBody,
  articleId: string,
): Promise<void> {
  if ('ballot' in body) {
    const { id, sessionId, annotationId, version } = body.ballot;
    // a ballot of the domain; Prisma's own type for JSON is only stricter about `undefined`
    const rounds = body.ballot.rounds as unknown as Prisma.InputJsonValue;
    await tx.ballot.upsert({
      where: { id },
      create: { id, sessionId, articleId, annotationId, rounds, version },
      update: { rounds, version },
    });
    return;
  }
  const { session } = body;
  const data = sessionColumns(session);
  await tx.session.upsert({
    where: { id: session.id },
    create: { ...data, id: session.id, articleId },
    update: data,
  });
  await tx.article.update({ where: { id: articleId }, data: { frozenAt: data.frozenAt } });
}

/** The columns of a session's row, without its ids. */
export function sessionColumns({
  id: _id,
  participantIds,
  deadlineAt,
  openedAt,
  frozenAt,
  closing,
  ...rest
}: Session) {
  return {
    ...rest,
    participantIds: [...participantIds],
    deadlineAt: dateOf(deadlineAt),
    openedAt: new Date(openedAt),
    frozenAt: dateOf(frozenAt),
    closedAt: dateOf(closing?.at ?? null),
    closing: closing ?? Prisma.DbNull,
  };
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));
