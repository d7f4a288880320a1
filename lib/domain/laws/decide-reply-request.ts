import type { CommandOf } from '../commands';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import type { Given } from './decide';
import { difference, ensureVersion, part } from './decide-parts';

/** What a command on the right-of-reply log makes happen. An answer of null takes one back that was written down in error. */
export function decideReplyRequest(
  command: CommandOf<'reply_request.create' | 'reply_request.change' | 'reply_request.answer'>,
  { actor, at, replyRequests = [] }: Given,
): EventBody {
  ensureCan(actor, command.type);
  const { requestId } = command;
  if (command.type === 'reply_request.create') {
    const made = { id: requestId, authorId: actor.userId, createdAt: at, changedAt: at, version: 1 };
    return { type: 'reply_request.created', request: { ...command.fields, ...made, answer: null } };
  }
  const request = part(replyRequests, requestId, 'request for a reply');
  ensureVersion(command.version, request, 'This request for a reply');
  const version = request.version + 1;
  if (command.type === 'reply_request.change')
    return {
      type: 'reply_request.changed',
      requestId,
      version,
      ...difference(request, command.changes),
    };
  const answer = command.answer && { ...command.answer, byId: actor.userId, at };
  return { type: 'reply_request.answered', requestId, version, answer, before: request.answer };
}
