import type { Command } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import type { Thread } from '../thread';
import type { Given } from './decide';
import { ensureVersion, named, part, removedThing } from './decide-parts';

/** A command about a conversation on an annotation. */
export type ThreadCommand = Extract<Command, { readonly type: `thread.${string}` | `reply.${string}` }>;

/** Discussion and author queries on an annotation: what a command makes happen, or a refusal. */
export function decideThread(command: ThreadCommand, given: Given): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  const { threadId } = command;
  const written = { authorId: actor.userId, createdAt: at, changedAt: at, version: 1 };
  if (command.type === 'thread.open') {
    ensureCan(actor, 'thread.open');
    const { kind, body, mentions, replyId } = command;
    const reply = { id: replyId, body, mentions, ...written };
    const thread = {
      id: threadId,
      kind,
      authorId: actor.userId,
      createdAt: at,
      resolved: null,
      version: 1,
      replies: [reply],
    };
    return { type: 'thread.opened', annotationId, thread };
  }
  const thread = part(annotation.threads, threadId, 'thread');
  const about = { threadKind: thread.kind };
  switch (command.type) {
    case 'thread.reply': {
      ensureCan(actor, 'thread.reply', about);
      const { replyId, body, mentions } = command;
      const reply = { id: replyId, body, mentions, ...written };
      return { type: 'thread.replied', annotationId, threadId, reply, reopens: thread.resolved !== null };
    }
    case 'thread.resolve':
    case 'thread.reopen': {
      ensureCan(actor, command.type, about);
      ensureVersion(command.version, thread, 'This thread');
      const isResolved = thread.resolved !== null;
      const wanted = command.type === 'thread.resolve';
      if (isResolved === wanted)
        throw new DomainError(
          'INVALID',
          wanted ? 'This thread is resolved already.' : 'This thread is open.',
          {
            current: thread,
          },
        );
      const version = thread.version + 1;
      return { type: wanted ? 'thread.resolved' : 'thread.reopened', annotationId, threadId, version };
    }
    default:
      return decideReply(command, thread, given);
  }
}

type ReplyCommand = Extract<Command, { readonly type: `reply.${string}` }>;

function decideReply(command: ReplyCommand, thread: Thread, given: Given): EventBody {
  const { actor } = given;
  const { annotationId, threadId } = command;
  const about = { threadKind: thread.kind };
  if (command.type === 'reply.restore') {
    const reply = removedThing(given.removed?.reply, 'reply');
    ensureCan(actor, 'reply.restore', { ...about, authorId: reply.authorId });
    ensureVersion(command.version, reply, 'This reply');
    const version = reply.version + 1;
    return { type: 'reply.restored', annotationId, threadId, reply: { ...reply, version } };
  }
  const reply = part(thread.replies, command.replyId, 'reply');
  ensureCan(actor, command.type, { ...about, authorId: reply.authorId });
  ensureVersion(command.version, reply, 'This reply');
  const which = { annotationId, threadId, replyId: reply.id, version: reply.version + 1 };
  if (command.type === 'reply.delete') return { type: 'reply.deleted', ...which };
  const { body, mentions } = command;
  return { type: 'reply.changed', ...which, body, mentions, before: reply.body };
}
