import type { ProposalFields } from '../check';

/** What somebody proposes who has nothing to say but why. */
export const plainProposal = {
  outcome: 'confirmed',
  verdict: null,
  suggestedWording: null,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'The minutes say so.',
  confidence: null,
  confidenceReason: null,
} as const satisfies ProposalFields;
