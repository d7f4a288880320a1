import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import {
  type Check,
  type CheckProposal,
  checkStatuses,
  freshCheck,
  type SecondCheck,
} from '@/lib/domain/check';
import { roles } from '@/lib/domain/team';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { stepsOf } from './check-steps';
import { annotationOn, at, id, lou, mara, revisionId } from './testing/build-state';

const edda: Actor = { ...mara, userId: id(3), name: 'Edda Editor', role: 'editor' };
const proposal: CheckProposal = {
  ...plainProposal,
  rationale: '',
  byId: mara.userId,
  at: at(2),
  revisionId,
};
const agreeing: SecondCheck = {
  id: id(50),
  outcome: 'confirmed',
  verdict: null,
  note: '',
  suggestedWording: null,
  byId: lou.userId,
  at: at(3),
  isBlind: false,
};
const withCheck = (parts: Partial<Check>) => ({
  ...annotationOn('412 million', { id: id(10) }),
  check: { ...freshCheck, ...parts },
});
const next = (parts: Partial<Check>, actor: Actor): string | undefined =>
  stepsOf(withCheck(parts), actor).shown.find(({ isNext }) => isNext)?.act;
const refusal = (act: string, parts: Partial<Check>, actor: Actor): string | undefined =>
  stepsOf(withCheck(parts), actor).shown.find((step) => step.act === act)?.refusal;

type Case = readonly [name: string, parts: Partial<Check>, actor: Actor, act: string | undefined];
const cases: readonly Case[] = [
  ['takes a claim that nobody is on', {}, mara, 'begin'],
  [
    'proposes once one is on it',
    { status: 'in_progress', holder: { byId: mara.userId, at: at(1) } },
    mara,
    'propose',
  ],
  [
    'is nobody else’s while somebody is on it',
    { status: 'in_progress', holder: { byId: lou.userId, at: at(1) } },
    mara,
    undefined,
  ],
  ['goes on after waiting', { status: 'awaiting_source' }, mara, 'resume'],
  ['is a second check by somebody else', { status: 'proposed', proposal }, lou, 'review'],
  ['is not the proposer’s', { status: 'proposed', proposal }, mara, undefined],
  [
    'signs off what is confirmed',
    { status: 'second_check', proposal, secondChecks: [agreeing] },
    edda,
    'sign_off',
  ],
  ['decides a dispute', { status: 'disputed', proposal }, edda, 'decide'],
  ['checks again what is stale', { status: 'stale', proposal }, mara, 'recheck'],
  ['is none after sign-off', { status: 'signed_off', proposal }, edda, undefined],
];

describe('the next step', () => {
  it.each(cases)('%s', (_name, parts, actor, act) => {
    expect(next(parts, actor)).toBe(act);
  });

  it('asks for the other second check where a risk flag needs two', () => {
    const plan = { ...freshCheck.plan, riskFlags: ['legal' as const] };
    const parts: Partial<Check> = { status: 'second_check', proposal, secondChecks: [agreeing], plan };
    expect(next(parts, edda)).toBe('review');
    expect(refusal('sign_off', parts, edda)).toBe(
      'One more second check is needed, because of the risk flag.',
    );
  });
});

describe('what is refused', () => {
  it('stays in sight with its reason', () => {
    expect(refusal('review', { status: 'proposed', proposal }, mara)).toBe(
      'The proposer cannot be the second checker. Somebody else must look.',
    );
    expect(refusal('decide', { status: 'disputed', proposal }, lou)).toBe(
      'Only an editor or the owner decides a dispute.',
    );
  });

  it('is never the strong step, in any status and for any role', () => {
    for (const status of checkStatuses) {
      for (const role of roles) {
        for (const userId of [mara.userId, lou.userId]) {
          const { shown } = stepsOf(withCheck({ status, proposal }), { ...mara, userId, role });
          const strong = shown.filter(({ isNext }) => isNext);
          expect(strong.length).toBeLessThanOrEqual(1);
          expect(strong.every((step) => step.refusal === undefined)).toBe(true);
        }
      }
    }
  });
});
