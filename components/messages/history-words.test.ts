import { describe, expect, it } from 'vitest';
import type { EventBody } from '@/lib/domain/events';
import type { HistoryLine } from '@/lib/domain/history';
import { historyWords } from './history-words';

import {
  anchor,
  annotation,
  annotationId,
  at,
  ballot,
  body,
  check,
  claim,
  edda,
  evidence,
  flag,
  made,
  note,
  ofThread,
  reply,
  request,
  rhea,
  session,
  signOff,
  step,
  thread,
  version,
} from './testing/happenings';

/** One of each kind, and the sentence that it becomes. A new event without a sentence does not compile here. */
const sentences: { readonly [T in EventBody['type']]: readonly [EventBody & { readonly type: T }, string] } =
  {
    'article.imported': [{ type: 'article.imported', title: 'Harbour' }, 'brought in the article “Harbour”'],
    'article.changed': [
      { type: 'article.changed', version, changes: { byline: 'Ann' }, before: { byline: null } },
      'set the byline of the article to Ann',
    ],
    'article.revised': [
      {
        type: 'article.revised',
        revision: { id: 'r2', number: 2, hash: '' },
        from: { id: 'r1', number: 1 },
        source: 'edited',
        reason: 'Figure corrected',
        shifts: [],
        anchors: {},
        checks: {},
        drift: { exact: 3, moved: 0, touched: 1, orphaned: 0 },
      },
      'put in new text: revision 2',
    ],
    'article.deleted': [{ type: 'article.deleted' }, 'deleted the article'],
    'article.restored': [{ type: 'article.restored' }, 'restored the article'],
    'article.signed_off': [{ type: 'article.signed_off', signOff }, 'signed the article off'],
    'article.sign_off_withdrawn': [
      { type: 'article.sign_off_withdrawn', reason: 'Too early.', before: signOff },
      'withdrew the sign-off of the article',
    ],
    'reply_request.created': [
      { type: 'reply_request.created', request },
      'asked The harbour master for a reply',
    ],
    'reply_request.changed': [
      {
        type: 'reply_request.changed',
        requestId: 'r',
        version,
        changes: { way: 'phone' },
        before: { way: 'email' },
      },
      'changed the way of a request for a reply from e-mail to phone',
    ],
    'reply_request.answered': [
      {
        type: 'reply_request.answered',
        requestId: 'r',
        version,
        answer: { outcome: 'declined', words: '', on: '2026-03-05', byId: 'b', at: made.createdAt },
        before: null,
      },
      'wrote down a reply: declined to answer',
    ],
    'annotation.created': [{ type: 'annotation.created', annotation }, 'marked a claim'],
    'annotation.changed': [
      {
        type: 'annotation.changed',
        annotationId,
        version,
        changes: { mark: 'opinion' },
        before: { mark: 'claim' },
      },
      'changed the mark from claim to opinion',
    ],
    'annotation.deleted': [{ type: 'annotation.deleted', annotationId, version }, 'deleted the annotation'],
    'annotation.restored': [{ type: 'annotation.restored', annotation }, 'restored the annotation'],
    'note.created': [{ type: 'note.created', annotationId, note }, 'wrote a verification note'],
    'note.changed': [
      { type: 'note.changed', annotationId, noteId: 'x', version, body, before: body },
      'changed a verification note',
    ],
    'note.deleted': [
      { type: 'note.deleted', annotationId, noteId: 'x', version },
      'deleted a verification note',
    ],
    'note.restored': [{ type: 'note.restored', annotationId, note }, 'restored a verification note'],
    'evidence.created': [
      { type: 'evidence.created', annotationId, evidence },
      'attached the evidence “Budget 2021”',
    ],
    'evidence.changed': [
      {
        type: 'evidence.changed',
        annotationId,
        evidenceId: 'x',
        version,
        changes: { locator: 'p. 7' },
        before: { locator: 'p. 6' },
      },
      'changed the locator of “Budget 2021” from p. 6 to p. 7',
    ],
    'evidence.deleted': [
      { type: 'evidence.deleted', annotationId, evidenceId: 'x', version },
      'removed the evidence “Budget 2021”',
    ],
    'evidence.restored': [
      { type: 'evidence.restored', annotationId, evidence },
      'restored the evidence “Budget 2021”',
    ],
    'flag.raised': [{ type: 'flag.raised', annotationId, flag }, 'flagged this, high priority'],
    'flag.changed': [
      {
        type: 'flag.changed',
        annotationId,
        flagId: 'x',
        version,
        changes: { priority: 'low' },
        before: { priority: 'high' },
      },
      'changed the priority of the flag from high to low',
    ],
    'flag.looked': [
      { type: 'flag.looked', annotationId, flagId: 'x', version, note: 'Seen.' },
      'looked at the flag',
    ],
    'flag.reopened': [{ type: 'flag.reopened', annotationId, flagId: 'x', version }, 'opened the flag again'],
    'check.planned': [
      {
        ...step('check.planned'),
        check: { ...check, plan: { ...check.plan, assigneeId: edda } },
        before: { assigneeId: null },
      },
      'gave this claim to Edda',
    ],
    'check.begun': [step('check.begun'), 'took on this claim'],
    'check.released': [step('check.released'), 'let go of this claim'],
    'check.waiting': [
      {
        ...step('check.waiting'),
        check: { ...check, waiting: { byId: rhea, at, on: 'source', reason: 'Closed.' } },
      },
      'began to wait for a source',
    ],
    'check.resumed': [step('check.resumed'), 'went on with this claim'],
    'check.proposed': [step('check.proposed'), 'proposed: Incorrect (Mostly false)'],
    'check.withdrawn': [step('check.withdrawn'), 'withdrew the proposal'],
    'check.reviewed': [
      step('check.reviewed'),
      'recorded a second check without having seen the proposal: Confirmed',
    ],
    'check.disputed': [step('check.disputed'), 'disputed this claim'],
    'check.decided': [step('check.decided'), 'decided the dispute: Incorrect (Mostly false) stands'],
    'check.signed_off': [step('check.signed_off'), 'signed off: Incorrect (Mostly false)'],
    'check.reopened': [step('check.reopened'), 'reopened this claim'],
    'check.rechecked': [step('check.rechecked'), 'checked again and proposed: Incorrect (Mostly false)'],
    'thread.opened': [{ type: 'thread.opened', annotationId, thread }, 'asked the writer'],
    'thread.replied': [
      { type: 'thread.replied', annotationId, threadId: 'x', reply, reopens: true },
      'replied to the author query, which opened it again',
    ],
    'thread.resolved': [{ type: 'thread.resolved', ...ofThread }, 'resolved the author query'],
    'thread.reopened': [{ type: 'thread.reopened', ...ofThread }, 'opened the author query again'],
    'reply.changed': [
      { type: 'reply.changed', ...ofThread, replyId: 'x', body, mentions: [], before: body },
      'changed a reply to the author query',
    ],
    'reply.deleted': [
      { type: 'reply.deleted', ...ofThread, replyId: 'x' },
      'deleted a reply to the author query',
    ],
    'words.set_aside': [
      { type: 'words.set_aside', annotationId, about: 'note', itemId: 'x', words: 'Mine.' },
      'set words aside that lost against newer ones: of a verification note',
    ],
    'reply.restored': [
      { type: 'reply.restored', annotationId, threadId: 'x', reply },
      'restored a reply to the author query',
    ],
    'session.opened': [{ type: 'session.opened', session, clocks: {} }, 'opened a session'],
    'session.changed': [
      { type: 'session.changed', session, before: { participantIds: [rhea], goal: 'Check it' } },
      'invited Edda and changed the goal of the session from Check it to Check the budget',
    ],
    'session.joined': [{ type: 'session.joined', session }, 'joined the session'],
    'session.frozen': [
      { type: 'session.frozen', session: { ...session, frozenAt: at } },
      'called the freeze of the article from 14:02 UTC on',
    ],
    'session.thawed': [{ type: 'session.thawed', session }, 'lifted the freeze of the article'],
    'session.closed': [{ type: 'session.closed', session }, 'closed the session'],
    'session.reopened': [{ type: 'session.reopened', session, clocks: {} }, 'reopened the session'],
    'session.vote_called': [{ type: 'session.vote_called', ballot }, 'called a vote on this claim'],
    'session.voted': [{ type: 'session.voted', ballot }, 'voted on this claim: confirmed'],
    'session.revealed': [{ type: 'session.revealed', ballot }, 'revealed the votes on this claim'],
  };

function line(event: EventBody): HistoryLine {
  return {
    event: {
      articleId: 'x',
      seq: 7,
      commandId: 'x',
      actor: { id: rhea, name: 'Rhea' },
      revisionId: 'x',
      at,
      body: event,
    },
    about: { id: annotationId, mark: 'claim', exact: 'grew by 40 percent', isDeleted: false },
    evidenceTitle: 'Budget 2021',
    threadKind: 'author_query',
  };
}

const names: Readonly<Record<string, string>> = { rhea: 'Rhea', edda: 'Edda' };
const inWords = (event: EventBody) => historyWords(line(event), (id) => names[id] ?? 'Somebody');

describe('a happening in words', () => {
  it.each(Object.entries(sentences))('%s', (_type, [event, sentence]) => {
    const { does, details } = inWords(event);
    expect(does).toBe(sentence);
    expect(JSON.stringify([does, details])).not.toMatch(/undefined|null|\[object|[a-z]_[a-z]/);
  });

  it('shows what changed, word by word, where a sentence would be too long', () => {
    const changes = { title: 'Budget 2022', quote: 'A long quote. '.repeat(9) };
    const before = { title: 'Budget 2021', quote: null };
    const { does, details } = inWords({
      type: 'evidence.changed',
      annotationId,
      evidenceId: 'x',
      version,
      changes,
      before,
    });
    expect(does).toBe('changed the title, the quote of “Budget 2021”');
    expect(details).toEqual([
      { kind: 'diff', label: 'Title', before: 'Budget 2021', after: 'Budget 2022' },
      { kind: 'diff', label: 'Quote', before: '', after: changes.quote },
    ]);
  });

  it('shows the old and the new passage, and that the sign-off is stale by it', () => {
    const { does, details } = inWords({
      type: 'annotation.changed',
      annotationId,
      version,
      changes: { anchor: { ...anchor, exact: 'grew by 40' } },
      before: { anchor },
      check: { ...check, status: 'stale' },
    });
    expect(does).toBe('changed the passage');
    expect(details).toEqual([
      { kind: 'diff', label: 'Passage', before: 'grew by 40 percent', after: 'grew by 40' },
      { kind: 'effect', text: 'The sign-off of this claim is stale.' },
    ]);
  });

  it('says of a claim’s fields only what changed, and of a cleared one what it was', () => {
    const change = (after: string | null, was: string | null) =>
      inWords({
        type: 'annotation.changed',
        annotationId,
        version,
        changes: { claim: { ...claim, claimant: after } },
        before: { claim: { ...claim, claimant: was } },
      }).does;
    expect(change('The mayor', null)).toBe('set the claimant of this claim to The mayor');
    expect(change(null, 'The mayor')).toBe('cleared the claimant of this claim, which was The mayor');
  });

  it('says that an outcome is hidden without hinting at it', () => {
    const sealed = { sealed: true, byId: rhea, at } as const;
    const hidden = { ...check, proposal: sealed, secondChecks: [sealed] };
    for (const type of ['check.proposed', 'check.reviewed', 'check.decided', 'check.rechecked'] as const) {
      const { does, details } = inWords({ type, annotationId, check: hidden, reason: '' });
      expect(does).toContain('hidden from you until you have recorded your second check');
      expect(details).toEqual([]);
    }
  });

  it('says who had made what came in with a file, and who overrode the rules', () => {
    expect(inWords({ type: 'annotation.created', annotation: { ...annotation, authorId: edda } }).does).toBe(
      'brought in a claim by Edda',
    );
    const override = { reason: 'It goes to print.', against: ['One claim is disputed.'] };
    const { does, details } = inWords({ type: 'article.signed_off', signOff: { ...signOff, override } });
    expect(does).toBe('signed the article off against the rules');
    expect(details).toEqual([
      { kind: 'said', text: 'It goes to print.' },
      { kind: 'effect', text: 'One claim is disputed.' },
    ]);
  });
});
