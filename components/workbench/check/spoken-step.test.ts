import { expect, it } from 'vitest';
import { type Check, type CheckProposal, freshCheck } from '@/lib/domain/check';
import type { CheckEventBody } from '@/lib/domain/events';
import { spokenStep } from './spoken-step';

const said = { byId: 'rhea', at: '2026-03-03T14:00:00.000Z' };
const proposal: CheckProposal = {
  ...said,
  outcome: 'incorrect',
  verdict: null,
  suggestedWording: null,
  refusal: 'kept',
  onAuthorReason: null,
  tried: null,
  rationale: '',
  confidence: null,
  confidenceReason: null,
  revisionId: 'revision',
};
const spoken = (type: CheckEventBody['type'], parts: Partial<Check> = {}): string | undefined =>
  spokenStep({ type, annotationId: 'a', check: { ...freshCheck, proposal, ...parts }, reason: '' });

it.each([
  ['check.begun', {}, 'You are on this claim.'],
  ['check.released', {}, 'You let go of the claim.'],
  ['check.waiting', { waiting: { ...said, on: 'author', reason: 'notes' } }, 'Waiting for the author.'],
  ['check.resumed', {}, 'The check goes on.'],
  ['check.proposed', {}, 'Proposed: Incorrect.'],
  ['check.withdrawn', {}, 'The proposal is withdrawn.'],
  ['check.reviewed', { status: 'second_check' }, 'Second check recorded. It agrees with the proposal.'],
  [
    'check.reviewed',
    { status: 'disputed' },
    'Second check recorded. It differs from the proposal: the claim is disputed.',
  ],
  ['check.disputed', {}, 'The claim is disputed.'],
  ['check.decided', {}, 'Decided: Incorrect stands.'],
  ['check.signed_off', {}, 'Signed off: Incorrect.'],
  ['check.reopened', {}, 'The claim is open again.'],
  ['check.rechecked', {}, 'Checked again: Incorrect. Somebody else must confirm it.'],
] as const)('says aloud what came of %s', (type, parts, sentence) => {
  expect(spoken(type, parts)).toBe(sentence);
});

it('leaves a plan to the notice that can take it back', () => {
  expect(spoken('check.planned')).toBeUndefined();
});
