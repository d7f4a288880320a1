import type { SessionEventBody } from '@/lib/domain/events';
import { type Ballot, lastRound, openVotes, type Round } from '@/lib/domain/session';
import { changed, type HistoryDetail, type HistoryWords, plain, sessionFields } from './history-changes';
import { words } from './words';

type NameOf = (id: string) => string;

/** What happened in a session, in a sentence. A sealed vote is only said to be there. */
export function sessionHistoryWords(body: SessionEventBody, actorId: string, nameOf: NameOf): HistoryWords {
  switch (body.type) {
    case 'session.opened':
      return plain('opened a session', { kind: 'said', text: body.session.goal });
    case 'session.changed':
      return changedSession(body, nameOf);
    case 'session.joined':
      return plain('joined the session');
    case 'session.frozen': {
      const { frozenAt } = body.session;
      return plain(`called the freeze of the article from ${frozenAt?.slice(11, 16)} UTC on`);
    }
    case 'session.thawed':
      return plain('lifted the freeze of the article');
    case 'session.closed': {
      const { conclusion = '' } = body.session.closing ?? {};
      return plain('closed the session', ...said(conclusion));
    }
    case 'session.reopened':
      return plain('reopened the session');
    case 'session.vote_called':
      return plain(
        isFirst(body.ballot) ? 'called a vote on this claim' : 'called another vote on this claim',
      );
    case 'session.voted':
      return voted(body.ballot, actorId, nameOf);
    case 'session.revealed':
      return plain('revealed the votes on this claim', ...votesIn(lastRound(body.ballot), nameOf));
  }
}

const said = (text: string): HistoryDetail[] => (text === '' ? [] : [{ kind: 'said', text }]);
const isFirst = ({ rounds }: Ballot): boolean => rounds.length === 1;

function changedSession(
  body: Extract<SessionEventBody, { readonly type: 'session.changed' }>,
  nameOf: NameOf,
): HistoryWords {
  const { participantIds, ...before } = body.before;
  const now = Object.fromEntries(
    // the keys of a session's own change
    Object.keys(before).map((key) => [key, body.session[key as keyof typeof before]]),
  );
  const rest = changed('of the session', { changes: now, before }, sessionFields);
  if (participantIds === undefined) return rest;
  const added = body.session.participantIds.filter((id) => !participantIds.includes(id)).map(nameOf);
  const left = participantIds.filter((id) => !body.session.participantIds.includes(id)).map(nameOf);
  const did = [
    ...(added.length > 0 ? [`invited ${added.join(', ')}`] : []),
    ...(left.length > 0 ? [`took ${left.join(', ')} out of the session`] : []),
    ...(Object.keys(before).length > 0 ? [rest.does] : []),
  ];
  return { does: did.length === 0 ? rest.does : did.join(' and '), details: rest.details };
}

function voted(ballot: Ballot, actorId: string, nameOf: NameOf): HistoryWords {
  const round = lastRound(ballot);
  if (round?.revealed)
    return plain('voted as the last one, which revealed the votes', ...votesIn(round, nameOf));
  const own = round && openVotes(round).find(({ byId }) => byId === actorId);
  return own === undefined
    ? plain('voted on this claim, sealed until all have voted')
    : plain(`voted on this claim: ${words.outcomes[own.outcome].toLowerCase()}`, ...said(own.note));
}

function votesIn(round: Round | undefined, nameOf: NameOf): readonly HistoryDetail[] {
  if (round === undefined) return [];
  return openVotes(round).map(({ byId, outcome, verdict, note }) => ({
    kind: 'said',
    text: [
      `${nameOf(byId)}: ${words.outcomes[outcome]}${verdict === null ? '' : ` (${verdict.label})`}`,
      ...(note === '' ? [] : [note]),
    ].join('. '),
  }));
}
