import type { Actor } from '../actor';
import type { Instant } from '../ids';
import { type Action, can, frozenSentence } from '../policy';
import {
  type Ballot,
  isVoting,
  lastRound,
  type Session,
  type SessionState,
  stateOfSession,
} from '../session';

/** What can be done in and to a session. */
export const sessionActs = [
  'open',
  'change',
  'join',
  'call_vote',
  'vote',
  'reveal',
  'freeze',
  'thaw',
  'close',
  'reopen',
] as const;
export type SessionAct = (typeof sessionActs)[number];

/** In which states of the article's latest session each act is possible; `none`: it never had one. */
const sessionActsIn: Readonly<Record<SessionAct, readonly (SessionState | 'none')[]>> = {
  open: ['none', 'closed'],
  change: ['open'],
  join: ['open'],
  call_vote: ['open'],
  vote: ['open'],
  // Nothing of the check changes by it, and no session closes over a sealed vote.
  reveal: ['open', 'frozen'],
  freeze: ['open'],
  thaw: ['open', 'frozen'],
  close: ['open', 'frozen'],
  reopen: ['closed'],
};

/** The action of the rule book that an act needs. */
export function actionOfSession(act: SessionAct): Extract<Action, `session.${string}`> {
  return `session.${act}`;
}

/**
 * Why an actor cannot do something in a session now, in a sentence; absent when nothing stands against it. `session`
 * is the article's latest one. The screen asks before the click, the server after it.
 */
export function refusalInSession(
  act: SessionAct,
  actor: Actor,
  session: Session | null,
  at: Instant,
): string | undefined {
  const permission = can(actor, actionOfSession(act));
  if (!permission.allowed) return permission.reason;
  const state = session === null ? 'none' : stateOfSession(session, at);
  if (!sessionActsIn[act].includes(state)) return notIn(act, state);
  if (act === 'thaw' && session?.frozenAt === null) return 'Nobody has called the freeze of this session.';
  if (act === 'join' && session?.participantIds.includes(actor.userId))
    return 'You take part in this session already.';
  return undefined;
}

/** Why somebody cannot vote in this ballot now. The state of the session is asked separately. */
export function refusalOfVote(ballot: Ballot, userId: string): string | undefined {
  if (!isVoting(ballot)) return 'These votes are open already. Nobody can add or change one any more.';
  return lastRound(ballot)?.voterIds.includes(userId)
    ? undefined
    : 'You are not asked in this vote. An editor can invite you before the next one.';
}

function notIn(act: SessionAct, state: SessionState | 'none'): string {
  switch (state) {
    case 'none':
      return 'There is no session on this article.';
    case 'closed':
      return 'This session is closed. An editor can reopen it.';
    case 'frozen':
      return act === 'open' ? alreadyOpen : frozenSentence;
    case 'open':
      return act === 'open' ? alreadyOpen : 'This session is not closed.';
  }
}

const alreadyOpen = 'There is a session on this article already. Close it before you open another one.';
