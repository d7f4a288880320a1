import 'server-only';
import type { EventBody } from '@/lib/domain/events';
import type { Reply, Thread } from '@/lib/domain/thread';
import type { Transaction } from './client';
import type { Prisma } from './generated/client';
import type { Circumstances } from './write';

type ThreadEventBody = Extract<EventBody, { readonly type: `thread.${string}` | `reply.${string}` }>;

/** The rows of what happened in a conversation. */
export async function writeThreadRows(
  tx: Transaction,
  body: ThreadEventBody,
  { actorId, ...now }: Circumstances,
): Promise<void> {
  const at = new Date(now.at);
  switch (body.type) {
    case 'thread.opened':
      await tx.thread.create({ data: threadColumns(body.annotationId, body.thread) });
      for (const reply of body.thread.replies)
        await tx.reply.create({ data: replyColumns(body.thread.id, reply) });
      return;
    case 'thread.replied':
      await tx.reply.create({ data: replyColumns(body.threadId, body.reply) });
      if (body.reopens) {
        await tx.thread.update({
          where: { id: body.threadId },
          data: { resolvedById: null, resolvedAt: null, version: { increment: 1 } },
        });
      }
      return;
    case 'thread.resolved':
    case 'thread.reopened': {
      const isResolved = body.type === 'thread.resolved';
      await tx.thread.update({
        where: { id: body.threadId },
        data: {
          resolvedById: isResolved ? actorId : null,
          resolvedAt: isResolved ? at : null,
          version: body.version,
        },
      });
      return;
    }
    case 'reply.changed':
      await tx.reply.update({
        where: { id: body.replyId },
        data: { body: body.body, mentions: [...body.mentions], version: body.version, changedAt: at },
      });
      return;
    case 'reply.deleted':
      await tx.reply.update({
        where: { id: body.replyId },
        data: { deletedAt: at, version: body.version },
      });
      return;
    case 'reply.restored':
      await tx.reply.update({
        where: { id: body.reply.id },
        data: { deletedAt: null, version: body.reply.version },
      });
      return;
  }
}

/** The columns of a thread's row, without its replies. */
export function threadColumns(annotationId: string, thread: Thread): Prisma.ThreadUncheckedCreateInput {
  const { id, kind, authorId, createdAt, resolved, version } = thread;
  return {
    id,
    annotationId,
    kind,
    authorId,
    createdAt,
    resolvedById: resolved?.byId ?? null,
    resolvedAt: resolved?.at ?? null,
    version,
  };
}

/** The columns of a reply's row. */
export function replyColumns(threadId: string, reply: Reply): Prisma.ReplyUncheckedCreateInput {
  const { mentions, body, ...rest } = reply;
  // a validated body; Prisma's own type for JSON is only stricter about `undefined`
  return { ...rest, threadId, body: body as unknown as Prisma.InputJsonValue, mentions: [...mentions] };
}
