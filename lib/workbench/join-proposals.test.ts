import { expect, it } from 'vitest';
import { type Check, type CheckProposal, freshCheck } from '@/lib/domain/check';
import { blankProposal, proposalIn, seenIn } from './check-drafts';
import { joinProposals } from './join-proposals';

const passage = 'more than double the 190 million';
const scale = { scaleId: '00000000-0000-4000-8000-0000000005c1', scaleVersion: 1 };
const mine = {
  ...blankProposal(freshCheck),
  outcome: 'incorrect' as const,
  verdict: { ...scale, key: 'false' },
  suggestedWording: 'more than double the 180 million',
  refusal: 'The desk asked for it.',
  rationale: 'The minutes say 180.',
  confidence: 'high' as const,
  confidenceReason: 'Read it twice.',
};
const theirs = {
  outcome: 'incorrect',
  verdict: { ...scale, key: 'false', label: 'False', internal: 'false', scaleName: 'Galley' },
  suggestedWording: 'less than double the 190 million',
  refusal: null,
  onAuthorReason: null,
  tried: 'Called the port.',
  rationale: 'The budget says so.',
  confidence: 'low',
  confidenceReason: 'One source.',
  byId: 'lou',
  at: '2026-11-25T09:00:00.000Z',
  revisionId: 'r',
} as unknown as CheckProposal; // what a verdict holds besides its choice does not matter here
const check = (proposal: Check['proposal']): Check => ({ ...freshCheck, status: 'proposed', proposal });

it('begins with both texts, the wordings of the passage joined word by word', () => {
  const joined = joinProposals(mine, check(theirs), passage);
  expect(joined).toMatchObject({
    seen: seenIn(check(theirs)),
    outcome: 'incorrect',
    verdict: mine.verdict,
    suggestedWording: 'less than double the 180 million',
    refusal: 'The desk asked for it.',
    tried: 'Called the port.',
    rationale: 'The minutes say 180.\n\nThe budget says so.',
    confidence: null,
    confidenceReason: 'Read it twice.\n\nOne source.',
    joining: { mine, isVerdictOpen: false },
  });
  expect(joined && proposalIn(joined, passage)).toHaveProperty('fields');
});

it('leaves to a person what cannot be both: another outcome, another verdict', () => {
  const other = { ...theirs, outcome: 'cut', verdict: null } as CheckProposal;
  const joined = joinProposals(mine, check(other), passage);
  expect(joined).toMatchObject({ outcome: null, verdict: null, joining: { isVerdictOpen: true } });
  if (joined === undefined) throw new Error('There is a proposal.');
  const chosen = { ...joined, outcome: 'cut' as const };
  expect(proposalIn(chosen, passage)).toEqual({
    problems: { verdict: 'Choose a verdict: the two differ.' },
  });
  const settled = { ...chosen, joining: { mine, isVerdictOpen: false } };
  expect(proposalIn(settled, passage)).toMatchObject({ fields: { outcome: 'cut', verdict: null } });
});

it('takes the same word of another version of a scale, or of another scale, for another verdict', () => {
  for (const difference of [{ scaleVersion: 2 }, { scaleId: '00000000-0000-4000-8000-0000000005c2' }]) {
    const other = { ...theirs, verdict: { ...theirs.verdict, ...difference } } as CheckProposal; // as above
    expect(joinProposals(mine, check(other), passage)).toMatchObject({
      verdict: null,
      joining: { isVerdictOpen: true },
    });
  }
});

it('says what both say once, and takes theirs where one has not begun', () => {
  const blank = joinProposals(blankProposal(freshCheck), check(theirs), passage);
  expect(blank).toMatchObject({
    outcome: 'incorrect',
    suggestedWording: theirs.suggestedWording,
    rationale: theirs.rationale,
  });
  const same = joinProposals({ ...mine, rationale: 'The budget says so.' }, check(theirs), passage);
  expect(same?.rationale).toBe('The budget says so.');
  expect(joinProposals(mine, freshCheck, passage)).toBeUndefined();
});
