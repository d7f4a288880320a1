import { mentionsIn } from '@/lib/domain/mention';
import { type RichText, richTextToPlain } from '@/lib/domain/rich-text';
import type { Person } from '@/lib/domain/team';
import type { Reply, Thread, ThreadKind } from '@/lib/domain/thread';
import type { DraftOf } from './drafts';
import type { Proposal } from './proposal';

/** The first words of a new conversation, whose id is the draft's `itemId`. `chosen`: people picked from the list. */
export type ThreadDraft = {
  readonly kind: ThreadKind;
  readonly replyId: string;
  readonly body: RichText;
  readonly chosen: readonly string[];
};

/** A reply in a conversation, new or changed. */
export type ReplyDraft = {
  readonly threadId: string;
  readonly body: RichText;
  readonly chosen: readonly string[];
};

const empty: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };
const begun = { base: null, state: 'writing', message: null } as const;

/** A conversation being begun. */
export function newThread(
  kind: ThreadKind,
  annotationId: string,
  [threadId, replyId]: readonly [string, string],
): DraftOf<'thread'> {
  const values = { kind, replyId, body: empty, chosen: [] };
  return { kind: 'thread', annotationId, itemId: threadId, values, ...begun };
}

/** A reply being begun. */
export function newReply({ id: threadId }: Thread, annotationId: string, replyId: string): DraftOf<'reply'> {
  const values = { threadId, body: empty, chosen: [] };
  return { kind: 'reply', annotationId, itemId: replyId, values, ...begun };
}

/** A reply of one's own being changed. */
export function changedReply(
  { id: threadId }: Thread,
  annotationId: string,
  { id: itemId, version, body, mentions }: Reply,
): DraftOf<'reply'> {
  const values = { threadId, body, chosen: mentions };
  return { ...begun, kind: 'reply', annotationId, itemId, values, base: { version, values } };
}

/** What sends a draft: `body` is its text as the schema reads it, `members` those who can be mentioned. */
export function commandOfWords(
  draft: DraftOf<'thread'> | DraftOf<'reply'>,
  body: RichText,
  members: readonly Person[],
): Proposal {
  const { annotationId, itemId, base } = draft;
  const mentions = [...mentionsIn(richTextToPlain(body), members, draft.values.chosen)];
  if (draft.kind === 'thread') {
    const { kind, replyId } = draft.values;
    return { type: 'thread.open', annotationId, threadId: itemId, replyId, kind, body, mentions };
  }
  const about = { annotationId, threadId: draft.values.threadId, replyId: itemId, body, mentions };
  return base === null
    ? { type: 'thread.reply', ...about }
    : { type: 'reply.change', version: base.version, ...about };
}
