import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../apply';
import { plainToRichText } from '../rich-text';
import {
  claimId as annotationId,
  article,
  claim,
  happening,
  idOf,
  people,
  refusalOf,
  stateAfter,
  theClaim,
  type Wish,
} from '../testing/desk';
import { openQueries, type Thread } from '../thread';

const { mara, tom, editor, writer } = people;
const threadId = idOf(50);
const body = plainToRichText('Where does this come from?');
const open = (kind: Thread['kind']): Wish => ({
  type: 'thread.open',
  annotationId,
  threadId,
  replyId: idOf(51),
  kind,
  body,
  mentions: [],
});
const reply = (number = 52): Wish => ({
  type: 'thread.reply',
  annotationId,
  threadId,
  replyId: idOf(number),
  body: plainToRichText('From the port.'),
  mentions: [],
});
const resolve = (version = 1): Wish => ({ type: 'thread.resolve', annotationId, threadId, version });
const reopen = (version: number): Wish => ({ type: 'thread.reopen', annotationId, threadId, version });
const asked = stateAfter(article(claim()), tom, open('author_query'));
const talked = stateAfter(article(claim()), tom, open('discussion'));
const thread = (state: ArticleState): Thread => {
  const [only] = theClaim(state).threads;
  if (only === undefined) throw new Error('There is no thread.');
  return only;
};

describe('a writer', () => {
  it('answers an author query and does nothing else', () => {
    expect(thread(stateAfter(asked, writer, reply())).replies).toHaveLength(2);
    expect(refusalOf(() => happening(talked, writer, reply())).message).toBe(
      'Viewers answer author queries; they do not take part in the discussion.',
    );
    for (const wish of [open('author_query'), open('discussion')])
      expect(refusalOf(() => happening(article(claim()), writer, wish)).code).toBe('FORBIDDEN');
    for (const wish of [resolve(), reopen(1)])
      expect(refusalOf(() => happening(asked, writer, wish)).code).toBe('FORBIDDEN');
  });
});

describe('a thread', () => {
  it('is open until somebody settles it, and again from the next answer on', () => {
    const settled = stateAfter(asked, mara, resolve());
    expect(thread(settled)).toMatchObject({ version: 2, resolved: { byId: mara.userId } });
    expect(openQueries(theClaim(settled).threads)).toEqual([]);
    const answered = stateAfter(settled, writer, reply());
    expect(thread(answered)).toMatchObject({ version: 3, resolved: null });
    expect(openQueries(theClaim(answered).threads)).toHaveLength(1);
    expect(thread(stateAfter(answered, mara, resolve(3)))).toMatchObject({ version: 4 });
    expect(thread(stateAfter(settled, mara, reopen(2)))).toMatchObject({ version: 3, resolved: null });
  });

  it('refuses what is so already, and what was overtaken', () => {
    const settled = stateAfter(asked, mara, resolve());
    expect(refusalOf(() => happening(settled, mara, resolve(2))).message).toBe(
      'This thread is resolved already.',
    );
    expect(refusalOf(() => happening(asked, mara, reopen(1))).message).toBe('This thread is open.');
    expect(refusalOf(() => happening(settled, mara, reopen(1))).code).toBe('STALE');
    expect(refusalOf(() => happening(article(claim()), mara, reply())).code).toBe('NOT_FOUND');
  });
});

describe('a reply', () => {
  const replyId = idOf(51);
  const change = (version = 1): Wish => ({
    type: 'reply.change',
    annotationId,
    threadId,
    replyId,
    version,
    body: plainToRichText('Which page?'),
    mentions: [],
  });
  const remove: Wish = { type: 'reply.delete', annotationId, threadId, replyId, version: 1 };

  it('has its words changed by its author alone, with the old ones on the record', () => {
    expect(happening(talked, tom, change())).toMatchObject({ before: body, version: 2 });
    for (const actor of [mara, editor])
      expect(refusalOf(() => happening(talked, actor, change())).code).toBe('FORBIDDEN');
    expect(refusalOf(() => happening(talked, tom, change(2))).code).toBe('STALE');
  });

  it('is deleted and brought back by its author or an editor', () => {
    for (const actor of [tom, editor]) {
      const gone = stateAfter(talked, actor, remove);
      expect(thread(gone).replies).toEqual([]);
      const [was] = thread(talked).replies;
      if (was === undefined) throw new Error('There is no reply.');
      const back: Wish = { type: 'reply.restore', annotationId, threadId, replyId, version: 2 };
      const restored = stateAfter(gone, actor, back, { reply: { ...was, version: 2 } });
      expect(thread(restored).replies).toEqual([{ ...was, version: 3 }]);
    }
    expect(refusalOf(() => happening(talked, mara, remove)).code).toBe('FORBIDDEN');
  });
});
