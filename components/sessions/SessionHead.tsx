'use client';

import { DoorClosed, Download, Pencil, Snowflake, Sun, UserPlus, UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { refusalInSession } from '@/lib/domain/laws/session-laws';
import { can } from '@/lib/domain/policy';
import { isVoting, type Session } from '@/lib/domain/session';
import { articleAddress } from '../history/history-address';
import { sessions as words } from '../messages/sessions';
import { PageHeader } from '../shell/PageHeader';
import { AvatarRow } from '../ui/AvatarRow';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Countdown } from './Countdown';
import { ExportSession } from './ExportSession';
import { type LeaderAct, LeaderActs } from './LeaderActs';
import { SessionStateChip } from './SessionStateChip';
import type { SessionActs } from './use-session-acts';

const SessionForm = lazy(async () => ({ default: (await import('./SessionForm')).SessionForm }));
const FreezeDialog = lazy(async () => ({ default: (await import('./FreezeDialog')).FreezeDialog }));
const CloseDialog = lazy(async () => ({ default: (await import('./CloseDialog')).CloseDialog }));
const HandOutDialog = lazy(async () => ({ default: (await import('../queue/HandOutDialog')).HandOutDialog }));

type SessionHeadProps = {
  readonly state: ArticleState;
  readonly session: Session;
  readonly actor: Actor;
  readonly at: string;
  readonly acts: SessionActs;
};

/** What the session is for, until when, who takes part, and what its leader can do with it. */
export function SessionHead({ state, session, actor, at, acts }: SessionHeadProps) {
  const [dialog, setDialog] = useState<'change' | 'freeze' | 'close' | 'hand-out' | null>(null);
  const { article, people, rules, ballots } = state;
  const close = () => setDialog(null);
  const named = (id: string) => people[id] ?? { id, name: '' };
  const isLed = can(actor, 'session.change').allowed;
  const may = (act: Parameters<typeof refusalInSession>[0]) =>
    refusalInSession(act, actor, session, at) === undefined;
  const isVotingNow = ballots.some((one) => one.sessionId === session.id && isVoting(one));
  const receivers = rules.members.filter(
    ({ id, role }) => role !== 'viewer' && session.participantIds.includes(id),
  );
  const send = (type: 'session.thaw' | 'session.join'): void => {
    const { id: sessionId, version } = session;
    if (type === 'session.join') void acts.send({ type, sessionId }, words.done.joined);
    else void acts.send({ type, sessionId, version }, words.done.thawed);
  };
  const offered: readonly LeaderAct[] = [
    ...(isLed && may('change')
      ? [
          { name: words.board.handOut, Icon: UsersRound, onSelect: () => setDialog('hand-out') },
          { name: words.change, Icon: Pencil, onSelect: () => setDialog('change') },
        ]
      : []),
    ...(may('thaw')
      ? [
          {
            name: may('freeze') ? words.freeze.cancelCall : words.freeze.thaw,
            Icon: Sun,
            onSelect: () => send('session.thaw'),
            busy: acts.isBusy,
          },
        ]
      : may('freeze')
        ? [{ name: words.freeze.open, Icon: Snowflake, onSelect: () => setDialog('freeze') }]
        : []),
    ...(may('close')
      ? [{ name: words.close.open, Icon: DoorClosed, onSelect: () => setDialog('close') }]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={session.goal}
        meta={
          <span className="flex items-center gap-2">
            <SessionStateChip session={session} />
            {session.deadlineAt === null ? null : <Countdown until={session.deadlineAt} />}
          </span>
        }
        actions={
          <>
            {may('join') ? (
              <Button busy={acts.isBusy} onClick={() => send('session.join')}>
                <UserPlus aria-hidden className="size-4" />
                {words.join}
              </Button>
            ) : null}
            <LeaderActs acts={offered} />
            <ExportSession sessionId={session.id} icon={<Download aria-hidden className="size-4" />} />
            <ButtonLink href={articleAddress(article.id)} variant="primary">
              {words.board.toArticle}
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-5.5 py-2 text-sm text-ink-2 max-phone:px-4">
        <AvatarRow label={words.participants} people={session.participantIds.map(named)} max={8} size="sm" />
        <span className="min-w-0 truncate">
          <bdi>{article.title}</bdi>
        </span>
        <span className="md:hidden">
          <SessionStateChip session={session} />{' '}
          {session.deadlineAt === null ? null : <Countdown until={session.deadlineAt} />}
        </span>
      </div>
      <Suspense>
        {dialog === 'change' ? (
          <SessionForm
            actor={actor}
            members={rules.members}
            session={session}
            busy={acts.isBusy}
            onSend={(_fields, _articleId, changes) =>
              acts.send({
                type: 'session.change',
                sessionId: session.id,
                version: session.version,
                changes,
              })
            }
            onClose={close}
          />
        ) : null}
        {dialog === 'freeze' ? <FreezeDialog session={session} acts={acts} onClose={close} /> : null}
        {dialog === 'close' ? (
          <CloseDialog session={session} isVoting={isVotingNow} acts={acts} onClose={close} />
        ) : null}
        {dialog === 'hand-out' ? (
          <HandOutDialog articleId={article.id} people={receivers} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
}
