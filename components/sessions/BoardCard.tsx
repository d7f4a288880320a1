'use client';

import { Clock, Vote } from 'lucide-react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { refusalInSession } from '@/lib/domain/laws/session-laws';
import { isVoting, lastRound, type Session } from '@/lib/domain/session';
import { heldUntil } from '@/lib/domain/session-clock';
import { resultOf } from '@/lib/domain/vote-result';
import { cardAddress } from '../history/history-address';
import { messages } from '../messages';
import { sessions } from '../messages/sessions';
import { WarmLink } from '../shell/WarmLink';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { spanText } from '../ui/relative-time';
import { StatusChip } from '../ui/StatusChip';
import { useAlive } from '../ui/use-now';
import { markEdge, statusTone } from '../workbench/mark-look';

type BoardCardProps = {
  readonly claim: Annotation;
  readonly state: ArticleState;
  readonly session: Session;
  readonly actor: Actor;
  readonly at: string;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onTake: () => void;
  readonly onVotes: () => void;
};

const words = sessions.board;

/** One claim on the board: its words, who is on it and how long, how a vote on it stands. */
export function BoardCard(props: BoardCardProps) {
  const { claim, state, session, actor, at, isCurrent, onFocus, onTake, onVotes } = props;
  const { check } = claim;
  const isOwn = check.holder?.byId === actor.userId;
  const take = isOwn ? words.release : check.holder === null ? words.take : words.takeOver;
  const mayTake = refusalOfAct(isOwn ? 'release' : 'begin', actor, claim) === undefined;
  const ballot = ballotOn(state, session, claim.id);
  const isAsked = ballot !== undefined && asksFor(ballot, actor.userId);
  const mayCall = refusalInSession('call_vote', actor, session, at) === undefined;
  return (
    <li
      className={classNames(
        'rounded-lg border border-s-3 border-line-2 bg-sheet',
        markEdge[claim.mark],
        isCurrent && 'outline-2 outline-pencil',
      )}
    >
      <WarmLink
        href={cardAddress(state.article.id, claim.id)}
        data-claim={claim.id}
        onFocus={onFocus}
        className="block scroll-m-24 rounded-lg px-3 pt-2.5 pb-1.5"
      >
        <span dir="auto" className="line-clamp-3 font-serif text-md text-ink">
          “{claim.anchor.exact}”
        </span>
        <span className="sr-only">. {messages.words.checkStatuses[check.status]}</span>
      </WarmLink>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 text-xs text-ink-2">
        <Person claim={claim} state={state} />
        <ClaimClock clock={state.clocks[claim.id]} at={at} />
        <StatusChip tone={statusTone[check.status]}>{messages.words.checkStatuses[check.status]}</StatusChip>
        {ballot === undefined ? null : <BallotChip ballot={ballot} />}
      </div>
      {/* Words stand under words: what has no surface reaches out by its own padding. */}
      <div className="flex flex-wrap gap-1 px-3 pt-1 pb-2">
        {mayTake ? (
          <Button size="sm" variant="ghost" onClick={onTake} onFocus={onFocus} className="first:-ms-2.5">
            {take}
          </Button>
        ) : null}
        {ballot === undefined && !mayCall ? null : (
          <Button
            size="sm"
            variant={isAsked ? 'primary' : 'ghost'}
            onClick={onVotes}
            onFocus={onFocus}
            className={isAsked ? undefined : 'first:-ms-2.5'}
          >
            {isAsked ? words.vote : ballot === undefined ? words.callVote : words.votes}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The votes of this session on a claim. */
export function ballotOn(state: ArticleState, session: Session, annotationId: string) {
  return state.ballots.find((one) => one.sessionId === session.id && one.annotationId === annotationId);
}

/** Whether somebody's vote is asked for and not given yet. */
export function asksFor(ballot: ArticleState['ballots'][number], userId: string): boolean {
  const round = lastRound(ballot);
  return (
    round?.revealed === null &&
    round.voterIds.includes(userId) &&
    !round.votes.some(({ byId }) => byId === userId)
  );
}

function Person({ claim, state }: Pick<BoardCardProps, 'claim' | 'state'>) {
  const { holder, plan } = claim.check;
  const id = holder?.byId ?? plan.assigneeId;
  const person = id === null ? undefined : state.people[id];
  if (person === undefined && claim.check.status === 'signed_off') return null;
  if (person === undefined) return <span className="text-ink-3">{words.nobody}</span>;
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Avatar person={person} size="sm" decorative />
      <span className="truncate">
        {holder === null ? words.assignedTo(person.name) : words.heldBy(person.name)}
      </span>
    </span>
  );
}

function ClaimClock({
  clock,
  at,
}: {
  readonly clock: ArticleState['clocks'][string] | undefined;
  readonly at: string;
}) {
  const alive = useAlive();
  if (clock === undefined || !alive) return null;
  const ms = heldUntil(clock, at);
  const span = spanText(ms / 1_000, Math.floor);
  return (
    <span className="inline-flex items-center gap-1 tabular-nums" title={words.clockSpoken(span)}>
      <Clock aria-hidden className="size-3" />
      <span className="sr-only">{words.clockSpoken(span)}</span>
      <span aria-hidden>{span}</span>
    </span>
  );
}

function BallotChip({ ballot }: { readonly ballot: ArticleState['ballots'][number] }) {
  const round = lastRound(ballot);
  if (round === undefined) return null;
  if (isVoting(ballot))
    return (
      <StatusChip tone="violet" icon={<Vote aria-hidden />}>
        {words.voting(round.votes.length, round.voterIds.length)}
      </StatusChip>
    );
  const { majority, dissent } = resultOf(ballot);
  return (
    <StatusChip tone={dissent.length === 0 ? 'green' : 'amber'} icon={<Vote aria-hidden />}>
      {majority === null ? sessions.vote.tie : messages.words.outcomes[majority]}
      {dissent.length === 0 ? '' : ` · ${sessions.vote.dissent.toLowerCase()} ${dissent.length}`}
    </StatusChip>
  );
}
