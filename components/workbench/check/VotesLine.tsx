'use client';

import { Clock, Vote } from 'lucide-react';
import { isVoting, lastRound } from '@/lib/domain/session';
import { heldUntil } from '@/lib/domain/session-clock';
import { resultOf } from '@/lib/domain/vote-result';
import { messages } from '../../messages';
import { sessions } from '../../messages/sessions';
import { spanText } from '../../ui/relative-time';
import { useNow } from '../../ui/use-now';
import { useWorkbench } from '../workbench-context';

const words = sessions.board;

/** How long the claim was held in the session, and what was voted on it, dissent included. */
export function VotesLine({ annotationId }: { readonly annotationId: string }) {
  const { clocks, ballots, people } = useWorkbench();
  const now = useNow().toISOString();
  const clock = clocks[annotationId];
  const own = ballots.filter((one) => one.annotationId === annotationId);
  return (
    <>
      {clock === undefined ? null : (
        <p className="mt-0.5 flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
          <Clock aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          {words.clock(spanText(heldUntil(clock, now) / 1_000, Math.floor))}
        </p>
      )}
      {own.map((ballot) => (
        <p key={ballot.id} className="mt-0.5 flex min-h-6 items-start gap-1.5 text-xs text-ink-2">
          <Vote aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
          <span>{ballotText(ballot, (id) => people[id]?.name ?? messages.margin.card.unknownPerson)}</span>
        </p>
      ))}
    </>
  );
}

function ballotText(ballot: Parameters<typeof resultOf>[0], nameOf: (id: string) => string): string {
  const round = lastRound(ballot);
  if (round !== undefined && isVoting(ballot)) return words.voting(round.votes.length, round.voterIds.length);
  const { majority, dissent } = resultOf(ballot);
  const against = dissent.map(
    ({ byId, outcome }) => `${nameOf(byId)} (${messages.words.outcomes[outcome].toLowerCase()})`,
  );
  return [
    majority === null ? sessions.vote.tie : sessions.vote.majority(messages.words.outcomes[majority]),
    ...(against.length === 0 ? [] : [sessions.summary.dissent(against.join(', '))]),
  ].join('. ');
}
