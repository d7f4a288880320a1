import { type Check, freshCheck } from '@/lib/domain/check';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import type { Proposal } from '../proposal';
import { annotationOn, at, id, lou, revisionId } from './build-state';

// What is made and changed in one work session, by the ids that its commands and the tests name.
export const annotationId = id(10);
export const noteId = id(11);
export const evidenceId = id(12);
export const flagId = id(13);
export const fields = {
  type: 'official_document' as const,
  tier: 'primary' as const,
  stance: 'refutes' as const,
  title: 'Council minutes',
  address: null,
  quote: null,
  locator: 'p. 6',
  accessedOn: '2026-03-03',
  ...noDepth,
};

export const proposedId = id(20);
const disputedId = id(30);
export const threadId = id(50);
const proposalFields = plainProposal;
const lousProposal: Check = {
  ...freshCheck,
  version: 2,
  status: 'proposed',
  proposal: { ...proposalFields, byId: lou.userId, at: at(2), revisionId },
};
const touchedId = id(40);
const joinedId = id(42);
export const untouched = annotationOn('soil survey', { id: touchedId, author: lou });
const touchedAnchor = {
  ...untouched.anchor,
  ...{ state: 'touched' as const, drift: 'reworded', before: 'survey' },
};
/** Claims of a colleague's that wait for a second check, for a decision, and for somebody to look at new words. */
export const colleaguesClaims = [
  {
    ...untouched,
    anchor: touchedAnchor,
  },
  { ...annotationOn('190 million', { id: proposedId, author: lou }), check: lousProposal },
  { ...annotationOn('council', { id: joinedId, author: lou }), check: lousProposal },
  {
    ...annotationOn('Nobody', { id: disputedId, author: lou }),
    check: { ...lousProposal, version: 3, status: 'disputed' as const },
  },
];

/** One work session that uses every command of the article door that leaves the article in place. */
export const session: readonly Proposal[] = [
  { type: 'article.change', version: 1, changes: { byline: 'By the desk' } },
  {
    type: 'reply_request.create',
    requestId: id(60),
    fields: {
      party: 'The port',
      question: 'Is it so?',
      askedOn: '2026-03-03',
      way: 'phone',
      deadlineOn: null,
    },
  },
  {
    type: 'reply_request.change',
    requestId: id(60),
    version: 1,
    changes: { deadlineOn: '2026-03-05' },
  },
  {
    type: 'reply_request.answer',
    requestId: id(60),
    version: 2,
    answer: { outcome: 'answered', words: 'It is.', on: '2026-03-04' },
  },
  {
    type: 'annotation.create',
    annotationId,
    revisionId,
    mark: 'claim',
    passage: { start: 0, end: 31 },
  },
  { type: 'annotation.accept_anchor', annotationId: touchedId, version: 1 },
  {
    ...{ type: 'annotation.put_back', annotationId: touchedId, version: 2, changeId: id(41) },
    anchor: touchedAnchor,
  },
  { type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } },
  { type: 'annotation.change', annotationId, version: 2, changes: { passage: { start: 4, end: 31 } } },
  {
    type: 'annotation.change',
    annotationId,
    version: 3,
    changes: { claim: { claimant: 'The port', claimTypes: ['statistic'] } },
  },
  { type: 'note.create', annotationId, noteId, body: plainToRichText('Asked the port.') },
  { type: 'note.change', annotationId, noteId, version: 1, body: plainToRichText('Asked twice.') },
  { type: 'note.delete', annotationId, noteId, version: 2 },
  { type: 'note.restore', annotationId, noteId, version: 3 },
  { type: 'evidence.create', annotationId, evidenceId, fields },
  { type: 'evidence.change', annotationId, evidenceId, version: 1, changes: { locator: 'p. 7' } },
  { type: 'evidence.delete', annotationId, evidenceId, version: 2 },
  { type: 'evidence.restore', annotationId, evidenceId, version: 3 },
  { type: 'flag.raise', annotationId, flagId, fields: { reason: 'Twice the sum?', priority: 'high' } },
  { type: 'flag.change', annotationId, flagId, version: 1, changes: { priority: 'urgent' } },
  { type: 'flag.look', annotationId, flagId, version: 2, note: 'It holds.' },
  { type: 'flag.reopen', annotationId, flagId, version: 3 },
  { type: 'words.set_aside', annotationId, about: 'note', itemId: noteId, words: 'What I had written.' },
  { type: 'annotation.delete', annotationId, version: 4 },
  { type: 'annotation.restore', annotationId, version: 5 },
  { type: 'annotation.change', annotationId, version: 6, changes: { mark: 'claim' } },
  { type: 'check.plan', annotationId, version: 1, changes: { priority: 'high', riskFlags: [] } },
  { type: 'check.begin', annotationId, version: 2 },
  { type: 'check.release', annotationId, version: 3 },
  { type: 'check.wait', annotationId, version: 4, on: 'source', reason: 'The archive is shut.' },
  { type: 'check.resume', annotationId, version: 5 },
  { type: 'check.propose', annotationId, version: 6, fields: proposalFields },
  { type: 'check.withdraw', annotationId, version: 7, reason: 'Too early.' },
  { type: 'check.propose', annotationId, version: 8, fields: proposalFields },
  { type: 'check.dispute', annotationId, version: 9, reason: 'The sum is old.' },
  { type: 'check.reopen', annotationId, version: 10, reason: 'A new budget.' },
  { type: 'check.join', annotationId: joinedId, version: 2, fields: proposalFields },
  {
    type: 'check.review',
    annotationId: proposedId,
    version: 2,
    secondCheckId: id(40),
    fields: { outcome: 'confirmed', verdict: null, note: 'So do I.', suggestedWording: null },
  },
  { type: 'check.sign_off', annotationId: proposedId, version: 3 },
  { type: 'evidence.create', annotationId: proposedId, evidenceId: id(41), fields },
  { type: 'check.recheck', annotationId: proposedId, version: 5 },
  { type: 'check.decide', annotationId: disputedId, version: 3, upholds: 'proposal', note: 'It stands.' },
  {
    type: 'thread.open',
    annotationId,
    threadId,
    replyId: id(51),
    kind: 'author_query',
    body: plainToRichText('Which year?'),
    mentions: [],
  },
  { type: 'thread.resolve', annotationId, threadId, version: 1 },
  { type: 'thread.reopen', annotationId, threadId, version: 2 },
  { type: 'thread.resolve', annotationId, threadId, version: 3 },
  {
    type: 'thread.reply',
    annotationId,
    threadId,
    replyId: id(52),
    body: plainToRichText('The one before.'),
    mentions: [],
  },
  {
    type: 'reply.change',
    annotationId,
    threadId,
    replyId: id(52),
    version: 1,
    body: plainToRichText('2020.'),
    mentions: [],
  },
  { type: 'reply.delete', annotationId, threadId, replyId: id(52), version: 2 },
  { type: 'reply.restore', annotationId, threadId, replyId: id(52), version: 3 },
  {
    type: 'annotation.create_orphaned',
    annotationId: id(70),
    revisionId,
    mark: 'claim',
    quote: { exact: 'Words of another text', prefix: '', suffix: '' },
  },
  { type: 'article.sign_off', revisionId, waivers: [], overrideReason: 'It must go out at six.' },
  { type: 'article.withdraw_sign_off', reason: 'It can wait.' },
];
