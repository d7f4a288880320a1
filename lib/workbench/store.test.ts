import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { commandSchema } from '@/lib/domain/commands';
import { type RevisedBody, revising } from '@/lib/domain/revised';
import { plainToRichText } from '@/lib/domain/rich-text';
import { annotationOn, at, buildState, changeByLou, id, lou, mara, revisionId } from './testing/build-state';

import { editor, eventOf, setUp, timeless } from './testing/store-desk';
import { annotationId, colleaguesClaims, noteId, proposedId, session } from './testing/work-session';

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
    const theirs = server.execute(changeByLou(annotationId), lou);
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
