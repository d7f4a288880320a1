import type { Actor } from '../actor';
import type { Annotation } from '../annotation';
import type { CommandOf } from '../commands';
import { DomainError, notFound } from '../errors';
import type { SessionEventBody } from '../events';
import type { Instant } from '../ids';
import { ensureCan } from '../policy';
import {
  type Ballot,
  isVoting,
  lastRound,
  type Round,
  type Session,
  type SessionFields,
  type Tally,
} from '../session';
import { type Clocks, startClocks } from '../session-clock';
import type { SessionCommand } from '../session-command';
import type { TeamRules } from '../team-rules';
import { findVerdict } from '../verdict';
import { isChecked } from './check-laws';
import { difference, ensureVersion } from './decide-parts';
import { actionOfSession, refusalInSession, refusalOfVote, type SessionAct } from './session-laws';

/** What a decision about a session rests on: read by the server under the article's lock. */
export type SessionGiven = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly nextSeq: number;
  readonly rules: TeamRules;
  /** The article's latest session. */
  readonly latest: Session | null;
  /** The session that the command names, which may be an older one; absent when the article has none of that id. */
  readonly named: Session | undefined;
  /** The votes of the latest session, as far as the command asks. */
  readonly ballots: readonly Ballot[];
  /** The claim that a vote is called on. */
  readonly annotation?: Annotation | undefined;
  readonly coverage: Tally;
  /** For opening and reopening: the claims that somebody is on, and the clocks as the session was closed. */
  readonly heldIds: readonly string[];
  readonly clocks: Clocks;
};

/**
 * The laws of sessions: what a command makes happen, or a refusal (FORBIDDEN, NOT_FOUND, STALE, INVALID). Pure. Only
 * the server asks: the browser cannot, because it does not see sealed votes.
 */
export function decideSession(command: SessionCommand, given: SessionGiven): SessionEventBody {
  // the names of the commands are `session.` and the name of the act
  const act = command.type.slice('session.'.length) as SessionAct;
  ensureCan(given.actor, actionOfSession(act));
  if (command.type !== 'session.open') ensureLatest(command.sessionId, given);
  const refusal = refusalInSession(act, given.actor, given.latest, given.at);
  if (refusal !== undefined) throw new DomainError('INVALID', refusal);
  if (command.type === 'session.open') return open(command, given);
  const session = given.latest;
  if (session === null) throw notFound('session');
  switch (command.type) {
    case 'session.call_vote':
      return callVote(command, given, session);
    case 'session.vote':
      return vote(command, given);
    case 'session.reveal':
      return reveal(command, given);
    case 'session.join':
      return {
        type: 'session.joined',
        session: {
          ...session,
          participantIds: [...session.participantIds, given.actor.userId],
          version: session.version + 1,
        },
      };
    default:
      return head(command, given, session);
  }
}

type HeadCommand = CommandOf<
  'session.change' | 'session.freeze' | 'session.thaw' | 'session.close' | 'session.reopen'
>;

/** What happens to the session as a whole: compare-and-set. */
function head(command: HeadCommand, given: SessionGiven, before: Session): SessionEventBody {
  const { actor, at, nextSeq, coverage, heldIds } = given;
  ensureVersion(command.version, before, 'The session');
  const session = { ...before, version: before.version + 1 };
  switch (command.type) {
    case 'session.change': {
      const { participantIds = before.participantIds } = command.changes;
      ensureMembers(participantIds, before.participantIds, given.rules);
      const { changes, before: was } = difference<SessionFields, keyof SessionFields>(
        before,
        command.changes,
      );
      return { type: 'session.changed', session: { ...session, ...changes }, before: was };
    }
    case 'session.freeze': {
      const frozenAt = new Date(Date.parse(at) + command.afterMinutes * 60_000).toISOString();
      return { type: 'session.frozen', session: { ...session, frozenAt } };
    }
    case 'session.thaw':
      return { type: 'session.thawed', session: { ...session, frozenAt: null } };
    case 'session.close': {
      if (given.ballots.some(isVoting))
        throw new DomainError(
          'INVALID',
          'A sealed vote is still open. Reveal it before you close the session.',
        );
      const closing = { byId: actor.userId, at, seq: nextSeq, conclusion: command.conclusion, coverage };
      return { type: 'session.closed', session: { ...session, frozenAt: null, closing } };
    }
    case 'session.reopen':
      return {
        type: 'session.reopened',
        session: { ...session, closing: null },
        clocks: startClocks(given.clocks, heldIds, at),
      };
  }
}

function open(command: CommandOf<'session.open'>, given: SessionGiven): SessionEventBody {
  const { actor, at, nextSeq, coverage, heldIds, rules } = given;
  const { sessionId: id, fields } = command;
  const participantIds = [...new Set([actor.userId, ...fields.participantIds])];
  ensureMembers(participantIds, [], rules);
  return {
    type: 'session.opened',
    clocks: startClocks({}, heldIds, at),
    session: {
      ...fields,
      participantIds,
      id,
      openedById: actor.userId,
      openedAt: at,
      openedSeq: nextSeq,
      coverageAtOpen: coverage,
      frozenAt: null,
      closing: null,
      version: 1,
    },
  };
}

function callVote(
  { ballotId, annotationId }: CommandOf<'session.call_vote'>,
  given: SessionGiven,
  session: Session,
): SessionEventBody {
  const { annotation } = given;
  if (annotation === undefined) throw notFound('annotation');
  if (!isChecked(annotation))
    throw new DomainError('INVALID', 'People vote on claims and sourced facts. This passage is neither.');
  const before = given.ballots.find((ballot) => ballot.annotationId === annotationId);
  if (before !== undefined && isVoting(before))
    throw new DomainError('INVALID', 'A vote on this claim is under way already.');
  const round: Round = {
    calledById: given.actor.userId,
    calledAt: given.at,
    voterIds: votersOf(session, given.rules),
    votes: [],
    revealed: null,
  };
  if (round.voterIds.length < 2)
    throw new DomainError(
      'INVALID',
      'A vote needs at least two participants who check. Invite somebody to the session first.',
    );
  const ballot = before ?? { id: ballotId, sessionId: session.id, annotationId, rounds: [], version: 0 };
  return {
    type: 'session.vote_called',
    ballot: { ...ballot, rounds: [...ballot.rounds, round], version: ballot.version + 1 },
  };
}

/** Viewers take part without a vote; who has left the team has none. */
function votersOf({ participantIds }: Session, { members }: TeamRules): readonly string[] {
  return participantIds.filter((id) => members.some((one) => one.id === id && one.role !== 'viewer'));
}

function vote(command: CommandOf<'session.vote'>, given: SessionGiven): SessionEventBody {
  const { actor, at, rules } = given;
  const ballot = namedBallot(command.ballotId, given);
  if (command.round !== ballot.rounds.length)
    throw new DomainError('STALE', 'Another vote on this claim has begun since. Look at it, then vote anew.');
  const refusal = refusalOfVote(ballot, actor.userId);
  const round = lastRound(ballot);
  if (refusal !== undefined || round === undefined) throw new DomainError('INVALID', refusal ?? '');
  const { outcome, note, verdict: choice } = command.fields;
  const verdict = choice === null ? null : findVerdict(rules.scales, choice);
  if (verdict === undefined)
    throw new DomainError('INVALID', 'This rating is not on the scale any more. Choose again.');
  const own = { byId: actor.userId, at, outcome, verdict, note };
  const votes = [...round.votes.filter(({ byId }) => byId !== actor.userId), own];
  const isWhole = round.voterIds.every((id) => votes.some(({ byId }) => byId === id));
  const revealed = isWhole ? { byId: null, at } : null;
  return { type: 'session.voted', ballot: withLast(ballot, { ...round, votes, revealed }) };
}

function reveal({ ballotId }: CommandOf<'session.reveal'>, given: SessionGiven): SessionEventBody {
  const ballot = namedBallot(ballotId, given);
  const round = lastRound(ballot);
  if (round === undefined || round.revealed !== null)
    throw new DomainError('INVALID', 'These votes are open already.');
  const revealed = { byId: given.actor.userId, at: given.at };
  return { type: 'session.revealed', ballot: withLast(ballot, { ...round, revealed }) };
}

function withLast(ballot: Ballot, round: Round): Ballot {
  return { ...ballot, rounds: [...ballot.rounds.slice(0, -1), round], version: ballot.version + 1 };
}

function namedBallot(ballotId: string, { ballots }: SessionGiven): Ballot {
  const ballot = ballots.find(({ id }) => id === ballotId);
  if (ballot === undefined) throw notFound('vote');
  return ballot;
}

function ensureLatest(sessionId: string, { latest, named }: SessionGiven): void {
  if (latest?.id === sessionId) return;
  if (named === undefined) throw notFound('session');
  throw new DomainError(
    'INVALID',
    'There was a newer session on this article since. This one stays as it was closed.',
  );
}

function ensureMembers(ids: readonly string[], before: readonly string[], { members }: TeamRules): void {
  const strangers = ids.filter((id) => !before.includes(id) && !members.some((one) => one.id === id));
  if (strangers.length > 0)
    throw new DomainError('INVALID', 'One of these people is not in the team any more. Choose again.');
}
