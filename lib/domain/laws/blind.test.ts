import { describe, expect, it } from 'vitest';
import { type Check, checkStatuses, freshCheck, isSealed } from '../check';
import {
  agreeing,
  article,
  at,
  claim,
  claimId,
  happening,
  idOf,
  people,
  proposal,
  rating,
  refusalOf,
  revisionId,
  stateAfter,
  theClaim,
  type Wish,
} from '../testing/desk';
import { isBlindTo, sealCheck, witnessed } from './blind';
import { refusalOfAct } from './check-laws';

const { mara, tom, ines, editor, writer } = people;
const risky: Check['plan'] = { ...freshCheck.plan, riskFlags: ['legal'] };
const proposed: Check = { ...freshCheck, status: 'proposed', proposal };
const once: Check = { ...proposed, status: 'second_check', secondChecks: [agreeing(tom)] };
const halfway: Check = { ...once, plan: risky };
const blindTo = (check: Check, ...people: (typeof mara)[]) =>
  people.map(({ userId }) => isBlindTo(check, userId, true));

describe('in a team with blind second checks', () => {
  it('nobody but the proposer sees a proposal before they have recorded their own', () => {
    expect(blindTo(proposed, mara, tom, editor, writer)).toEqual([false, true, true, true]);
    expect(blindTo(halfway, mara, tom, ines)).toEqual([false, false, true]);
  });

  it('everybody sees it once it is confirmed, disputed, decided or signed', () => {
    expect(blindTo(once, tom, ines)).toEqual([false, false]);
    for (const status of ['disputed', 'signed_off', 'stale'] as const)
      expect(blindTo({ ...halfway, status }, ines)).toEqual([false]);
    const decision = { byId: editor.userId, at, note: 'Yes.', overruled: null };
    expect(blindTo({ ...halfway, decision }, ines)).toEqual([false]);
  });

  it('a proposal that was withdrawn or reopened stays sealed to who had not seen it', () => {
    for (const status of ['in_progress', 'reopened', 'awaiting_author', 'orphaned'] as const)
      expect(blindTo({ ...proposed, status }, mara, tom)).toEqual([false, true]);
  });

  it('who has seen it once is not blind to it again', () => {
    const annotationId = claimId;
    const evidence = claim().evidence[0];
    if (evidence === undefined) throw new Error('There is no evidence.');
    const wishes: readonly Wish[] = [
      { type: 'check.reopen', annotationId, version: 1, reason: 'New source.' },
      { type: 'evidence.delete', annotationId, evidenceId: evidence.id, version: 1 },
    ];
    for (const wish of wishes) {
      const dropped = theClaim(stateAfter(article(claim(halfway)), mara, wish)).check;
      expect(dropped.secondChecks).toEqual([]);
      expect(dropped.proposal).toMatchObject({ seenBy: [tom.userId] });
      expect(blindTo(dropped, tom, ines)).toEqual([false, true]);
      const open = theClaim(stateAfter(article(claim(once)), mara, wish)).check;
      expect(blindTo(open, tom, ines)).toEqual([false, false]);
    }
    const flagged = stateAfter(article(claim(once)), editor, {
      type: 'check.plan',
      annotationId,
      version: 1,
      changes: { riskFlags: ['legal'] },
    });
    expect(blindTo(theClaim(flagged).check, ines)).toEqual([false]);
  });

  it('nobody is blind to what is checked again after a sign-off', () => {
    const stale: Check = {
      ...once,
      status: 'stale',
      signOff: { byId: editor.userId, at, revisionId, hash: 'h' },
    };
    const wish: Wish = { type: 'check.recheck', annotationId: claimId, version: 1 };
    expect(blindTo(theClaim(stateAfter(article(claim(stale)), tom, wish)).check, ines)).toEqual([false]);
  });

  it('the record says who was blind and who was not', () => {
    const review = (number: number): Wish => ({
      type: 'check.review',
      annotationId: claimId,
      version: 1,
      secondCheckId: idOf(number),
      fields: { outcome: 'confirmed', verdict: rating('true'), note: '', suggestedWording: null },
    });
    const recorded = (check: Check, isBlindTeam = true) => {
      const state = article(claim(check));
      const blind = { ...state, rules: { ...state.rules, blindSecondCheck: isBlindTeam } };
      const { secondChecks } = theClaim(stateAfter(blind, ines, review(71))).check;
      const own = secondChecks.find(({ byId }) => byId === ines.userId);
      return own !== undefined && !isSealed(own) && own.isBlind;
    };
    expect(recorded(proposed)).toBe(true);
    expect(recorded(halfway)).toBe(true);
    expect(recorded(once)).toBe(false);
    expect(recorded({ ...proposed, proposal: { ...proposal, seenBy: [ines.userId] } })).toBe(false);
    expect(recorded({ ...proposed, proposal: { ...proposal, seenBy: 'everybody' } })).toBe(false);
    expect(recorded(proposed, false)).toBe(false);
  });

  it('what nobody has shown cannot be disputed', () => {
    const dispute: Wish = { type: 'check.dispute', annotationId: claimId, version: 1, reason: 'No.' };
    const sealed = claim(sealCheck(proposed, tom.userId, true));
    const sentence = 'You have not seen the proposal yet. Record your own second check first.';
    expect(refusalOfAct('dispute', tom, sealed)).toBe(sentence);
    const state = article(claim(proposed));
    const blind = { ...state, rules: { ...state.rules, blindSecondCheck: true } };
    expect(refusalOf(() => happening(blind, tom, dispute)).message).toBe(sentence);
    expect(happening(state, tom, dispute).type).toBe('check.disputed');
  });
});

describe('in a team without them', () => {
  it.each(checkStatuses)('everybody sees everything while the claim is %s', (status) => {
    const check = { ...halfway, status };
    expect(isBlindTo(check, ines.userId, false)).toBe(false);
    expect(sealCheck(check, ines.userId, false)).toBe(check);
  });
});

describe('a sealed check', () => {
  it('says who proposed and confirmed and when, and nothing else of it', () => {
    const secret = { ...proposal, rationale: 'CANARY', suggestedWording: 'CANARY' };
    const check = { ...halfway, proposal: secret, secondChecks: [{ ...agreeing(tom), note: 'CANARY' }] };
    const sealed = sealCheck(check, ines.userId, true);
    expect(JSON.stringify(sealed)).not.toContain('CANARY');
    expect(JSON.stringify(sealed)).not.toContain('confirmed');
    expect(sealed).toEqual({
      ...check,
      proposal: { sealed: true, byId: mara.userId, at },
      secondChecks: [{ sealed: true, byId: tom.userId, at }],
    });
  });

  it('stays what it is when it is sealed again, and when rounds begin anew', () => {
    const sealed = sealCheck(halfway, ines.userId, true);
    expect(sealCheck(sealed, ines.userId, true)).toEqual(sealed);
    expect(witnessed(sealed)).toBe(sealed.proposal);
    expect(witnessed(freshCheck)).toBeNull();
  });
});
