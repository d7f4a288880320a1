import type { Outcome } from './check';
import type { Instant } from './ids';
import type { Verdict } from './verdict';

/** How far a session has come. */
const sessionStates = ['open', 'frozen', 'closed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** What an editor says of a session and may change. */
export type SessionFields = {
  readonly goal: string;
  readonly deadlineAt: Instant | null;
  readonly participantIds: readonly string[];
  /** Claims that nobody has are on offer: whoever takes one first has it. */
  readonly firstCome: boolean;
};

/** Sentences with a decision, of all. */
export type Tally = { readonly decided: number; readonly total: number };

/** How a session ended; `seq` is the number of the event that ended it. */
export type Closing = {
  readonly byId: string;
  readonly at: Instant;
  readonly seq: number;
  readonly conclusion: string;
  readonly coverage: Tally;
};

/** A live meeting of the team on an article. */
export type Session = SessionFields & {
  readonly id: string;
  readonly openedById: string;
  readonly openedAt: Instant;
  /** Number of the event that opened it. */
  readonly openedSeq: number;
  readonly coverageAtOpen: Tally;
  /** From when on nothing on the article can change; may lie ahead: the last call. Null while nobody has called it. */
  readonly frozenAt: Instant | null;
  readonly closing: Closing | null;
  readonly version: number;
};

/** Where a session stands at an instant. */
export function stateOfSession({ frozenAt, closing }: Session, at: Instant): SessionState {
  if (closing !== null) return 'closed';
  return isFrozenAt(frozenAt, at) ? 'frozen' : 'open';
}

/** Whether a freeze that was called holds at an instant. */
export function isFrozenAt(frozenAt: Instant | null | undefined, at: Instant): boolean {
  return frozenAt !== null && frozenAt !== undefined && frozenAt <= at;
}

/** What somebody said of a claim in a vote. */
export type Vote = {
  readonly byId: string;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly verdict: Verdict | null;
  readonly note: string;
};
/** A vote that is there and that this reader may not see yet. */
export type SealedVote = { readonly sealed: true; readonly byId: string; readonly at: Instant };

/** One vote of everybody on a claim. `revealed` by nobody (null) when all had voted. */
export type Round = {
  readonly calledById: string;
  readonly calledAt: Instant;
  readonly voterIds: readonly string[];
  readonly votes: readonly (Vote | SealedVote)[];
  readonly revealed: { readonly byId: string | null; readonly at: Instant } | null;
};

/** What a session's people say of one claim: the first round before the discussion, further ones after it. */
export type Ballot = {
  readonly id: string;
  readonly sessionId: string;
  readonly annotationId: string;
  readonly rounds: readonly Round[];
  readonly version: number;
};

/** Whether a vote is hidden. */
export function isSealedVote(vote: Vote | SealedVote): vote is SealedVote {
  return 'sealed' in vote;
}

/** The votes of a round that this reader can see. */
export function openVotes({ votes }: Round): readonly Vote[] {
  return votes.filter((vote): vote is Vote => !isSealedVote(vote));
}

/** The round of a ballot that is under way or was the last. */
export function lastRound({ rounds }: Ballot): Round | undefined {
  return rounds.at(-1);
}

/** Whether people are still voting. */
export function isVoting(ballot: Ballot): boolean {
  return lastRound(ballot)?.revealed === null;
}
