import { type Ballot, isSealedVote, openVotes, type Round } from './session';

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

/**
 * A ballot of the past, sealed as it was then, with those votes that everybody can read by now because their round was
 * revealed with them. `recorded` is the same ballot as it was written down; a vote that was changed before stays sealed.
 */
export function openedSince(sealed: Ballot, recorded: Ballot, now: Ballot | undefined): Ballot {
  if (sealed === recorded || now === undefined) return sealed;
  const rounds = sealed.rounds.map((round, index) => {
    const after = now.rounds[index];
    if (after === undefined || after.revealed === null) return round;
    const shown = new Set(openVotes(after).map(({ byId, at }) => `${byId} ${at}`));
    const votes = round.votes.map((vote, place) =>
      isSealedVote(vote) && shown.has(`${vote.byId} ${vote.at}`)
        ? (recorded.rounds[index]?.votes[place] ?? vote)
        : vote,
    );
    return { ...round, votes };
  });
  return { ...sealed, rounds };
}
