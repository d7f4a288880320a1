import { describe, expect, it } from 'vitest';
import { anchorAt } from './anchor';
import type { Annotation } from './annotation';
import { type Check, freshCheck } from './check';
import type { EventBody } from './events';
import { mayNotify, noticesOf } from './notification';
import { plainToRichText } from './rich-text';
import { plainProposal } from './testing/plain-proposal';
import type { Reply, Thread } from './thread';

const at = '2026-03-14T12:00:00.000Z';
const members = [
  { id: 'owner', role: 'owner' },
  { id: 'editor', role: 'editor' },
  { id: 'rhea', role: 'reviewer' },
  { id: 'ben', role: 'reviewer' },
  { id: 'vito', role: 'viewer' },
] as const;

const reply = (id: string, authorId: string, mentions: readonly string[] = []): Reply => ({
  id,
  body: plainToRichText('Who says so?'),
  mentions,
  authorId,
  createdAt: at,
  changedAt: at,
  version: 1,
});
const thread = (kind: Thread['kind'], replies: readonly Reply[]): Thread => ({
  id: 't',
  kind,
  authorId: replies[0]?.authorId ?? 'rhea',
  createdAt: at,
  resolved: null,
  version: 1,
  replies,
});
const said = (byId: string) => ({ byId, at });
const proposal = {
  ...plainProposal,
  rationale: '',
  revisionId: 'r',
  ...said('rhea'),
} as const;
const secondCheck = {
  id: 's',
  outcome: 'incorrect',
  verdict: null,
  note: '',
  suggestedWording: null,
  isBlind: false,
  ...said('ben'),
} as const;
const signOff = { ...said('editor'), revisionId: 'r', hash: 'h' };

function told(
  body: EventBody,
  actorId: string,
  before: { readonly check?: Partial<Check>; readonly threads?: readonly Thread[] } = {},
  team: readonly (typeof members)[number][] = members,
) {
  const annotation = { check: { ...freshCheck, ...before.check }, threads: before.threads ?? [] };
  const notices = noticesOf(body, { actorId, annotation, members: team });
  return Object.fromEntries(notices.map(({ userId, kind }) => [userId, kind]));
}
const check = (type: string, changes: Partial<Check> = {}): EventBody =>
  // the table below names the types of events about checks
  ({ type, annotationId: 'a', check: { ...freshCheck, ...changes }, reason: '' }) as EventBody;

describe('who is told', () => {
  it('tells the writers of a question, and whoever is mentioned in it of the mention alone', () => {
    const opened = (kind: Thread['kind'], mentions: readonly string[]): EventBody => ({
      type: 'thread.opened',
      annotationId: 'a',
      thread: thread(kind, [reply('1', 'rhea', mentions)]),
    });
    expect(told(opened('author_query', []), 'rhea')).toEqual({ vito: 'author_query' });
    expect(told(opened('author_query', ['vito', 'editor']), 'rhea')).toEqual({
      vito: 'mention',
      editor: 'mention',
    });
    expect(told(opened('discussion', []), 'rhea')).toEqual({});
  });

  it('never tells the actor, nobody twice, and nobody who is not in the team', () => {
    const opened: EventBody = {
      type: 'thread.opened',
      annotationId: 'a',
      thread: thread('discussion', [reply('1', 'rhea', ['rhea', 'ben', 'ben', 'stranger'])]),
    };
    expect(told(opened, 'rhea')).toEqual({ ben: 'mention' });
    expect(noticesOf(opened, { actorId: 'rhea', annotation: undefined, members })).toHaveLength(1);
  });

  it('tells the asker of an answer, and everybody in a discussion of a reply', () => {
    const replied: EventBody = {
      type: 'thread.replied',
      annotationId: 'a',
      threadId: 't',
      reply: reply('9', 'vito'),
      reopens: false,
    };
    const query = thread('author_query', [reply('1', 'rhea'), reply('2', 'ben')]);
    expect(told(replied, 'vito', { threads: [query] })).toEqual({ rhea: 'query_answered' });
    const discussion = thread('discussion', [reply('1', 'rhea'), reply('2', 'ben')]);
    expect(told(replied, 'ben', { threads: [discussion] })).toEqual({ rhea: 'reply' });
  });

  it('tells only those whom an edit newly mentions', () => {
    const changed: EventBody = {
      type: 'reply.changed',
      annotationId: 'a',
      threadId: 't',
      replyId: '1',
      version: 2,
      body: plainToRichText('Now'),
      mentions: ['ben', 'editor'],
      before: plainToRichText('Before'),
    };
    const threads = [thread('discussion', [reply('1', 'rhea', ['ben'])])];
    expect(told(changed, 'rhea', { threads })).toEqual({ editor: 'mention' });
  });

  it('tells a new assignee, and not the one who was it before or who takes it', () => {
    const plan = (assigneeId: string | null) => ({ plan: { ...freshCheck.plan, assigneeId } });
    expect(told(check('check.planned', plan('ben')), 'editor')).toEqual({ ben: 'assignment' });
    expect(told(check('check.planned', plan('ben')), 'ben')).toEqual({});
    expect(told(check('check.planned', plan('ben')), 'editor', { check: plan('ben') })).toEqual({});
    expect(told(check('check.planned', plan(null)), 'editor', { check: plan('ben') })).toEqual({});
  });

  it('asks the assignee for a second check, else the editors, else the owners', () => {
    const plan = { ...freshCheck.plan, assigneeId: 'ben' };
    expect(told(check('check.proposed', { plan }), 'rhea')).toEqual({ ben: 'second_check' });
    expect(told(check('check.proposed'), 'rhea')).toEqual({ editor: 'second_check' });
    const own = { plan: { ...plan, assigneeId: 'rhea' } };
    expect(told(check('check.proposed', own), 'rhea')).toEqual({ editor: 'second_check' });
    // Whose proposal was merged with it cannot confirm it either.
    const joined = [{ byId: 'ben', at: proposal.at }];
    const merged = { plan, proposal: { ...proposal, byId: 'rhea', joined } };
    expect(told(check('check.proposed', merged), 'rhea')).toEqual({ editor: 'second_check' });
    const withoutEditor = members.filter(({ id }) => id !== 'editor');
    expect(told(check('check.proposed'), 'rhea', {}, withoutEditor)).toEqual({ owner: 'second_check' });
  });

  it('tells both sides and the editors of a dispute, and its sides of the decision', () => {
    const before = { check: { proposal, secondChecks: [] } };
    expect(told(check('check.disputed', { status: 'disputed' }), 'ben', before)).toEqual({
      rhea: 'dispute',
      editor: 'dispute',
    });
    expect(told(check('check.reviewed', { status: 'disputed' }), 'ben', before)).toEqual({
      rhea: 'dispute',
      editor: 'dispute',
    });
    expect(told(check('check.reviewed', { status: 'second_check' }), 'ben', before)).toEqual({});
    const disputed = {
      check: { proposal, secondChecks: [secondCheck], dispute: { ...said('ben'), reason: '' } },
    };
    expect(told(check('check.decided'), 'editor', disputed)).toEqual({ rhea: 'decision', ben: 'decision' });
  });

  it('tells who signed and who proposed when a sign-off is undone or goes stale', () => {
    const before = { check: { proposal, signOff, status: 'signed_off' } } as const;
    const both = { editor: 'sign_off_undone', rhea: 'sign_off_undone' };
    expect(told(check('check.reopened'), 'ben', before)).toEqual(both);
    expect(told(check('check.reopened'), 'editor', { check: { proposal } })).toEqual({});
    const deleted: EventBody = {
      type: 'evidence.deleted',
      annotationId: 'a',
      evidenceId: 'e',
      version: 2,
      check: { ...freshCheck, status: 'stale' },
    };
    expect(told(deleted, 'ben', before)).toEqual(both);
    const stale = { check: { ...before.check, status: 'stale' } } as const;
    expect(told(check('check.released', { status: 'stale' }), 'ben', stale)).toEqual({});
    expect(told(check('check.reopened'), 'ben', stale)).toEqual({});
    const withdrawn: EventBody = {
      type: 'article.sign_off_withdrawn',
      reason: 'A mistake',
      before: { ...said('owner'), revisionId: 'r', seq: 9, waivers: [], override: null },
    };
    expect(told(withdrawn, 'editor')).toEqual({ owner: 'sign_off_undone' });
  });

  it('does not trouble the database for what can concern nobody else', () => {
    const created: EventBody = {
      type: 'annotation.created',
      annotation: {
        id: 'a',
        anchor: anchorAt({ id: 'r', text: 'Words' }, { start: 0, end: 5 }),
      } as Annotation /* only the type of the event is looked at */,
    };
    expect(mayNotify(created)).toBe(false);
    expect(mayNotify(check('check.begun'))).toBe(false);
    expect(told(check('check.begun'), 'rhea')).toEqual({});
  });
});
