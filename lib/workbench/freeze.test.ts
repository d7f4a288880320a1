import { expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import type { Command } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import { can, frozenSentence } from '@/lib/domain/policy';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Session } from '@/lib/domain/session';
import type { Proposal } from './proposal';
import { createStore } from './store';
import { articleId, at, buildState, id, lou, mara, revisionId } from './testing/build-state';

const annotationId = id(10);
const mark: Proposal = {
  type: 'annotation.create',
  annotationId,
  revisionId,
  mark: 'claim',
  passage: { start: 0, end: 30 },
};
const note: Proposal = {
  type: 'note.create',
  annotationId,
  noteId: id(11),
  body: plainToRichText('Typed while the freeze was called.'),
};
const open: Session = {
  id: id(20),
  goal: 'Check it',
  deadlineAt: null,
  participantIds: [mara.userId],
  firstCome: false,
  openedById: lou.userId,
  openedAt: at(0),
  openedSeq: 1,
  coverageAtOpen: { decided: 0, total: 4 },
  frozenAt: null,
  closing: null,
  version: 1,
};

function setUp(session: Session) {
  const sent: Command[] = [];
  let made = 100;
  const store = createStore({
    state: { ...buildState(), session },
    actor: mara,
    now: () => at(10),
    newId: () => id(++made),
    send: (command) => sent.push(command),
  });
  return { store, sent };
}

it('refuses on the spot what a frozen article forbids, and sends nothing', async () => {
  const { store, sent } = setUp({ ...open, frozenAt: at(5) });
  const before = store.getView().visible;
  const answer = await new Promise((resolve) => {
    expect(store.propose(mark, resolve).body).toBeUndefined();
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID', message: frozenSentence } });
  expect(store.getView().visible).toEqual(before);
  expect(sent).toEqual([]);
});

it('lets everything through until the last call is over', () => {
  const { store, sent } = setUp({ ...open, frozenAt: at(11) });
  expect(store.propose(mark).body).toBeDefined();
  expect(sent).toHaveLength(1);
});

it('keeps what was typed and on its way when the freeze came first', () => {
  const { store } = setUp(open);
  store.propose(mark);
  const { commandId } = store.propose(note);
  const frozen: ArticleEvent = {
    articleId,
    seq: 2,
    commandId: id(200),
    actor: { id: lou.userId, name: lou.name },
    revisionId,
    at: at(9),
    body: { type: 'session.frozen', session: { ...open, frozenAt: at(9), version: 2 } },
  };
  store.receive([frozen]);
  const { visible, pending } = store.getView();
  expect(visible.annotations[annotationId]).toBeUndefined();
  expect(pending).toHaveLength(2);
  store.refuse(commandId, { code: 'INVALID', message: frozenSentence, id: '' });
  expect(JSON.stringify(store.getView().refusals)).toContain('Typed while the freeze was called.');
});

it('offers nothing on a frozen article that changes it, and a session’s own acts as ever', () => {
  const owner: Actor = { ...mara, role: 'owner', isKeptOut: true };
  for (const action of ['annotation.create', 'check.sign_off', 'thread.reply', 'article.delete'] as const)
    expect(can(owner, action)).toEqual({ allowed: false, reason: frozenSentence });
  for (const action of ['article.read', 'session.thaw', 'session.close', 'report.export'] as const)
    expect(can(owner, action)).toEqual({ allowed: true });
});
