import { describe, expect, it } from 'vitest';
import { agrees, type Check, confirmersOf, freshCheck, requiredSecondChecks, riskFlags } from '../check';
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
  rating,
  refusalOf,
  revisionId,
  stateAfter,
  theClaim,
  type Wish,
} from '../testing/desk';
import type { Thread } from '../thread';
import { refusalOfAct, warningsBeforeSignOff } from './check-laws';

const { mara, tom, ines, editor, owner } = people;
const seconded = (check: Partial<Check> = {}): Partial<Check> => ({
  status: 'second_check',
  proposal,
  secondChecks: [agreeing(tom)],
  ...check,
});
const risky: Check['plan'] = { ...freshCheck.plan, riskFlags: ['legal'] };
const signOff: Wish = { type: 'check.sign_off', annotationId: claimId, version: 1 };
const decision = { byId: editor.userId, at, note: 'It is 412.', overruled: null };
const query = (resolved: Thread['resolved'] = null, kind: Thread['kind'] = 'author_query'): Thread => ({
  id: idOf(80),
  kind,
  authorId: tom.userId,
  createdAt: at,
  resolved,
  version: 1,
  replies: [question],
});

describe('who stands behind a proposal', () => {
  const confirmers = (check: Partial<Check>) => [...confirmersOf({ ...freshCheck, ...check })];

  it('is each agreeing second checker once, and the editor who decided', () => {
    expect(confirmers({ proposal })).toEqual([]);
    expect(confirmers(seconded())).toEqual([tom.userId]);
    expect(confirmers(seconded({ secondChecks: [agreeing(tom), agreeing(tom, 71)] }))).toEqual([tom.userId]);
    expect(confirmers(seconded({ secondChecks: [{ ...agreeing(tom), outcome: 'cut' }] }))).toEqual([]);
    expect(confirmers(seconded({ decision }))).toEqual([tom.userId, editor.userId]);
  });

  it('is never the proposer, neither of now nor of before it was checked again', () => {
    expect(confirmers(seconded({ secondChecks: [agreeing(mara)] }))).toEqual([]);
    const again = { ...proposal, byId: tom.userId, first: { byId: mara.userId, at } };
    expect(confirmers({ proposal: again, secondChecks: [agreeing(mara), agreeing(ines, 71)] })).toEqual([
      ines.userId,
    ]);
    expect(confirmers(seconded({ decision: { ...decision, byId: mara.userId }, secondChecks: [] }))).toEqual(
      [],
    );
  });

  it('is everybody who recorded something, where the proposal is sealed', () => {
    const sealed = { sealed: true, byId: mara.userId, at } as const;
    expect(confirmers({ proposal: sealed, secondChecks: [{ ...sealed, byId: tom.userId }] })).toEqual([
      tom.userId,
    ]);
  });

  it.each(riskFlags)('must be two people for the risk flag %s', (flag) => {
    expect(requiredSecondChecks(freshCheck)).toBe(1);
    expect(requiredSecondChecks({ ...freshCheck, plan: { ...freshCheck.plan, riskFlags: [flag] } })).toBe(2);
  });
});

describe('agreement', () => {
  const on = (key: string, internal: 'true' | 'false', scaleId = idOf(5)) => ({
    outcome: 'incorrect' as const,
    verdict: { scaleId, scaleVersion: 1, key, label: key, internal },
  });

  it('is the same outcome with the same step of one scale, or the same meaning on two', () => {
    expect(agrees(on('false', 'false'), on('false', 'false'))).toBe(true);
    expect(agrees(on('false', 'false'), on('pants_on_fire', 'false'))).toBe(false);
    expect(agrees(on('false', 'false'), on('refuted', 'false', idOf(6)))).toBe(true);
    expect(agrees(on('false', 'false'), on('supported', 'true', idOf(6)))).toBe(false);
    expect(agrees(on('false', 'false'), { ...on('false', 'false'), outcome: 'cut' })).toBe(false);
  });

  it('is not there between a rating and none', () => {
    const none = { outcome: 'incorrect' as const, verdict: null };
    expect(agrees(none, none)).toBe(true);
    expect(agrees(none, on('false', 'false'))).toBe(false);
    expect(agrees(on('false', 'false'), none)).toBe(false);
  });
});

describe('a sign-off', () => {
  const refused = (check: Partial<Check>, actor = editor, threads: readonly Thread[] = []) =>
    refusalOf(() => happening(article(claim(check, { threads })), actor, signOff)).message;

  it('names who, when, the revision and the hash of what it binds to', () => {
    const body = happening(article(claim(seconded())), editor, signOff);
    expect(body).toMatchObject({
      type: 'check.signed_off',
      check: { status: 'signed_off', signOff: { byId: editor.userId, at, revisionId }, holder: null },
    });
    expect('check' in body && body.check?.signOff?.hash).toContain('port will cost 412 million');
  });

  it('waits for the second checks that the claim needs', () => {
    const two = 'Two second checks are needed, because of the risk flag.';
    const one = 'One more second check is needed, because of the risk flag.';
    expect(refused({ status: 'proposed', proposal })).toBe(
      'A second check is needed before anybody signs off.',
    );
    expect(refused(seconded({ plan: risky }))).toBe(one);
    expect(refused(seconded({ plan: risky, secondChecks: [] }))).toBe(two);
    expect(refused(seconded({ secondChecks: [] }))).toBe(
      'A second check that agrees is needed before anybody signs off.',
    );
    const both = seconded({ plan: risky, secondChecks: [agreeing(tom), agreeing(ines, 71)] });
    expect(happening(article(claim(both)), editor, signOff).type).toBe('check.signed_off');
    expect(happening(article(claim(seconded({ plan: risky, decision }))), owner, signOff).type).toBe(
      'check.signed_off',
    );
  });

  it('says the same to whom the proposal is sealed', () => {
    const sealed = { sealed: true, byId: mara.userId, at } as const;
    const seen = seconded({ plan: risky, proposal: sealed, secondChecks: [{ ...sealed, byId: tom.userId }] });
    expect(refusalOfAct('sign_off', editor, claim(seen))).toBe(refused(seconded({ plan: risky })));
  });

  it('is not for the proposer, nor for who proposed it before somebody checked it again', () => {
    const own = { ...proposal, byId: editor.userId };
    const again = { ...proposal, byId: mara.userId, first: { byId: editor.userId, at } };
    for (const mine of [own, again])
      expect(refused(seconded({ proposal: mine }))).toBe(
        'Who proposed an outcome cannot sign it off: four eyes.',
      );
  });

  it('waits for open author queries, and for nothing else that is said', () => {
    expect(refused(seconded(), editor, [query()])).toBe('An author query is open. Settle it first.');
    expect(refused(seconded(), editor, [query(), { ...query(), id: idOf(81) }])).toBe(
      'There are 2 open author queries. Settle them first.',
    );
    const settled = [query({ byId: tom.userId, at }), query(null, 'discussion')];
    expect(happening(article(claim(seconded(), { threads: settled })), editor, signOff).type).toBe(
      'check.signed_off',
    );
  });

  it('is warned of a verdict without evidence, and of evidence nobody can find again', () => {
    const warnings = (...evidence: (typeof budget)[]) =>
      warningsBeforeSignOff(claim(seconded(), { evidence }));
    expect(warnings(budget)).toEqual([]);
    expect(warnings()).toEqual(['There is a verdict and no evidence.']);
    expect(warnings({ ...budget, locator: null })).toEqual(['“Budget” has no locator or no access date.']);
    expect(warnings({ ...budget, locator: null }, { ...budget, accessedOn: null })).toEqual([
      '2 pieces of evidence have no locator or no access date.',
    ]);
    expect(warningsBeforeSignOff(claim({}, { evidence: [] }))).toEqual([]);
  });
});

describe('a second check', () => {
  const review = (fields: Partial<Extract<Wish, { type: 'check.review' }>['fields']>, number = 71): Wish => ({
    type: 'check.review',
    annotationId: claimId,
    version: 1,
    secondCheckId: idOf(number),
    fields: { outcome: 'confirmed', verdict: rating('true'), note: '', suggestedWording: null, ...fields },
  });
  const proposed = article(claim({ status: 'proposed', proposal }));

  it('that agrees confirms, and one that does not makes a dispute with both kept', () => {
    expect(theClaim(stateAfter(proposed, tom, review({}))).check).toMatchObject({ status: 'second_check' });
    const { check } = theClaim(
      stateAfter(proposed, tom, review({ outcome: 'unverifiable', note: 'No source.' })),
    );
    expect(check).toMatchObject({
      status: 'disputed',
      proposal,
      secondChecks: [{ outcome: 'unverifiable', byId: tom.userId, isBlind: false }],
      dispute: { byId: tom.userId, reason: 'No source.' },
    });
  });

  it('that disagrees later ends what was decided before', () => {
    const decided = article(claim(seconded({ decision })));
    const { check } = theClaim(stateAfter(decided, ines, review({ outcome: 'cut', note: 'Not needed.' })));
    expect(check).toMatchObject({ status: 'disputed', decision: null });
  });

  it('must be complete where it may come to stand, and need not where it agrees in the open', () => {
    expect(refusalOf(() => happening(proposed, tom, review({ outcome: 'incorrect' }))).message).toBe(
      'Suggest a change, or write down why the text stays as it is and who decided so.',
    );
    const wrong = { ...proposal, outcome: 'incorrect' as const, suggestedWording: '421 million' };
    const open = article(claim({ status: 'proposed', proposal: wrong }));
    expect(happening(open, tom, review({ outcome: 'incorrect' })).type).toBe('check.reviewed');
    const blind = { ...open, rules: { ...open.rules, blindSecondCheck: true } };
    expect(refusalOf(() => happening(blind, tom, review({ outcome: 'incorrect' }))).code).toBe('INVALID');
  });

  it('is recorded once under one name', () => {
    const twice = article(claim(seconded()));
    expect(refusalOf(() => happening(twice, ines, review({}, 70))).message).toBe(
      'This second check is recorded already.',
    );
  });
});

describe('an editor’s decision', () => {
  const other = {
    ...agreeing(tom),
    outcome: 'incorrect' as const,
    note: 'It is 421.',
    suggestedWording: '421',
  };
  const disputed = (check: Partial<Check> = {}) =>
    article(claim({ status: 'disputed', proposal, secondChecks: [other], ...check }));
  const decide = (upholds: string): Wish => ({
    type: 'check.decide',
    annotationId: claimId,
    version: 1,
    upholds,
    note: 'The budget decides.',
  });

  it('lets one side stand and keeps the other', () => {
    expect(theClaim(stateAfter(disputed(), editor, decide('proposal'))).check).toMatchObject({
      status: 'second_check',
      proposal,
      secondChecks: [other],
      decision: { byId: editor.userId, note: 'The budget decides.', overruled: null },
    });
    expect(theClaim(stateAfter(disputed(), editor, decide(other.id))).check).toMatchObject({
      status: 'second_check',
      proposal: { outcome: 'incorrect', suggestedWording: '421', byId: tom.userId, revisionId },
      decision: { overruled: proposal },
    });
  });

  it('counts as a second pair of eyes, so that another editor’s second check is not needed', () => {
    const decided = theClaim(stateAfter(disputed(), editor, decide(other.id)));
    expect([...confirmersOf(decided.check)]).toEqual([editor.userId]);
    expect(refusalOfAct('sign_off', editor, decided)).toBeUndefined();
    expect(refusalOfAct('sign_off', { ...tom, role: 'editor' }, decided)).toBe(
      'Who proposed an outcome cannot sign it off: four eyes.',
    );
  });

  it('is not for one’s own side, but may be against it', () => {
    const own = { ...other, byId: editor.userId };
    const refusal = 'You cannot decide for your own side. Another editor must.';
    expect(
      refusalOf(() => happening(disputed({ secondChecks: [own] }), editor, decide(own.id))).message,
    ).toBe(refusal);
    const first = { ...proposal, first: { byId: editor.userId, at } };
    expect(
      refusalOf(() => happening(disputed({ proposal: first }), editor, decide('proposal'))).message,
    ).toBe(refusal);
    expect(happening(disputed({ secondChecks: [own] }), editor, decide('proposal')).type).toBe(
      'check.decided',
    );
  });

  it('cannot let something stand that is not there, or that lacks what its outcome demands', () => {
    expect(refusalOf(() => happening(disputed(), editor, decide(idOf(99)))).message).toBe(
      'This second check is not there any more.',
    );
    const bare = { ...other, note: '', suggestedWording: null };
    expect(
      refusalOf(() => happening(disputed({ secondChecks: [bare] }), editor, decide(bare.id))).message,
    ).toBe('Suggest a change, or write down why the text stays as it is and who decided so.');
  });
});
