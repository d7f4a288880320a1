import type { ArticleState } from '@/lib/domain/apply';
import { isSealedVote, openVotes, type Round } from '@/lib/domain/session';
import { messages } from '../messages';
import { sessions } from '../messages/sessions';
import { Avatar } from '../ui/Avatar';
import { StatusChip } from '../ui/StatusChip';

type RoundViewProps = {
  readonly round: Round;
  /** The round before it, to show who came to another outcome. */
  readonly before: Round | undefined;
  /** From 1. */
  readonly number: number;
  readonly people: ArticleState['people'];
};

const words = sessions.vote;

/** One round of votes: who has voted, and once it is revealed, what and why. */
export function RoundView({ round, before, number, people }: RoundViewProps) {
  const { voterIds, votes, revealed } = round;
  const ids = [...new Set([...voterIds, ...votes.map(({ byId }) => byId)])];
  return (
    <div className="mb-4">
      <h3 className="mb-1 text-sm font-semibold">
        {words.round(number)}
        {revealed === null || votes.length === 0 ? null : (
          <span className="font-normal text-ink-2">
            {' · '}
            {revealed.byId === null ? words.revealedAll : words.revealedBy(people[revealed.byId]?.name ?? '')}
          </span>
        )}
      </h3>
      {revealed !== null && votes.length === 0 ? <p className="text-sm text-ink-2">{words.nobody}</p> : null}
      <ul className="divide-y divide-line">
        {ids.map((id) => (
          <li key={id} className="flex items-start gap-2 py-1.5 text-sm">
            <Avatar person={people[id] ?? { id, name: '' }} size="sm" decorative />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{people[id]?.name}</span>{' '}
              <VoteOf id={id} round={round} before={before} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function VoteOf({ id, round, before }: Pick<RoundViewProps, 'round' | 'before'> & { readonly id: string }) {
  const vote = round.votes.find(({ byId }) => byId === id);
  if (vote === undefined) return <span className="text-ink-3">{words.notYet}</span>;
  if (isSealedVote(vote)) return <StatusChip tone="violet">{words.sealed}</StatusChip>;
  const earlier = before && openVotes(before).find(({ byId }) => byId === id);
  const isOther = earlier !== undefined && earlier.outcome !== vote.outcome;
  return (
    <>
      <StatusChip>{messages.words.outcomes[vote.outcome]}</StatusChip>
      {vote.verdict === null ? null : <span className="text-ink-2"> {vote.verdict.label}</span>}
      {isOther ? (
        <span className="text-ink-2"> ({words.changed(messages.words.outcomes[earlier.outcome])})</span>
      ) : null}
      {vote.note === '' ? null : (
        <span dir="auto" className="mt-0.5 block">
          {vote.note}
        </span>
      )}
    </>
  );
}
