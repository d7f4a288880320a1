'use client';

import { ListChecks } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import type { Session } from '@/lib/domain/session';
import { inTextOrder } from '@/lib/domain/text-order';
import type { Memory } from '@/lib/workbench/memory';
import { DeskHints } from '../articles/DeskHints';
import { usePageCommands } from '../commands/use-page-commands';
import { articleAddress, cardAddress } from '../history/history-address';
import { sessions as words } from '../messages/sessions';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { useToast } from '../ui/Toast';
import { BoardCard } from './BoardCard';
import { boardColumns, claimAt, claimsByColumn } from './board-columns';
import type { SessionActs } from './use-session-acts';

const VoteDialog = lazy(async () => ({ default: (await import('./VoteDialog')).VoteDialog }));

type BoardProps = {
  readonly state: ArticleState;
  readonly session: Session;
  readonly actor: Actor;
  readonly at: string;
  readonly acts: SessionActs;
  readonly act: Memory['act'];
};

/** The claims by state. Arrows move among them; letters take, vote and open. */
export function Board({ state, session, actor, at, acts, act }: BoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const [currentId, setCurrent] = useState<string>();
  const [votingId, setVoting] = useState<string | null>(null);
  const router = useRouter();
  const toast = useToast();
  const claims = Object.values(state.annotations).sort(inTextOrder);
  const columns = claimsByColumn(claims);
  const current = currentId === undefined ? undefined : state.annotations[currentId];

  function move(step: 'up' | 'down' | 'left' | 'right'): boolean {
    const next = claimAt(columns, currentId, step);
    if (next === undefined) return false;
    setCurrent(next);
    const card = board.current?.querySelector<HTMLElement>(`[data-claim="${next}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  async function takeOrRelease(claim: Annotation): Promise<void> {
    const isOwn = claim.check.holder?.byId === actor.userId;
    const what = isOwn ? 'release' : 'begin';
    const refusal = refusalOfAct(what, actor, claim);
    if (refusal !== undefined) {
      toast.show({ message: words.failed(refusal), tone: 'danger' });
      return;
    }
    const { id: annotationId, check } = claim;
    const answer = await act({ type: `check.${what}`, annotationId, version: check.version }).answer;
    if (answer.ok) toast.show({ message: isOwn ? words.done.released : words.done.taken });
    else toast.show({ message: words.failed(answer.error.message), tone: 'danger' });
  }

  usePageCommands('session', {
    'session.down': () => move('down'),
    'session.up': () => move('up'),
    'session.left': () => move('left'),
    'session.right': () => move('right'),
    'session.take': current && (() => done(takeOrRelease(current))),
    'session.vote': current && (() => done(setVoting(current.id))),
    'session.article': current && (() => done(router.push(cardAddress(state.article.id, current.id)))),
  });

  if (Object.values(columns).every((list) => list.length === 0))
    return (
      <EmptyState
        icon={<ListChecks />}
        title={words.board.none}
        actions={<ButtonLink href={articleAddress(state.article.id)}>{words.board.toArticle}</ButtonLink>}
      >
        {words.board.noneBody}
      </EmptyState>
    );
  return (
    <>
      <section
        ref={board}
        aria-label={words.board.label}
        className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 lg:grid-cols-3 wide:grid-cols-6"
      >
        {boardColumns.map((name) => (
          <section
            key={name}
            aria-label={words.board.columnLabel(words.board.columns[name], columns[name].length)}
            className="min-w-0"
          >
            <h2 className="mb-2 flex items-baseline gap-2 border-b pb-1.5 text-sm font-semibold">
              {words.board.columns[name]}
              <span className="font-normal text-ink-3 tabular-nums">{columns[name].length}</span>
            </h2>
            {columns[name].length === 0 ? (
              <p className="py-1 text-sm text-ink-3">{words.board.empty}</p>
            ) : (
              <ul className="flex flex-col gap-2">
                {columns[name].map((claim) => (
                  <BoardCard
                    key={claim.id}
                    claim={claim}
                    state={state}
                    session={session}
                    actor={actor}
                    at={at}
                    isCurrent={claim.id === currentId}
                    onFocus={() => setCurrent(claim.id)}
                    onTake={() => void takeOrRelease(claim)}
                    onVotes={() => setVoting(claim.id)}
                  />
                ))}
              </ul>
            )}
          </section>
        ))}
      </section>
      <DeskHints
        hints={[
          [['session.up', 'session.down', 'session.left', 'session.right'], words.hints.move],
          [['session.take'], words.hints.take],
          [['session.vote'], words.hints.vote],
          [['session.article'], words.hints.article],
        ]}
      />
      <Suspense>
        {votingId === null || state.annotations[votingId] === undefined ? null : (
          <VoteDialog
            claim={state.annotations[votingId]}
            state={state}
            session={session}
            actor={actor}
            at={at}
            acts={acts}
            onClose={() => setVoting(null)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The key has done what it does. */
const done = (_act: unknown): true => true;
