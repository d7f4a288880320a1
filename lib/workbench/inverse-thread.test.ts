import { describe, expect, it } from 'vitest';
import { apply } from '@/lib/domain/apply';
import type { EventBody } from '@/lib/domain/events';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Thread } from '@/lib/domain/thread';
import { inverseOf } from './inverse';
import { annotationOn, at, buildState, id, lou, mara } from './testing/build-state';

const annotationId = id(10);
const threadId = id(20);
const replyId = id(21);
const words = { createdAt: at(2), changedAt: at(2), version: 1, mentions: [] };
const question = { id: replyId, body: plainToRichText('Who told you?'), authorId: mara.userId, ...words };
const thread: Thread = {
  id: threadId,
  kind: 'author_query',
  authorId: mara.userId,
  createdAt: at(2),
  resolved: null,
  version: 1,
  replies: [question],
};
const empty = buildState([annotationOn('412 million', { id: annotationId })]);
const person = (actor: typeof mara) => ({ id: actor.userId, name: actor.name });
const stateAfter = (state: typeof empty, body: EventBody, actor = mara) =>
  apply(state, { actor: person(actor), at: at(3), body });
const opened: EventBody = { type: 'thread.opened', annotationId, thread };
const asked = stateAfter(empty, opened);
const answer = { ...question, id: id(22), authorId: lou.userId, createdAt: at(3) };
const replied: EventBody = { type: 'thread.replied', annotationId, threadId, reply: answer, reopens: false };

describe('taking back what was done in a conversation', () => {
  it('takes a question back by deleting its words', () => {
    expect(inverseOf(opened, asked, mara)).toEqual({
      type: 'reply.delete',
      annotationId,
      threadId,
      replyId,
      version: 1,
    });
  });

  it('leaves a question that somebody has answered', () => {
    expect(inverseOf(opened, stateAfter(asked, replied, lou), mara)).toBe('changed');
  });

  it('leaves an annotation on which somebody else has spoken', () => {
    const created: EventBody = {
      type: 'annotation.created',
      annotation: annotationOn('412 million', { id: annotationId }),
    };
    expect(inverseOf(created, stateAfter(asked, replied, lou), mara)).toBe('changed');
  });

  it('takes back an answer, and puts a deleted one back', () => {
    const state = stateAfter(asked, replied, lou);
    const deletion = inverseOf(replied, state, lou);
    expect(deletion).toMatchObject({ type: 'reply.delete', replyId: answer.id, version: 1 });
    const deleted: EventBody = {
      type: 'reply.deleted',
      annotationId,
      threadId,
      replyId: answer.id,
      version: 2,
    };
    expect(inverseOf(deleted, stateAfter(state, deleted, lou), lou)).toMatchObject({
      type: 'reply.restore',
      replyId: answer.id,
      version: 2,
    });
    expect(inverseOf(deleted, state, lou)).toBe('gone');
  });

  it('opens what was resolved and resolves what was opened, unless it is so already', () => {
    const resolved: EventBody = { type: 'thread.resolved', annotationId, threadId, version: 2 };
    const done = stateAfter(asked, resolved);
    expect(inverseOf(resolved, done, mara)).toMatchObject({ type: 'thread.reopen', version: 2 });
    expect(inverseOf(resolved, asked, mara)).toBe('changed');
    const reopened: EventBody = { type: 'thread.reopened', annotationId, threadId, version: 3 };
    expect(inverseOf(reopened, stateAfter(done, reopened), mara)).toMatchObject({
      type: 'thread.resolve',
      version: 3,
    });
  });

  it('puts the earlier words back while nobody has changed them since', () => {
    const body = plainToRichText('Who told you so?');
    const changed: EventBody = {
      type: 'reply.changed',
      annotationId,
      threadId,
      replyId,
      version: 2,
      body,
      mentions: [],
      before: question.body,
    };
    expect(inverseOf(changed, stateAfter(asked, changed), mara)).toMatchObject({
      type: 'reply.change',
      version: 2,
      body: question.body,
    });
    expect(inverseOf(changed, asked, mara)).toBe('changed');
    expect(inverseOf(changed, empty, mara)).toBe('gone');
  });
});
