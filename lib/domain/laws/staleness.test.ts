import { describe, expect, it } from 'vitest';
import type { Check, CheckStatus } from '../check';
import { checkStatuses } from '../check';
import { noDepth } from '../no-depth';
import { plainToRichText } from '../rich-text';
import {
  agreeing,
  article,
  at,
  budget,
  claim,
  claimId,
  happening,
  idOf,
  people,
  proposal,
  question,
  refusalOf,
  revisionId,
  stateAfter,
  theClaim,
  type Wish,
} from '../testing/desk';
import { refusalOfAct } from './check-laws';

const { mara, tom, ines, editor } = people;
const signed: Partial<Check> = {
  status: 'signed_off',
  proposal,
  secondChecks: [agreeing(tom)],
  signOff: { byId: editor.userId, at, revisionId, hash: 'h' },
};
const annotationId = claimId;
const change = (changes: Extract<Wish, { type: 'annotation.change' }>['changes']): Wish => ({
  type: 'annotation.change',
  annotationId,
  version: 1,
  changes,
});
const { id: evidenceId, authorId: _a, createdAt: _c, changedAt: _h, version: _v, ...fields } = budget;
const another = { ...fields, ...noDepth, title: 'Port report' };

/** Everything that a sign-off binds to, changed, and what is said of it. */
const bound: readonly (readonly [string, Wish, string, string])[] = [
  [
    'the passage',
    change({ passage: { start: 0, end: 30 } }),
    'passage',
    '“port will cost 412 million” → “The port will cost 412 million”',
  ],
  ['the mark', change({ mark: 'sourced_fact' }), 'mark', 'claim → sourced_fact'],
  [
    'evidence that is added',
    { type: 'evidence.create', annotationId, evidenceId: idOf(31), fields: another },
    'evidence',
    'added: Port report',
  ],
  [
    'evidence that is changed',
    { type: 'evidence.change', annotationId, evidenceId, version: 1, changes: { stance: 'refutes' } },
    'evidence',
    'changed: stance',
  ],
  [
    'evidence that is removed',
    { type: 'evidence.delete', annotationId, evidenceId, version: 1 },
    'evidence',
    'removed: Budget',
  ],
];

/** What may be done beside a signed-off check. */
const beside: readonly (readonly [string, Wish])[] = [
  ['the same passage again', change({ passage: { start: 4, end: 30 } })],
  ['the same mark again', change({ mark: 'claim' })],
  ['who said it', change({ claim: { claimant: 'Port authority' } })],
  [
    'evidence without a difference',
    { type: 'evidence.change', annotationId, evidenceId, version: 1, changes: { stance: 'supports' } },
  ],
  ['a note', { type: 'note.create', annotationId, noteId: idOf(20), body: plainToRichText('Called.') }],
  [
    'a flag',
    { type: 'flag.raise', annotationId, flagId: idOf(40), fields: { reason: 'Look.', priority: 'high' } },
  ],
  [
    'a question',
    {
      type: 'thread.open',
      annotationId,
      threadId: idOf(50),
      replyId: idOf(51),
      kind: 'author_query',
      body: plainToRichText('Is it?'),
      mentions: [],
    },
  ],
];

describe('a signed-off claim', () => {
  it.each(bound)('is stale after a change of %s, with who, what and when', (_, wish, cause, detail) => {
    const { check } = theClaim(stateAfter(article(claim(signed)), ines, wish));
    expect(check).toMatchObject({
      status: 'stale',
      version: 2,
      staleness: { byId: ines.userId, at, cause, detail },
      signOff: signed.signOff,
    });
  });

  it('is stale when evidence comes back', () => {
    const removed = { evidence: { ...budget, version: 2 } };
    const wish: Wish = { type: 'evidence.restore', annotationId, evidenceId, version: 2 };
    const state = stateAfter(article(claim(signed, { evidence: [] })), ines, wish, removed);
    expect(theClaim(state).check.staleness).toMatchObject({ cause: 'evidence', detail: 'added: Budget' });
  });

  it.each(beside)('stays signed off beside %s', (_, wish) => {
    const state = article(claim(signed));
    expect(theClaim(stateAfter(state, ines, wish)).check).toEqual(theClaim(state).check);
  });

  it('stays what it is when it is marked as something that nobody checks', () => {
    const opinion = stateAfter(article(claim(signed)), ines, change({ mark: 'opinion' }));
    expect(theClaim(opinion)).toMatchObject({ mark: 'opinion', check: { status: 'stale' } });
  });
});

describe('a second check', () => {
  const confirmed = { ...signed, status: 'second_check' as const, signOff: null };

  it.each(bound)('is taken back by a change of %s, with who, what and when', (_, wish, cause, detail) => {
    const { check } = theClaim(stateAfter(article(claim(confirmed)), ines, wish));
    expect(check).toMatchObject({
      status: 'proposed',
      version: 2,
      secondChecks: [],
      staleness: { byId: ines.userId, at, cause, detail },
      proposal: { ...proposal, seenBy: 'everybody' },
    });
  });

  it.each(beside)('stands beside %s', (_, wish) => {
    const state = article(claim(confirmed));
    expect(theClaim(stateAfter(state, ines, wish)).check).toEqual(theClaim(state).check);
  });

  it('takes an editor’s decision along, and can be given again by the same person', () => {
    const decision = { byId: editor.userId, at, note: 'Yes.', overruled: null };
    const [, wish] = bound[2] ?? [];
    if (wish === undefined) throw new Error('There is no such change.');
    const { check } = theClaim(stateAfter(article(claim({ ...confirmed, decision })), ines, wish));
    expect(check).toMatchObject({ status: 'proposed', decision: null, dispute: null });
    expect(refusalOfAct('review', tom, claim(check))).toBeUndefined();
  });
});

describe('a claim that nobody has confirmed', () => {
  const others = checkStatuses.filter((status) => status !== 'signed_off' && status !== 'second_check');
  it.each(others)('keeps its check while it is %s', (status: CheckStatus) => {
    for (const [name, wish] of bound) {
      const state = article(claim({ ...signed, status }));
      expect(theClaim(stateAfter(state, ines, wish)).check, name).toEqual(theClaim(state).check);
    }
  });
});

describe('deleting', () => {
  const remove: Wish = { type: 'annotation.delete', annotationId, version: 1 };
  const guarded: readonly CheckStatus[] = ['second_check', 'signed_off', 'disputed', 'stale'];

  it.each(checkStatuses)(
    'a claim that is %s needs a reason on the record where others stand behind it',
    (status) => {
      const state = article(claim({ ...signed, status }));
      if (!guarded.includes(status))
        return expect(happening(state, mara, remove).type).toBe('annotation.deleted');
      const refusal = refusalOf(() => happening(state, mara, remove));
      expect(refusal.message).toMatch(/^This claim is .+\. Reopen it first and say why, then delete it\.$/);
      const reopened = stateAfter(state, mara, {
        type: 'check.reopen',
        annotationId,
        version: 1,
        reason: 'A slip.',
      });
      expect(happening(reopened, mara, remove).type).toBe('annotation.deleted');
    },
  );

  it('waits for an open author query', () => {
    const thread = {
      id: idOf(50),
      kind: 'author_query' as const,
      authorId: tom.userId,
      createdAt: at,
      resolved: null,
      version: 1,
      replies: [question],
    };
    expect(refusalOf(() => happening(article(claim({}, { threads: [thread] })), mara, remove)).message).toBe(
      'An author query is open here. Settle it before you delete the mark.',
    );
    const settled = { ...thread, resolved: { byId: tom.userId, at } };
    expect(happening(article(claim({}, { threads: [settled] })), mara, remove).type).toBe(
      'annotation.deleted',
    );
  });

  it('an opinion needs none, whatever was checked before it was one', () => {
    expect(happening(article(claim(signed, { mark: 'opinion' })), mara, remove).type).toBe(
      'annotation.deleted',
    );
  });
});
