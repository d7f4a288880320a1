import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor';
import { type Check, type CheckStatus, checkStatuses, freshCheck } from '../check';
import type { Role } from '../team';
import {
  agreeing,
  article,
  at,
  claim,
  claimId,
  confirmed,
  happening,
  idOf,
  people,
  proposal,
  rating,
  refusalOf,
  revisionId,
  sentence,
  theClaim,
  type Wish,
} from '../testing/desk';
import { actsFrom, type CheckAct, checkActs, refusalOfAct } from './check-laws';

const said = { byId: people.tom.userId, at };
const signOff = { byId: people.editor.userId, at, revisionId, hash: 'h' };
const staleness = { ...said, cause: 'evidence', detail: 'added' };
const confirmedOnce = { proposal, secondChecks: [agreeing(people.ines)] };

/** A check as it stands in each status. */
const checks: Record<CheckStatus, Check> = {
  unchecked: freshCheck,
  assigned: {
    ...freshCheck,
    status: 'assigned',
    plan: { ...freshCheck.plan, assigneeId: people.tom.userId },
  },
  in_progress: { ...freshCheck, status: 'in_progress', holder: said },
  awaiting_source: {
    ...freshCheck,
    status: 'awaiting_source',
    waiting: { ...said, on: 'source', reason: 'r' },
  },
  awaiting_author: {
    ...freshCheck,
    status: 'awaiting_author',
    waiting: { ...said, on: 'author', reason: 'r' },
  },
  awaiting_reply: { ...freshCheck, status: 'awaiting_reply', waiting: { ...said, on: 'reply', reason: 'r' } },
  proposed: { ...freshCheck, status: 'proposed', proposal },
  second_check: { ...freshCheck, ...confirmedOnce, status: 'second_check' },
  signed_off: { ...freshCheck, ...confirmedOnce, status: 'signed_off', signOff },
  disputed: { ...freshCheck, ...confirmedOnce, status: 'disputed', dispute: { ...said, reason: 'No.' } },
  stale: { ...freshCheck, ...confirmedOnce, status: 'stale', signOff, staleness },
  orphaned: { ...freshCheck, status: 'orphaned' },
  reopened: { ...freshCheck, status: 'reopened', proposal, reopened: { ...said, reason: 'New source.' } },
};

/** What each act needs to be complete. */
const wishes: Record<CheckAct, Wish> = {
  plan: { type: 'check.plan', annotationId: claimId, version: 1, changes: { priority: 'high' } },
  begin: { type: 'check.begin', annotationId: claimId, version: 1 },
  release: { type: 'check.release', annotationId: claimId, version: 1 },
  wait: { type: 'check.wait', annotationId: claimId, version: 1, on: 'source', reason: 'Asked the port.' },
  resume: { type: 'check.resume', annotationId: claimId, version: 1 },
  propose: { type: 'check.propose', annotationId: claimId, version: 1, fields: confirmed },
  join: { type: 'check.join', annotationId: claimId, version: 1, fields: confirmed },
  withdraw: { type: 'check.withdraw', annotationId: claimId, version: 1, reason: 'Too early.' },
  review: {
    type: 'check.review',
    annotationId: claimId,
    version: 1,
    secondCheckId: idOf(71),
    fields: { outcome: 'confirmed', verdict: rating('true'), note: '', suggestedWording: null },
  },
  dispute: { type: 'check.dispute', annotationId: claimId, version: 1, reason: 'The page says 421.' },
  decide: {
    type: 'check.decide',
    annotationId: claimId,
    version: 1,
    upholds: 'proposal',
    note: 'It is 412.',
  },
  sign_off: { type: 'check.sign_off', annotationId: claimId, version: 1 },
  reopen: { type: 'check.reopen', annotationId: claimId, version: 1, reason: 'A new source.' },
  recheck: { type: 'check.recheck', annotationId: claimId, version: 1 },
};

/** In the order of `checkStatuses`, which is that of the product: y for yes, written down apart from the laws. */
const possible: Record<CheckAct, string> = {
  //         u a i ws wa wr p 2 s d st o r
  plan: '    y y y y  y  y  y y . y y  y y',
  begin: '   y y y y  y  y  . . . y y  . y',
  release: ' y y y y  y  y  . . . y y  . y',
  wait: '    y y y .  .  .  . . . . .  . y',
  resume: '  . . . y  y  y  . . . . .  . .',
  propose: ' y y y y  y  y  . . . . .  . y',
  join: '    . . . .  .  .  y . . . .  . .',
  withdraw: '. . . .  .  .  y . . . .  . .',
  review: '  . . . .  .  .  y y . . .  . .',
  dispute: ' . . . .  .  .  y y y . .  . .',
  decide: '  . . . .  .  .  . . . y .  . .',
  sign_off: '. . . .  .  .  . y . . .  . .',
  reopen: '  . . . .  .  .  y y y y y  . .',
  recheck: ' . . . .  .  .  . . . . y  . .',
};
const isPossible = (act: CheckAct, status: CheckStatus): boolean =>
  possible[act].replaceAll(' ', '')[checkStatuses.indexOf(status)] === 'y';

const roles: readonly Role[] = ['owner', 'editor', 'reviewer', 'viewer'];
const relations = ['a stranger', 'the proposer', 'a second checker', 'the holder'] as const;
type Relation = (typeof relations)[number];

/** The same check with the actor in a place of it. */
function placed(check: Check, relation: Relation, { userId: byId }: Actor): Check {
  switch (relation) {
    case 'a stranger':
      return check;
    case 'the proposer':
      return check.proposal === null ? check : { ...check, proposal: { ...check.proposal, byId } };
    case 'a second checker':
      return { ...check, secondChecks: check.secondChecks.map((item) => ({ ...item, byId })) };
    case 'the holder':
      return { ...check, holder: { byId, at } };
  }
}

/** Whether the rules of the desk let somebody do it, in plain words. */
function isAllowed(act: CheckAct, role: Role, relation: Relation, check: Check): boolean {
  if (role === 'viewer') return false;
  const isEditor = role === 'owner' || role === 'editor';
  if ((act === 'decide' || act === 'sign_off') && !isEditor) return false;
  if (!isPossible(act, check.status)) return false;
  const isProposer = relation === 'the proposer' && check.proposal !== null;
  const isSecond = relation === 'a second checker' && check.secondChecks.length > 0;
  switch (act) {
    case 'begin':
      return relation !== 'the holder';
    case 'release':
      return relation === 'the holder' || (check.holder !== null && isEditor);
    case 'withdraw':
      return isProposer || isEditor;
    case 'join':
      return !isProposer;
    case 'review':
      return !isProposer && !isSecond;
    case 'sign_off':
    case 'decide':
      return !isProposer;
    default:
      return true;
  }
}

describe.each(checkActs)('%s', (act) => {
  it.each(checkStatuses)('while %s is for exactly those who may, and says why to all others', (status) => {
    for (const role of roles) {
      for (const relation of relations) {
        const actor: Actor = { ...people.mara, userId: idOf(999), name: 'The actor', role };
        const annotation = claim(placed(checks[status], relation, actor));
        const state = article(annotation);
        const wanted = isAllowed(act, role, relation, annotation.check);
        const where = `${role}, ${relation}`;
        if (wanted) {
          expect(refusalOfAct(act, actor, annotation), where).toBeUndefined();
          const { type } = happening(state, actor, wishes[act]);
          expect(type.startsWith('check.'), where).toBe(true);
        } else {
          const refusal = refusalOf(() => happening(state, actor, wishes[act]));
          expect(refusal.message, where).toMatch(sentence);
          // The screen says before the click what the server says after it; only deciding for one’s own side shows
          // once a side is chosen.
          const onScreen = refusalOfAct(act, actor, annotation);
          if (act !== 'decide' || onScreen !== undefined) expect(onScreen, where).toBe(refusal.message);
        }
      }
    }
  });
});

describe('every act', () => {
  it('begins where the table of the product says, and nowhere else', () => {
    for (const act of checkActs)
      for (const status of checkStatuses)
        expect(actsFrom[act].includes(status), `${act} ${status}`).toBe(isPossible(act, status));
  });

  it.each(checkActs)('%s is for claims and sourced facts only', (act) => {
    const status = actsFrom[act][0] ?? 'unchecked';
    for (const mark of ['opinion', 'no_fact'] as const) {
      const state = article(claim(checks[status], { mark }));
      expect(refusalOf(() => happening(state, people.editor, wishes[act])).message).toBe(
        'Only claims and sourced facts are checked. Change the mark first.',
      );
    }
    const holder = act === 'release' ? { holder: said } : {};
    const fact = article(claim({ ...checks[status], ...holder }, { mark: 'sourced_fact' }));
    expect(happening(fact, people.editor, wishes[act]).type).toMatch(/^check\./);
  });

  it.each(checkActs)(
    '%s is refused when somebody has been there meanwhile, with what is there now',
    (act) => {
      const annotation = claim({ ...checks[actsFrom[act][0] ?? 'unchecked'], version: 2 });
      const refusal = refusalOf(() => happening(article(annotation), people.editor, wishes[act]));
      expect(refusal.code).toBe('STALE');
      expect(refusal.details).toEqual({ current: annotation.check });
    },
  );

  it.each(checkActs)('%s makes a new version and says who and when', (act) => {
    const status = actsFrom[act][0] ?? 'unchecked';
    const holder = act === 'release' ? { holder: said } : {};
    const body = happening(article(claim({ ...checks[status], ...holder })), people.editor, wishes[act]);
    if (!('check' in body) || body.check === undefined) throw new Error('The event has no check.');
    expect(body.check.version).toBe(2);
    const where: Partial<Record<CheckAct, keyof Check>> = {
      begin: 'holder',
      wait: 'waiting',
      propose: 'proposal',
      join: 'proposal',
      dispute: 'dispute',
      decide: 'decision',
      sign_off: 'signOff',
      reopen: 'reopened',
      recheck: 'proposal',
    };
    const part = where[act];
    if (part !== undefined) expect(body.check[part]).toMatchObject({ byId: people.editor.userId, at });
  });
});

describe('a plan', () => {
  const plan = (changes: Extract<Wish, { type: 'check.plan' }>['changes']): Wish => ({
    type: 'check.plan',
    annotationId: claimId,
    version: 1,
    changes,
  });

  it('assigns an unchecked claim and takes that back, and moves nothing that has begun', () => {
    const planned = (check: Partial<Check>, assigneeId: string | null) =>
      happening(article(claim(check)), people.mara, plan({ assigneeId }));
    expect(planned({}, people.tom.userId)).toMatchObject({ check: { status: 'assigned' } });
    expect(planned(checks.assigned, null)).toMatchObject({ check: { status: 'unchecked' } });
    expect(planned(checks.proposed, people.tom.userId)).toMatchObject({ check: { status: 'proposed' } });
  });

  it('tells what it changed', () => {
    const body = happening(article(claim()), people.mara, plan({ priority: 'urgent', depth: 'standard' }));
    expect(body).toMatchObject({ before: { priority: 'normal' } });
    expect(body).not.toHaveProperty('before.depth');
  });

  it('refuses a viewer, and somebody who is not in the team', () => {
    const assigned = (assigneeId: string) =>
      refusalOf(() => happening(article(claim()), people.mara, plan({ assigneeId }))).message;
    expect(assigned(people.writer.userId)).toBe('Wim is a viewer and cannot check claims.');
    expect(assigned(idOf(999))).toBe('This person is not in the team any more.');
  });

  it('lets nobody but another editor take a risk flag away once an outcome is proposed', () => {
    const risky = (status: 'in_progress' | 'proposed', by = people.mara) =>
      article(
        claim({
          ...checks[status],
          plan: { ...freshCheck.plan, riskFlags: ['legal', 'health'] },
          ...(status === 'proposed' && { proposal: { ...proposal, byId: by.userId } }),
        }),
      );
    const unflag = plan({ riskFlags: ['legal'] });
    expect(happening(risky('in_progress'), people.mara, unflag).type).toBe('check.planned');
    expect(happening(risky('proposed'), people.editor, unflag).type).toBe('check.planned');
    expect(
      happening(risky('proposed'), people.mara, plan({ riskFlags: ['legal', 'health', 'minors'] })).type,
    ).toBe('check.planned');
    expect(refusalOf(() => happening(risky('proposed'), people.mara, unflag)).message).toBe(
      'Once an outcome is proposed, only an editor can take a risk flag away.',
    );
    expect(refusalOf(() => happening(risky('proposed', people.editor), people.editor, unflag)).message).toBe(
      'You proposed the outcome. Another editor must take the risk flag away.',
    );
  });
});

describe('what an act leaves behind', () => {
  const done = (act: CheckAct, check: Check) => {
    const body = happening(article(claim(check)), people.editor, wishes[act]);
    if (!('check' in body) || body.check === undefined) throw new Error('The event has no check.');
    return body.check;
  };

  it('keeps a withdrawn proposal to begin from, and nothing of the round', () => {
    const withdrawn = done('withdraw', { ...checks.proposed, staleness });
    expect(withdrawn).toMatchObject({ status: 'in_progress', secondChecks: [], staleness: null });
    expect(withdrawn.proposal).toMatchObject({ rationale: confirmed.rationale });
  });

  it('ends a sign-off by a dispute and by reopening', () => {
    expect(done('dispute', checks.signed_off)).toMatchObject({ status: 'disputed', signOff: null });
    expect(done('reopen', checks.signed_off)).toMatchObject({
      status: 'reopened',
      signOff: null,
      secondChecks: [],
    });
  });

  it('takes over from whoever was on the claim', () => {
    expect(done('begin', checks.in_progress).holder?.byId).toBe(people.editor.userId);
    expect(done('begin', checks.awaiting_reply)).toMatchObject({ status: 'awaiting_reply' });
    expect(done('begin', checks.reopened)).toMatchObject({ status: 'in_progress' });
  });

  it('keeps who proposed first when a claim is checked again, and starts a new round', () => {
    const again = done('recheck', checks.stale);
    expect(again).toMatchObject({
      status: 'proposed',
      secondChecks: [],
      signOff: null,
      staleness: null,
      proposal: { byId: people.editor.userId, first: { byId: people.mara.userId, at }, seenBy: 'everybody' },
    });
    expect(theClaim(article(claim(again))).check.proposal).not.toBeNull();
    const twice = done('recheck', { ...checks.stale, proposal: again.proposal });
    expect(twice.proposal).toMatchObject({ first: { byId: people.mara.userId } });
  });
});
