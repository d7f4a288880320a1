import type { Annotation } from '../annotation';
import { agrees, type CheckProposal, type Outcome, standingProposal } from '../check';
import { type Ballot, openVotes, type Vote } from '../session';
import { resultOf } from '../vote-result';

/** Votes of a session on one claim that differ from what was decided. */
export type Dissent = {
  readonly annotationId: string;
  /** What stands now; without a proposal, what most people voted; null in a tie. */
  readonly decided: Outcome | null;
  readonly votes: readonly Vote[];
};

/**
 * The dissent on each claim, in the order of the annotations: of every ballot the latest round that was revealed, measured against the
 * proposal that stands and, where there is none, against the majority. Sealed votes are not in it.
 */
export function dissentOf(
  annotations: readonly Annotation[],
  ballots: readonly Ballot[],
): readonly Dissent[] {
  const byAnnotation = Map.groupBy(ballots, ({ annotationId }) => annotationId);
  return annotations.flatMap(({ id, check }) => {
    const proposal = standingProposal(check);
    return (byAnnotation.get(id) ?? []).map(resultOf).flatMap(({ after, majority, dissent }) => {
      const votes =
        proposal === undefined || after === undefined
          ? dissent
          : openVotes(after).filter((vote) => differs(vote, proposal));
      const decided = proposal?.outcome ?? majority;
      return votes.length === 0 ? [] : [{ annotationId: id, decided, votes }];
    });
  });
}

/** In the outcome, or in a verdict where both gave one: a voter need not. */
function differs(vote: Vote, proposal: CheckProposal): boolean {
  if (vote.outcome !== proposal.outcome) return true;
  return vote.verdict !== null && proposal.verdict !== null && !agrees(vote, proposal);
}
