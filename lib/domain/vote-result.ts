import { type Agreement, cohensKappa, krippendorffsAlpha } from './agreement';
import type { Outcome } from './check';
import { type Ballot, openVotes, type Round, type Vote } from './session';
import { internalVerdicts } from './verdict';

/** What became of the votes on one claim. */
export type VoteResult = {
  readonly ballot: Ballot;
  /** The first revealed round, before the discussion, and the last one, after it; absent while nothing is revealed. */
  readonly before: Round | undefined;
  readonly after: Round | undefined;
  /** The outcome that more people chose than any other in the last round; null in a tie. */
  readonly majority: Outcome | null;
  /** The votes of the last round that differ from the majority; all of them in a tie. */
  readonly dissent: readonly Vote[];
};

/** What became of a ballot, as far as its rounds are revealed. */
export function resultOf(ballot: Ballot): VoteResult {
  const revealed = ballot.rounds.filter((round) => round.revealed !== null);
  const after = revealed.at(-1);
  const votes = after === undefined ? [] : openVotes(after);
  const majority = majorityOf(votes);
  const isShared = new Set(votes.map(({ outcome }) => outcome)).size > 1;
  return {
    ballot,
    before: revealed[0],
    after,
    majority,
    dissent: isShared ? votes.filter(({ outcome }) => outcome !== majority) : [],
  };
}

/** How far the people of some rounds agree; kappa only where the same two people voted throughout. */
export type VoteAgreement = {
  readonly outcomes: Agreement;
  readonly verdicts: Agreement;
  readonly kappa: Agreement | null;
  /** Rounds in which at least two people voted and all chose the same outcome, of those with at least two. */
  readonly unanimous: number;
  readonly rounds: number;
};

/** Agreement over the outcomes (nominal) and the verdicts (in their order) of one round for each claim. */
export function agreementOf(rounds: readonly Round[]): VoteAgreement {
  const voted = rounds.map(openVotes).filter((votes) => votes.length > 1);
  return {
    outcomes: krippendorffsAlpha(voted.map((votes) => votes.map(({ outcome }) => outcome))),
    verdicts: krippendorffsAlpha(
      voted.map((votes) => votes.flatMap(({ verdict }) => verdict?.internal ?? [])),
      ratingsInOrder,
    ),
    kappa: kappaOf(voted),
    unanimous: voted.filter((votes) => new Set(votes.map(({ outcome }) => outcome)).size === 1).length,
    rounds: voted.length,
  };
}

/** The ratings that have an order, from true to false; unproven and not applicable stand outside of it. */
const ratingsInOrder = internalVerdicts.filter((one) => one !== 'unproven' && one !== 'not_applicable');

function kappaOf(voted: readonly (readonly Vote[])[]): Agreement | null {
  const voters = new Set(voted.flatMap((votes) => votes.map(({ byId }) => byId)));
  if (voters.size !== 2) return null;
  return cohensKappa(
    voted.flatMap((votes): [string, string][] => {
      const [first, second] = [...votes].sort((a, b) => (a.byId < b.byId ? -1 : 1));
      return first === undefined || second === undefined ? [] : [[first.outcome, second.outcome]];
    }),
  );
}

function majorityOf(votes: readonly Vote[]): Outcome | null {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of votes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}
