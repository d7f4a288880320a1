import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { type Check, freshCheck } from '@/lib/domain/check';
import { type Command, type CommandAnswer, commandSchema } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import { noDepth } from '@/lib/domain/no-depth';
import { type RevisedBody, revising } from '@/lib/domain/revised';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Proposal } from './proposal';
import { createStore } from './store';
import { annotationOn, at, buildState, id, lou, mara, revisionId } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const noteId = id(11);
const evidenceId = id(12);
const flagId = id(13);
const fields = {
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

const proposedId = id(20);
const disputedId = id(30);
const threadId = id(50);
const proposalFields = {
  outcome: 'confirmed' as const,
  verdict: null,
  suggestedWording: null,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'The minutes say so.',
  confidence: null,
  confidenceReason: null,
};
const lousProposal: Check = {
  ...freshCheck,
  version: 2,
  status: 'proposed',
  proposal: { ...proposalFields, byId: lou.userId, at: at(2), revisionId },
};
const touchedId = id(40);
const untouched = annotationOn('soil survey', { id: touchedId, author: lou });
/** Claims of a colleague's that wait for a second check, for a decision, and for somebody to look at new words. */
const colleaguesClaims = [
  {
    ...untouched,
    anchor: { ...untouched.anchor, state: 'touched' as const, drift: 'reworded', before: 'survey' },
  },
  { ...annotationOn('190 million', { id: proposedId, author: lou }), check: lousProposal },
  {
    ...annotationOn('Nobody', { id: disputedId, author: lou }),
    check: { ...lousProposal, version: 3, status: 'disputed' as const },
  },
];

/** One work session that uses every command of the article door that leaves the article in place. */
const session: readonly Proposal[] = [
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

/** An owner: nobody else may do all of the above. */
const editor = { ...mara, role: 'owner' as const };

function setUp(state: ArticleState = buildState(), actor: Actor = mara) {
  const sent: Command[] = [];
  const server = createFakeServer(state);
  let made = 100;
  const store = createStore({
    state,
    actor,
    now: () => at(10 + sent.length),
    newId: () => id(++made),
    send: (command) => sent.push(command),
  });
  return { store, sent, server };
}

/** Without the times, which the server sets anew. */
function timeless(state: ArticleState): unknown {
  return JSON.parse(
    JSON.stringify(state, (key, value: unknown) =>
      ['createdAt', 'changedAt', 'raisedAt', 'at', 'seq'].includes(key) ? 0 : value,
    ),
  );
}

function eventOf(answer: CommandAnswer): ArticleEvent {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.event;
}

describe('store', () => {
  it('is tested with every command that leaves the article in place', () => {
    const all = commandSchema.options
      .map(({ shape }) => shape.type.value)
      .filter((type) => !type.startsWith('session.')); // the server alone decides those
    const leaving = ['article.delete', 'article.restore'];
    expect([...new Set(session.map(({ type }) => type)), ...leaving].sort()).toEqual([...all].sort());
  });

  it('shows a change before the server has answered, and nothing else differs once it has', () => {
    const { store, sent, server } = setUp(buildState(colleaguesClaims), editor);
    for (const [index, proposal] of session.entries()) {
      const { body } = store.propose(proposal);
      expect(body, `${proposal.type} is refused on the spot`).toBeDefined();
      const shown = store.getView().visible;
      const command = sent[index];
      if (command === undefined) throw new Error('Nothing was sent.');
      store.receive([eventOf(server.execute(command, editor))]);
      expect(timeless(shown), proposal.type).toEqual(timeless(store.getView().visible));
      expect(store.getView().visible).toEqual(server.getState());
      expect(store.getView().pending).toEqual([]);
    }
  });

  it('decides by the role and the rules that hold now, and keeps what waits', () => {
    const { store, sent } = setUp(buildState([annotationOn('412 million', { id: annotationId })]), {
      ...mara,
      role: 'viewer',
    });
    const note = { type: 'note.create', annotationId, noteId, body: plainToRichText('Seen.') } as const;
    expect(store.propose(note).body).toBeUndefined();
    store.become(mara);
    expect(store.getActor().role).toBe(mara.role);
    expect(store.propose(note).body).toMatchObject({ type: 'note.created' });
    const rules = { ...store.getView().visible.rules, usesAdmiraltyCode: true };
    store.takeRules(rules);
    expect(store.getView().visible.rules).toBe(rules);
    expect(store.getView().visible.annotations[annotationId]?.notes).toHaveLength(1);
    expect(sent).toHaveLength(1);
    store.takeRules({ ...rules, members: [{ id: mara.userId, name: 'Mara M.', role: 'reviewer' }] });
    expect(store.getView().visible.people[mara.userId]).toEqual({ id: mara.userId, name: 'Mara M.' });
  });

  it('shows a whole session that waits as the server will confirm it', () => {
    const { store, sent, server } = setUp(buildState(colleaguesClaims), editor);
    for (const proposal of session) store.propose(proposal);
    const shown = store.getView().visible;
    expect(store.getView().confirmed).toEqual(buildState(colleaguesClaims));
    store.receive(sent.map((command) => eventOf(server.execute(command, editor))));
    expect(timeless(shown)).toEqual(timeless(server.getState()));
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('holds a colleague’s change back from the margin until it is asked for or acted on', () => {
    const { store, server } = setUp(buildState(colleaguesClaims));
    const change = (commandId: string, changes: { mark: 'opinion' | 'claim' }, version: number) =>
      eventOf(
        server.execute(
          { commandId, type: 'annotation.change', annotationId: proposedId, version, changes },
          lou,
        ),
      );
    store.receive([change(id(401), { mark: 'opinion' }, 1)]);
    expect(store.getView().visible.annotations[proposedId]?.mark).toBe('opinion');
    expect([...store.getView().held.keys()]).toEqual([proposedId]);
    store.settleHeld();
    expect(store.getView().held.size).toBe(0);

    store.receive([change(id(402), { mark: 'claim' }, 2)]);
    const tooLate = { type: 'annotation.change', annotationId: proposedId, version: 2 } as const;
    const told = vi.fn();
    store.propose({ ...tooLate, changes: { claim: { claimant: 'The port' } } }, told);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ ok: false }));
    expect(store.getView().held.size).toBe(0);
    expect(store.getView().refusals).toMatchObject([{ error: { code: 'STALE' } }]);
  });

  it('shows at once what a colleague did where an own act is on its way, and not that act once it is refused', () => {
    const { store, server } = setUp(buildState(colleaguesClaims));
    const change = { type: 'annotation.change', annotationId: proposedId, version: 1 } as const;
    const mine = store.propose({ ...change, changes: { claim: { claimant: 'The port' } } });
    const theirs = { ...change, commandId: id(403), changes: { mark: 'opinion' as const } };
    store.receive([eventOf(server.execute(theirs, lou))]);
    expect(store.getView().held.size).toBe(0);
    store.refuse(mine.commandId, { code: 'STALE', message: 'Lou was faster.', id: 'e8' });
    expect(store.getView().held.size).toBe(0);
    expect(store.getView().visible.annotations[proposedId]).toMatchObject({
      mark: 'opinion',
      claim: { claimant: null },
    });
  });

  it('comes to the same state whatever the order and the number of times in which events arrive', () => {
    const { sent, server, store } = setUp(buildState(colleaguesClaims), editor);
    for (const proposal of session) store.propose(proposal);
    const events = sent.map((command) => eventOf(server.execute(command, editor)));
    const repeated = fc
      .shuffledSubarray(events, { minLength: 0, maxLength: events.length })
      .chain((extra) =>
        fc.shuffledSubarray([...events], { minLength: events.length }).map((all) => [...all, ...extra]),
      );
    fc.assert(
      fc.property(repeated, fc.integer({ min: 1, max: 7 }), (arrivals, size) => {
        const fresh = setUp(buildState(colleaguesClaims)).store;
        for (let from = 0; from < arrivals.length; from += size) {
          fresh.receive(arrivals.slice(from, from + size));
        }
        expect(fresh.getView().visible).toEqual(server.getState());
        expect(fresh.getView().isBehind).toBe(false);
      }),
    );
  });

  it('keeps an own change on top of what a colleague did meanwhile', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const { store, sent, server } = setUp(buildState([claim]));
    store.propose({ type: 'note.create', annotationId, noteId, body: plainToRichText('Mine.') });
    const theirs = server.execute(
      {
        commandId: id(500),
        type: 'note.create',
        annotationId,
        noteId: id(501),
        body: plainToRichText('Theirs.'),
      },
      lou,
    );
    store.receive([eventOf(theirs)]);
    expect(
      store
        .getView()
        .visible.annotations[annotationId]?.notes.map(({ id }) => id)
        .sort(),
    ).toEqual([noteId, id(501)]);
    const [command] = sent;
    if (command === undefined) throw new Error('Nothing was sent.');
    store.receive([eventOf(server.execute(command, mara))]);
    expect(store.getView().visible).toEqual(server.getState());
    expect(store.getView().visible.people[lou.userId]?.name).toBe(lou.name);
  });

  it('counts an answer as saved although earlier events are still missing, and says that it is behind', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const { store, sent, server } = setUp(buildState([claim]));
    const missed = eventOf(
      server.execute(
        {
          commandId: id(500),
          type: 'annotation.change',
          annotationId,
          version: 1,
          changes: { mark: 'opinion' },
        },
        lou,
      ),
    );
    const settled = vi.fn();
    store.propose({ type: 'note.create', annotationId, noteId, body: plainToRichText('Mine.') }, settled);
    const [command] = sent;
    if (command === undefined) throw new Error('Nothing was sent.');
    store.receive([eventOf(server.execute(command, mara))]);
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({ ok: true }));
    expect(store.getView()).toMatchObject({ isBehind: true, pending: [{ isSaved: true }] });
    expect(store.getView().confirmed.seq).toBe(1);
    expect(store.getView().visible.annotations[annotationId]?.notes).toHaveLength(1);
    store.receive([missed]);
    expect(store.getView()).toMatchObject({ isBehind: false, pending: [] });
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('takes the article anew under own changes, without moving anything in the margin', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const theirs = annotationOn('190 million', { id: id(77), author: lou });
    const { store, sent } = setUp(buildState([claim]));
    store.propose({ type: 'note.create', annotationId, noteId, body: plainToRichText('Mine.') });
    const next = { ...buildState([claim, theirs]), seq: 2_000 };
    store.renew(next);
    const { visible, confirmed, pending, held } = store.getView();
    expect(confirmed).toBe(next);
    expect(visible.annotations[annotationId]?.notes).toHaveLength(1);
    expect(Object.keys(visible.annotations)).toContain(theirs.id);
    expect(pending.map(({ command }) => command.commandId)).toEqual(sent.map(({ commandId }) => commandId));
    expect([...held.keys()]).toEqual([theirs.id]);
    store.renew({ ...buildState(), seq: 1_999 });
    expect(store.getView().confirmed).toBe(next);
    expect(store.renew({ ...next, seq: 3_000, revision: { ...next.revision, id: id(88) } })).toBe(false);
    expect(store.getView().confirmed).toBe(next);
  });

  it('does not show an acknowledged change twice when the article that was read anew holds it', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const { store, sent, server } = setUp(buildState([claim]));
    server.execute(
      {
        commandId: id(500),
        type: 'annotation.change',
        annotationId,
        version: 1,
        changes: { mark: 'opinion' },
      },
      lou,
    );
    store.propose({ type: 'note.create', annotationId, noteId, body: plainToRichText('Mine.') });
    const [command] = sent;
    if (command === undefined) throw new Error('Nothing was sent.');
    store.receive([eventOf(server.execute(command, mara))]);
    expect(store.getView()).toMatchObject({ isBehind: true, pending: [{ isSaved: true }] });
    store.renew(server.getState());
    expect(store.getView()).toMatchObject({ isBehind: false, pending: [] });
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('takes a refused change back, keeps its words and the reason, and leaves the rest', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const { store } = setUp(buildState([claim]));
    const body = plainToRichText('A long and careful note.');
    const settled = vi.fn();
    const { commandId } = store.propose({ type: 'note.create', annotationId, noteId, body }, settled);
    store.propose({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    const error = { code: 'FORBIDDEN' as const, message: 'You were made a viewer.', id: 'e7' };
    store.refuse(commandId, error);
    const view = store.getView();
    expect(view.visible.annotations[annotationId]).toMatchObject({ notes: [], mark: 'opinion' });
    expect(view.refusals).toEqual([{ command: expect.objectContaining({ body, noteId }), error }]);
    expect(view.pending).toHaveLength(1);
    expect(settled).toHaveBeenCalledExactlyOnceWith({ ok: false, error });
    store.dismissRefusal(commandId);
    expect(store.getView().refusals).toEqual([]);
  });

  it('refuses on the spot what the law forbids, and does not bother the server with it', () => {
    const { store, sent } = setUp(buildState(), { ...mara, role: 'viewer' });
    const settled = vi.fn();
    const { body } = store.propose(
      { type: 'annotation.create', annotationId, revisionId, mark: 'claim', passage: { start: 0, end: 8 } },
      settled,
    );
    expect(body).toBeUndefined();
    expect(sent).toEqual([]);
    expect(store.getView().visible.annotations).toEqual({});
    expect(store.getView().refusals).toEqual([]);
    const message = 'Viewers read, answer author queries and export; they do not change the check.';
    expect(settled).toHaveBeenCalledExactlyOnceWith({
      ok: false,
      error: expect.objectContaining({ code: 'FORBIDDEN', message }),
    });
  });

  it('keeps a change that no longer fits until the server has decided it', () => {
    const claim = annotationOn('412 million', { id: annotationId });
    const { store, sent, server } = setUp(buildState([claim]));
    store.propose({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    const theirs = server.execute(
      {
        commandId: id(500),
        type: 'annotation.change',
        annotationId,
        version: 1,
        changes: { mark: 'no_fact' },
      },
      lou,
    );
    store.receive([eventOf(theirs)]);
    expect(store.getView().visible.annotations[annotationId]?.mark).toBe('no_fact');
    expect(store.getView().pending).toHaveLength(1);
    const [command] = sent;
    if (command === undefined) throw new Error('Nothing was sent.');
    const answer = server.execute(command, mara);
    expect(answer).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });

  it('tells its listeners of each change until they leave', () => {
    const { store } = setUp();
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    const first = session[1];
    if (first === undefined) throw new Error('The session is empty.');
    store.propose(first);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    store.propose({ type: 'annotation.delete', annotationId, version: 1 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps new text, and all that came after it, until somebody takes it, and then has lost nothing', () => {
    const claim = annotationOn('412 million', { id: id(10) });
    const { store, sent, server } = setUp(buildState([claim]));
    const { revision, seq } = store.getView().confirmed;
    const by = { articleId: id(900), actor: { id: lou.userId, name: lou.name }, at: at(9) };
    const body: RevisedBody = {
      type: 'article.revised',
      revision: { id: id(902), number: 2, hash: '' },
      from: { id: revision.id, number: 1 },
      source: 'edited',
      reason: '',
      shifts: [{ start: 0, end: 0, length: 5 }],
      anchors: {},
      checks: {},
      drift: { exact: 1, moved: 0, touched: 0, orphaned: 0 },
    };
    const revised = { ...by, seq: seq + 1, commandId: id(300), revisionId: id(902), body };
    store.propose({ type: 'note.create', annotationId: id(10), noteId, body: plainToRichText('Mine.') });
    const [note] = sent;
    if (note === undefined) throw new Error('nothing was sent');
    const answered = { ...eventOf(server.execute(note, mara)), seq: seq + 2 };
    store.receive([answered]);
    expect(store.getView()).toMatchObject({ isBehind: true, newText: undefined });
    store.receive([revised]);
    expect(store.getView()).toMatchObject({ isBehind: false, newText: revised, visible: { revision } });
    expect(store.getView().visible.annotations[id(10)]).toMatchObject({
      notes: [{ id: noteId }],
      anchor: claim.anchor,
    });
    const next = { ...revision, id: id(902), number: 2, text: `Then ${revision.text}` };
    store.receive([], revising(next));
    const { visible, newText, pending } = store.getView();
    expect({ newText, pending, seq: visible.seq }).toEqual({ newText: undefined, pending: [], seq: seq + 2 });
    expect(visible.revision).toBe(next);
    expect(visible.annotations[id(10)]?.notes).toHaveLength(1);
    const { start = 0, end = 0 } = visible.annotations[id(10)]?.anchor ?? {};
    expect(next.text.slice(start, end)).toBe('412 million');
  });
});
