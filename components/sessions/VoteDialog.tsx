'use client';

import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { refusalInSession } from '@/lib/domain/laws/session-laws';
import { newId } from '@/lib/domain/new-id';
import { isVoting, lastRound, type Session } from '@/lib/domain/session';
import { cardAddress } from '../history/history-address';
import { sessions } from '../messages/sessions';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Dialog } from '../ui/Dialog';
import { ballotOn } from './BoardCard';
import { RoundView } from './RoundView';
import type { SessionActs } from './use-session-acts';
import { VoteForm } from './VoteForm';

type VoteDialogProps = {
  readonly claim: Annotation;
  readonly state: ArticleState;
  readonly session: Session;
  readonly actor: Actor;
  readonly at: string;
  readonly acts: SessionActs;
  readonly onClose: () => void;
};

const words = sessions.vote;

/** The votes on one claim: what was said before and after the discussion, one's own vote, and the next vote. */
export function VoteDialog({ claim, state, session, actor, at, acts, onClose }: VoteDialogProps) {
  const ballot = ballotOn(state, session, claim.id);
  const round = ballot && lastRound(ballot);
  const isUnderWay = ballot !== undefined && isVoting(ballot);
  const refusalOf = (act: 'call_vote' | 'reveal' | 'vote') => refusalInSession(act, actor, session, at);
  const sessionId = session.id;
  const isVoter = isUnderWay && round?.voterIds.includes(actor.userId) === true;
  const voters = session.participantIds.filter((id) =>
    state.rules.members.some((member) => member.id === id && member.role !== 'viewer'),
  );
  const missing = round === undefined ? 0 : round.voterIds.length - round.votes.length;

  function call(): void {
    void acts.send(
      { type: 'session.call_vote', sessionId, ballotId: ballot?.id ?? newId(), annotationId: claim.id },
      sessions.done.voteCalled,
    );
  }

  function reveal(): void {
    if (ballot === undefined) return;
    void acts.send({ type: 'session.reveal', sessionId, ballotId: ballot.id }, sessions.done.revealed);
  }

  return (
    <Dialog
      open
      size="md"
      onOpenChange={onClose}
      title={words.title}
      actions={
        <>
          <ButtonLink
            variant="ghost"
            href={cardAddress(state.article.id, claim.id)}
            className="me-auto -ms-3"
          >
            {words.discuss}
          </ButtonLink>
          {isUnderWay && refusalOf('reveal') === undefined ? (
            <Button busy={acts.isBusy} onClick={reveal}>
              {words.reveal}
            </Button>
          ) : null}
          {!isUnderWay && refusalOf('call_vote') === undefined ? (
            <Button variant="primary" busy={acts.isBusy} onClick={call}>
              {ballot === undefined ? words.call : words.callAgain}
            </Button>
          ) : null}
        </>
      }
    >
      <p dir="auto" className="mb-3 font-serif text-lg">
        “{claim.anchor.exact}”
      </p>
      {isUnderWay || refusalOf('call_vote') !== undefined ? null : (
        <p className="mb-3 text-sm text-ink-2">{words.callHint(voters.length)}</p>
      )}
      {ballot?.rounds.map((one, index) => (
        <RoundView
          // a ballot's rounds are only ever added to
          key={one.calledAt}
          round={one}
          before={ballot.rounds[index - 1]}
          number={index + 1}
          people={state.people}
        />
      ))}
      {isUnderWay && missing > 0 ? <p className="text-sm text-ink-2">{words.revealHint(missing)}</p> : null}
      {isVoter && round !== undefined && ballot !== undefined ? (
        <VoteForm
          key={`${ballot.id} ${ballot.rounds.length}`}
          actor={actor}
          scales={state.rules.scales}
          ballot={ballot}
          round={round}
          refusal={refusalOf('vote')}
          acts={acts}
        />
      ) : null}
    </Dialog>
  );
}
