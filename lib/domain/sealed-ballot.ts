import type { Ballot, Round } from './session';

/** A ballot as somebody may see it: until a round is revealed, of the votes of others only that they are there. */
export function sealBallot(ballot: Ballot, userId: string): Ballot {
  return ballot.rounds.some(({ revealed }) => revealed === null)
    ? { ...ballot, rounds: ballot.rounds.map((round) => sealRound(round, userId)) }
    : ballot;
}

function sealRound(round: Round, userId: string): Round {
  if (round.revealed !== null) return round;
  const votes = round.votes.map((vote) =>
    vote.byId === userId ? vote : ({ sealed: true, byId: vote.byId, at: vote.at } as const),
  );
  return { ...round, votes };
}
