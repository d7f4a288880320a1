import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { EventBody } from '@/lib/domain/events';
import type { NoInverse } from './inverse';
import type { Proposal } from './proposal';
import { sameValue } from './same-value';

type ThreadEventBody = Extract<EventBody, { readonly type: `thread.${string}` | `reply.${string}` }>;

/**
 * The command that takes an act in a conversation back. A question is taken back by deleting its words while nobody
 * has answered; what somebody else has said since stays.
 */
export function takeBackInThread(
  body: ThreadEventBody,
  state: ArticleState,
  actor: Actor,
): Proposal | NoInverse {
  const { annotationId } = body;
  const threadId = body.type === 'thread.opened' ? body.thread.id : body.threadId;
  const thread = state.annotations[annotationId]?.threads.find(({ id }) => id === threadId);
  if (thread === undefined) return 'gone';
  switch (body.type) {
    case 'thread.resolved':
    case 'thread.reopened': {
      const type = body.type === 'thread.resolved' ? 'thread.reopen' : 'thread.resolve';
      const isAsMade = (thread.resolved !== null) === (body.type === 'thread.resolved');
      return isAsMade ? { type, annotationId, threadId, version: thread.version } : 'changed';
    }
    case 'thread.opened':
      if (thread.replies.some(({ authorId }) => authorId !== actor.userId)) return 'changed';
      return takeBackReply(body.thread.replies[0]?.id ?? '');
    case 'thread.replied':
    case 'reply.restored':
      return takeBackReply(body.reply.id);
    case 'reply.deleted':
      return thread.replies.some(({ id }) => id === body.replyId)
        ? 'gone'
        : { type: 'reply.restore', annotationId, threadId, replyId: body.replyId, version: body.version };
    case 'reply.changed': {
      const reply = thread.replies.find(({ id }) => id === body.replyId);
      if (reply === undefined) return 'gone';
      if (!sameValue(reply.body, body.body)) return 'changed';
      const { id: replyId, version, mentions } = reply;
      const words = { body: body.before, mentions: [...mentions] };
      return { type: 'reply.change', annotationId, threadId, replyId, version, ...words };
    }
  }

  function takeBackReply(replyId: string): Proposal | NoInverse {
    const reply = thread?.replies.find(({ id }) => id === replyId);
    return reply === undefined
      ? 'gone'
      : { type: 'reply.delete', annotationId, threadId, replyId, version: reply.version };
  }
}
