import { describe, expect, it } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Reply, Thread } from '@/lib/domain/thread';
import { changedReply, commandOfWords, newReply, newThread } from './thread-drafts';

const members = [
  { id: 'edda', name: 'Edda Editor' },
  { id: 'vito', name: 'Vito Viewer' },
];
const body = plainToRichText('Who told you, @Vito Viewer?');
const reply: Reply = {
  id: 'r',
  body: plainToRichText('Somebody'),
  mentions: ['edda'],
  authorId: 'edda',
  createdAt: '2026-03-14T12:00:00.000Z',
  changedAt: '2026-03-14T12:00:00.000Z',
  version: 3,
};
const thread: Thread = {
  id: 't',
  kind: 'discussion',
  authorId: 'edda',
  createdAt: reply.createdAt,
  resolved: null,
  version: 1,
  replies: [reply],
};

describe('the command that sends words', () => {
  it('opens a conversation under the ids that the draft was begun with, and mentions whom the words name', () => {
    expect(commandOfWords(newThread('author_query', 'a', ['t', 'r']), body, members)).toEqual({
      type: 'thread.open',
      annotationId: 'a',
      threadId: 't',
      replyId: 'r',
      kind: 'author_query',
      body,
      mentions: ['vito'],
    });
  });

  it('replies in its conversation', () => {
    expect(commandOfWords(newReply(thread, 'a', 'new'), body, members)).toEqual({
      type: 'thread.reply',
      annotationId: 'a',
      threadId: 't',
      replyId: 'new',
      body,
      mentions: ['vito'],
    });
  });

  it('changes a reply from the version that was seen, and forgets whom the words name no more', () => {
    const draft = changedReply(thread, 'a', reply);
    expect(draft.values).toEqual({ threadId: 't', body: reply.body, chosen: ['edda'] });
    expect(commandOfWords(draft, body, members)).toMatchObject({
      type: 'reply.change',
      replyId: 'r',
      version: 3,
      mentions: ['vito'],
    });
  });
});
