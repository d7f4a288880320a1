import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { historyKinds } from '@/lib/domain/history';
import type { SessionReport } from '@/lib/domain/report/session-report';
import { articleAddress, cardAddress, historyAddress } from '../history/history-address';
import { messages } from '../messages';
import { sessions } from '../messages/sessions';
import { PageBody } from '../shell/PageBody';
import { PageHeader } from '../shell/PageHeader';
import { WarmLink } from '../shell/WarmLink';
import { ButtonLink } from '../ui/ButtonLink';
import { DataTable } from '../ui/DataTable';
import { RelativeTime } from '../ui/RelativeTime';
import { spanText } from '../ui/relative-time';
import { Section } from '../ui/Section';
import { AgreementTable } from './AgreementTable';
import { ExportSession } from './ExportSession';
import { ReopenButton } from './ReopenButton';
import { RoundView } from './RoundView';
import { SessionStateChip } from './SessionStateChip';

type SessionSummaryViewProps = {
  readonly report: SessionReport;
  readonly actor: Actor;
  /** No newer session was held on the article: this one can be reopened. */
  readonly isLatest: boolean;
};

const words = sessions.summary;

/** What a closed session came to. */
export function SessionSummaryView({ report, actor, isLatest }: SessionSummaryViewProps) {
  const { summary, article, people } = report;
  const { session } = summary;
  const nameOf = (id: string): string => people[id]?.name ?? '';
  return (
    <>
      <PageHeader
        title={session.goal}
        meta={
          <span className="flex items-center gap-2">
            <SessionStateChip session={session} />
            {session.closing === null ? null : <RelativeTime at={session.closing.at} />}
          </span>
        }
        actions={
          <>
            {isLatest ? <ReopenButton actor={actor} articleId={article.id} session={session} /> : null}
            <ButtonLink href={historyAddress(article.id, { kind: 'session' })}>{sessions.history}</ButtonLink>
            <ExportSession sessionId={session.id} icon={<Download aria-hidden className="size-4" />} />
            <ButtonLink href={articleAddress(article.id)} variant="primary">
              {sessions.board.toArticle}
            </ButtonLink>
          </>
        }
      />
      <PageBody>
        <p className="mb-5 text-ink-2">
          <bdi>{article.title}</bdi> · {sessions.openedBy(nameOf(session.openedById))}
        </p>
        {(session.closing?.conclusion ?? '') === '' ? null : (
          <Section title={words.conclusion}>
            <p dir="auto" className="max-w-article font-serif text-lg whitespace-pre-line">
              {session.closing?.conclusion}
            </p>
          </Section>
        )}
        <Section title={words.figures}>
          <Figures report={report} />
        </Section>
        <Section title={words.people}>
          <DataTable caption={words.peopleCaption}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                {historyKinds.map((kind) => (
                  <th key={kind} scope="col" data-number>
                    {words.kinds[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {summary.people.map(({ userId, counts }) => (
                <tr key={userId}>
                  <th scope="row">{nameOf(userId)}</th>
                  {historyKinds.map((kind) => (
                    <td key={kind} data-number data-label={words.kinds[kind]}>
                      {counts[kind]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Section>
        <Section title={words.agreement} hint={words.agreementHint}>
          <AgreementTable before={summary.agreement.before} after={summary.agreement.after} />
        </Section>
        <Section title={words.votes}>
          <Votes report={report} />
        </Section>
        <Section title={words.decisions}>
          <Claims
            report={report}
            empty={words.noDecisions}
            items={summary.decisions.map(({ annotationId, what, outcome, byId, note, at }) => ({
              key: `${annotationId} ${at}`,
              annotationId,
              about: [
                `${what === 'decided' ? words.decided : words.signedOffOne}${
                  outcome === null ? '' : `: ${messages.words.outcomes[outcome].toLowerCase()}`
                }, ${nameOf(byId)}`,
                ...(note === '' ? [] : [note]),
              ].join('. '),
            }))}
          />
        </Section>
        <Section title={words.open}>
          <Claims
            report={report}
            empty={words.nothingOpen}
            items={summary.openItems.map(({ annotationId, status, queries, isFlagged }) => ({
              key: annotationId,
              annotationId,
              about: [
                ...(status === null ? [] : [messages.words.checkStatuses[status]]),
                ...(queries === 0 ? [] : [words.queries(queries)]),
                ...(isFlagged ? [words.flagged] : []),
              ].join(', '),
            }))}
          />
        </Section>
        <Section title={words.time}>
          <Claims
            report={report}
            empty={words.noTime}
            items={summary.held.map(({ annotationId, ms }) => ({
              key: annotationId,
              annotationId,
              about: spanText(ms / 1_000, Math.floor),
            }))}
          />
        </Section>
      </PageBody>
    </>
  );
}

function Figures({ report: { summary } }: Pick<SessionSummaryViewProps, 'report'>) {
  const { coverage, claims, votes } = summary;
  const rows: readonly (readonly [string, string])[] = [
    [words.coverageBefore, words.tally(coverage.before.decided, coverage.before.total)],
    [words.coverageAfter, words.tally(coverage.after.decided, coverage.after.total)],
    [words.signedOff, words.tally(claims.signedOff, claims.total)],
    [words.votedOn, String(votes.length)],
  ];
  return (
    <dl className="max-w-form">
      {rows.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 border-b py-1.5">
          <dt>{name}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Votes({ report }: Pick<SessionSummaryViewProps, 'report'>) {
  const { summary, people, article } = report;
  if (summary.votes.length === 0) return <p className="text-ink-2">{words.noVotes}</p>;
  return (
    <ul className="flex flex-col gap-5">
      {summary.votes.map(({ ballot, dissent }) => (
        <li key={ballot.id}>
          <Passage report={report} articleId={article.id} annotationId={ballot.annotationId} />
          {dissent.length === 0 ? null : (
            <p className="mb-2 text-sm font-medium text-warn">
              {words.dissent(dissent.map(({ byId }) => people[byId]?.name ?? '').join(', '))}
            </p>
          )}
          {ballot.rounds.map((round, index) => (
            <RoundView
              key={round.calledAt}
              round={round}
              before={ballot.rounds[index - 1]}
              number={index + 1}
              people={people}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

type ClaimLine = { readonly key: string; readonly annotationId: string; readonly about: string };

function Claims({
  report,
  items,
  empty,
}: Pick<SessionSummaryViewProps, 'report'> & {
  readonly items: readonly ClaimLine[];
  readonly empty: string;
}): ReactNode {
  if (items.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {items.map(({ key, annotationId, about }) => (
        <li key={key}>
          <Passage report={report} articleId={report.article.id} annotationId={annotationId} />
          <p className="text-sm text-ink-2">{about}</p>
        </li>
      ))}
    </ul>
  );
}

function Passage({
  report,
  articleId,
  annotationId,
}: Pick<SessionSummaryViewProps, 'report'> & {
  readonly articleId: string;
  readonly annotationId: string;
}) {
  const exact = report.passages[annotationId];
  if (exact === undefined) return <p className="text-ink-2">{words.gone}</p>;
  return (
    <p dir="auto" className="font-serif text-md">
      <WarmLink href={cardAddress(articleId, annotationId)} className="hover:underline">
        “{exact}”
      </WarmLink>
    </p>
  );
}
