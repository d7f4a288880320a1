import { describe, expect, it } from 'vitest';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { createHistory, type Step } from './history';
import type { Proposal } from './proposal';
import { createStore } from './store';
import { annotationOn, at, buildState, changeByLou, id, lou, mara, revisionId } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const claim = annotationOn('412 million', { id: annotationId });

/** A workbench whose server answers at once. */
function setUp(state = buildState([claim]), actor = mara) {
  const server = createFakeServer(state);
  let made = 100;
  const store = createStore({
    state,
    actor,
    now: () => at(5),
    newId: () => id(++made),
    send: (command) => {
      queueMicrotask(() => {
        const answer = server.execute(command, actor);
        if (answer.ok) store.receive([answer.event]);
        else store.refuse(command.commandId, answer.error);
      });
    },
  });
  const history = createHistory(
    () => store.getView().visible,
    () => actor,
  );
  async function act(proposal: Proposal, how: 'fresh' | 'undo' | 'redo' = 'fresh'): Promise<string> {
    const { visible } = store.getView();
    const { commandId, body } = store.propose(proposal);
    if (body === undefined) throw new Error(`${proposal.type} was refused.`);
    const before = 'annotationId' in body ? visible.annotations[body.annotationId]?.check : undefined;
    history.record({ commandId, at: at(5), body, before }, how);
    await Promise.resolve();
    return commandId;
  }
  async function take(step: Step, how: 'undo' | 'redo'): Promise<Step['kind']> {
    if (step.kind === 'step') for (const proposal of step.proposals) await act(proposal, how);
    return step.kind;
  }
  const shown = () => store.getView().visible.annotations;
  return { store, server, history, act, take, shown };
}

const fields = {
  type: 'dataset' as const,
  tier: 'primary' as const,
  stance: 'supports' as const,
  title: 'Budget 2021',
  address: null,
  quote: null,
  locator: null,
  accessedOn: null,
  ...noDepth,
};
const proposed = plainProposal;
const flagged = {
  ...claim,
  notes: [
    {
      id: id(20),
      body: plainToRichText('First.'),
      authorId: mara.userId,
      createdAt: at(1),
      changedAt: at(1),
      version: 1,
    },
  ],
  evidence: [
    { ...fields, id: id(21), authorId: mara.userId, createdAt: at(1), changedAt: at(1), version: 1 },
  ],
  flags: [
    {
      id: id(22),
      reason: 'Look',
      priority: 'low' as const,
      raisedById: mara.userId,
      raisedAt: at(1),
      looked: null,
      version: 1,
    },
  ],
};

describe('history of one’s own acts', () => {
  it.each<[string, Proposal]>([
    [
      'a new mark',
      {
        type: 'annotation.create',
        annotationId: id(11),
        revisionId,
        mark: 'claim',
        passage: { start: 0, end: 8 },
      },
    ],
    [
      'a change of mark',
      { type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } },
    ],
    [
      'a change of passage',
      { type: 'annotation.change', annotationId, version: 1, changes: { passage: { start: 0, end: 8 } } },
    ],
    [
      'claim fields',
      { type: 'annotation.change', annotationId, version: 1, changes: { claim: { claimant: 'The port' } } },
    ],
    [
      'a link to another claim',
      { type: 'annotation.change', annotationId: id(19), version: 1, changes: { partOfId: annotationId } },
    ],
    ['a deleted mark', { type: 'annotation.delete', annotationId, version: 1 }],
    ['a new note', { type: 'note.create', annotationId, noteId: id(30), body: plainToRichText('x') }],
    [
      'a changed note',
      { type: 'note.change', annotationId, noteId: id(20), version: 1, body: plainToRichText('y') },
    ],
    ['a deleted note', { type: 'note.delete', annotationId, noteId: id(20), version: 1 }],
    ['new evidence', { type: 'evidence.create', annotationId, evidenceId: id(31), fields }],
    [
      'changed evidence',
      {
        type: 'evidence.change',
        annotationId,
        evidenceId: id(21),
        version: 1,
        changes: { locator: 'p. 2' },
      },
    ],
    ['deleted evidence', { type: 'evidence.delete', annotationId, evidenceId: id(21), version: 1 }],
    [
      'a changed flag',
      { type: 'flag.change', annotationId, flagId: id(22), version: 1, changes: { priority: 'high' } },
    ],
    ['a flag looked at', { type: 'flag.look', annotationId, flagId: id(22), version: 1, note: '' }],
  ])('takes back %s, and does it again', async (_name, proposal) => {
    const other = annotationOn('soil survey', { id: id(19) });
    const { history, act, take, shown, server } = setUp(buildState([flagged, other]));
    const before = worth(shown());
    await act(proposal);
    const after = worth(shown());
    expect(after).not.toEqual(before);
    expect(await take(history.undo(), 'undo')).toBe('step');
    expect(worth(shown())).toEqual(before);
    if (proposal.type !== 'flag.look') {
      expect(await take(history.redo(), 'redo')).toBe('step');
      expect(worth(shown())).toEqual(after);
      expect(await take(history.undo(), 'undo')).toBe('step');
      expect(worth(shown())).toEqual(before);
    }
    expect(worth(server.getState().annotations)).toEqual(before);
  });

  it('takes acts back in reverse, and a fresh act ends what could be redone', async () => {
    const { history, act, take, shown } = setUp();
    await act({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    await act({ type: 'annotation.change', annotationId, version: 2, changes: { mark: 'no_fact' } });
    await take(history.undo(), 'undo');
    expect(shown()[annotationId]?.mark).toBe('opinion');
    await take(history.undo(), 'undo');
    expect(shown()[annotationId]?.mark).toBe('claim');
    await act({ type: 'annotation.change', annotationId, version: 5, changes: { mark: 'sourced_fact' } });
    expect(history.redo()).toEqual({ kind: 'nothing' });
  });

  it('never overwrites what a colleague made of it since', async () => {
    const { history, act, store, server, shown } = setUp();
    await act({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    const theirs = server.execute(changeByLou(annotationId, 2), lou);
    if (theirs.ok) store.receive([theirs.event]);
    expect(history.undo()).toEqual({ kind: 'impossible', reason: 'changed' });
    expect(shown()[annotationId]?.mark).toBe('no_fact');
  });

  it('does not take away a mark that a colleague has written a note on', async () => {
    const { history, act, store, server } = setUp();
    await act({
      type: 'annotation.create',
      annotationId: id(11),
      revisionId,
      mark: 'claim',
      passage: { start: 0, end: 8 },
    });
    const theirs = server.execute(
      {
        commandId: id(500),
        type: 'note.create',
        annotationId: id(11),
        noteId: id(501),
        body: plainToRichText('!'),
      },
      lou,
    );
    if (theirs.ok) store.receive([theirs.event]);
    expect(history.undo()).toEqual({ kind: 'impossible', reason: 'changed' });
  });

  it('takes back one act by name, as the toast does, and leaves later ones', async () => {
    const { history, act, take, shown } = setUp();
    const first = await act({
      type: 'annotation.create',
      annotationId: id(11),
      revisionId,
      mark: 'claim',
      passage: { start: 0, end: 8 },
    });
    await act({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
    await take(history.undo(first), 'undo');
    expect(Object.keys(shown())).toEqual([annotationId]);
    expect(shown()[annotationId]?.mark).toBe('opinion');
    expect(history.undo(first)).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['that was lost', { state: 'orphaned' as const, revisionId: id(950), drift: 'deleted' }, 'chosen'],
    ['whose words have changed', { state: 'touched' as const, before: '400 million' }, 'accepted'],
  ])('takes back what was decided about a passage %s, and does it again', async (_name, waiting, how) => {
    const anchor = { ...claim.anchor, ...waiting };
    const { store, server, history, act, take, shown } = setUp(buildState([{ ...claim, anchor }]));
    const commandId = await act(
      how === 'accepted'
        ? { type: 'annotation.accept_anchor', annotationId, version: 1 }
        : {
            ...{ type: 'annotation.change', annotationId, version: 1 },
            changes: { passage: { start: 0, end: 8 } },
          },
    );
    const decided = shown()[annotationId]?.anchor;
    expect(decided?.state).toBe('exact');
    const step = history.undo();
    expect(step).toMatchObject({ proposals: [{ type: 'annotation.put_back', changeId: commandId, anchor }] });
    expect(await take(step, 'undo')).toBe('step');
    expect(shown()[annotationId]?.anchor).toEqual(anchor);
    expect(await take(history.redo(), 'redo')).toBe('step');
    expect(shown()[annotationId]?.anchor).toMatchObject({ exact: decided?.exact, state: 'exact' });
    expect(store.getView().visible).toEqual(server.getState());
  });

  it('takes a plan back and leaves what somebody else planned', async () => {
    const { server, store, history, act, take, shown } = setUp();
    const plan = () => shown()[annotationId]?.check.plan;
    await act({ type: 'check.plan', annotationId, version: 1, changes: { priority: 'urgent' } });
    const theirs = server.execute(
      {
        commandId: id(600),
        type: 'check.plan',
        annotationId,
        version: 2,
        changes: { depth: 'deep' },
      },
      lou,
    );
    if (theirs.ok) store.receive([theirs.event]);
    expect(plan()).toMatchObject({ priority: 'urgent', depth: 'deep' });
    expect(await take(history.undo(), 'undo')).toBe('step');
    expect(plan()).toMatchObject({ priority: 'normal', depth: 'deep' });

    await act({ type: 'check.plan', annotationId, version: 4, changes: { priority: 'high' } });
    const over = server.execute(
      { commandId: id(601), type: 'check.plan', annotationId, version: 5, changes: { priority: 'low' } },
      lou,
    );
    if (over.ok) store.receive([over.event]);
    expect(history.undo()).toEqual({ kind: 'impossible', reason: 'changed' });
  });

  const about = { annotationId, version: 1 } as const;
  const waits: Proposal = { type: 'check.wait', ...about, on: 'author', reason: 'Asked by phone.' };
  it.each<[string, readonly Proposal[], string]>([
    ['taking a claim', [{ type: 'check.begin', ...about }], 'check.begin'],
    ['waiting for somebody', [waits], 'check.wait'],
    ['going on', [waits, { type: 'check.resume', ...about, version: 2 }], 'check.resume'],
    ['a proposal', [{ type: 'check.propose', ...about, fields: proposed }], 'check.propose'],
    [
      'a withdrawal of one’s own proposal',
      [
        { type: 'check.propose', ...about, fields: proposed },
        { type: 'check.withdraw', ...about, version: 2, reason: 'A slip.' },
      ],
      'check.withdraw',
    ],
  ])('takes back %s in a check by the opposite step, and does it again', async (_name, steps, last) => {
    const { history, act, take, shown, server, store } = setUp();
    for (const step of steps) await act(step);
    const check = () => worth(shown()[annotationId]?.check ?? {});
    const status = () => shown()[annotationId]?.check.status;
    const after = check();
    const reached = status();
    expect(await take(history.undo(), 'undo')).toBe('step');
    expect(check()).not.toEqual(after);
    expect(await take(history.redo(), 'redo')).toBe('step');
    expect(status()).toBe(reached);
    expect(store.getView().visible).toEqual(server.getState());
    expect(last).toBe(steps.at(-1)?.type);
  });

  it('says that a second check stays in the record, and takes back what was before it at the next try', async () => {
    const { store, server, history, act, take, shown } = setUp();
    const theirs = server.execute(
      { commandId: id(600), type: 'check.propose', ...about, fields: proposed },
      lou,
    );
    if (theirs.ok) store.receive([theirs.event]);
    await act({ type: 'check.plan', annotationId, version: 2, changes: { priority: 'high' } });
    await act({
      type: 'check.review',
      annotationId,
      version: 3,
      secondCheckId: id(700),
      fields: { outcome: 'confirmed', verdict: null, note: '', suggestedWording: null },
    });
    expect(history.undo()).toEqual({ kind: 'impossible', reason: 'recorded' });
    expect(shown()[annotationId]?.check.secondChecks).toHaveLength(1);
    expect(await take(history.undo(), 'undo')).toBe('step');
    expect(shown()[annotationId]?.check.plan.priority).toBe('normal');
  });

  it('does not take a proposal back that somebody has second-checked since', async () => {
    const { store, server, history, act } = setUp();
    await act({ type: 'check.propose', ...about, fields: proposed });
    const theirs = server.execute(
      {
        commandId: id(600),
        type: 'check.review',
        annotationId,
        version: 2,
        secondCheckId: id(700),
        fields: { outcome: 'confirmed', verdict: null, note: '', suggestedWording: null },
      },
      lou,
    );
    if (theirs.ok) store.receive([theirs.event]);
    expect(history.undo()).toEqual({ kind: 'impossible', reason: 'changed' });
  });

  it('forgets an act that was refused', async () => {
    const { history, act } = setUp();
    const commandId = await act({
      type: 'annotation.change',
      annotationId,
      version: 1,
      changes: { mark: 'opinion' },
    });
    history.forget(commandId);
    expect(history.undo()).toEqual({ kind: 'nothing' });
  });
});

/** What a reader would call the same: everything but times and versions. */
function worth(annotations: object): unknown {
  return JSON.parse(
    JSON.stringify(annotations, (key, value: unknown) =>
      ['createdAt', 'changedAt', 'at', 'version'].includes(key) ? 0 : value,
    ),
  );
}
