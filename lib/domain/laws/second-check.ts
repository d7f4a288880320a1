import { type CheckProposal, missingFor, type SecondCheck, type SecondCheckFields } from '../check';

/** What a second check must say to stand as an outcome of its own, as sentences; empty when it is complete. */
export function missingForSecondCheck(fields: SecondCheckFields): readonly string[] {
  return missingFor({ ...concluded(fields), verdict: fields.verdict });
}

/** A second check that stands in a dispute is the proposal from then on, by its own author. */
export function proposalFrom(
  side: SecondCheck,
  { revisionId }: Pick<CheckProposal, 'revisionId'>,
): CheckProposal {
  return { ...concluded(side), verdict: side.verdict, byId: side.byId, at: side.at, revisionId };
}

/** What the outcome demands stands in the second checker’s note where it is not a wording. */
function concluded({ outcome, suggestedWording, note }: Omit<SecondCheckFields, 'verdict'>) {
  const isUnchanged = suggestedWording === null || suggestedWording.trim() === '';
  return {
    outcome,
    suggestedWording,
    refusal: outcome === 'incorrect' && isUnchanged ? note : null,
    onAuthorReason: outcome === 'on_author' ? note : null,
    tried: outcome === 'unverifiable' ? note : null,
    rationale: note,
    confidence: null,
    confidenceReason: null,
  };
}
