'use client';

import { lazy, Suspense, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { isChecked, refusalOfAct } from '@/lib/domain/laws/check-laws';
import { type Session, stateOfSession } from '@/lib/domain/session';
import { inTextOrder } from '@/lib/domain/text-order';
import type { Memory } from '@/lib/workbench/memory';
import { sessions as words } from '../messages/sessions';
import { WarmLink } from '../shell/WarmLink';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { useToast } from '../ui/Toast';
import { asksFor } from './BoardCard';
import { columnOf } from './board-columns';
import { Countdown } from './Countdown';
import { SessionStateChip } from './SessionStateChip';
import { sessionAddress } from './session-address';
import { useSessionActs } from './use-session-acts';
import { useSessionTime } from './use-session-time';

const VoteDialog = lazy(async () => ({ default: (await import('./VoteDialog')).VoteDialog }));

type SessionBarProps = {
  readonly state: ArticleState;
  readonly session: Session;
  readonly actor: Actor;
  readonly memory: Pick<Memory, 'act' | 'store' | 'sync'>;
  readonly onOpenCard: (annotationId: string) => void;
};

const mostTries = 5;

/** Claims that nobody has and that are meant for nobody. */
const onOffer = (claims: readonly Annotation[]): readonly Annotation[] =>
  claims.filter(
    ({ check }) =>
      columnOf[check.status] === 'todo' && check.holder === null && check.plan.assigneeId === null,
  );

/** The session that is under way, above the article: what for, how long, what is asked of me, whether it is frozen. */
export function SessionBar({ state, session, actor, memory, onOpenCard }: SessionBarProps) {
  const at = useSessionTime(session);
  const acts = useSessionActs(state.article.id, memory.sync.catchUp);
  const [votingId, setVoting] = useState<string | null>(null);
  const toast = useToast();
  const isFrozen = stateOfSession(session, at) === 'frozen';
  const claims = Object.values(state.annotations).filter(isChecked).sort(inTextOrder);
  const mine = claims.filter(
    ({ check }) =>
      check.status !== 'signed_off' && (check.holder?.byId ?? check.plan.assigneeId) === actor.userId,
  );
  const asked = state.ballots.filter((one) => one.sessionId === session.id && asksFor(one, actor.userId));
  const [firstAsked] = asked;
  const offered = session.firstCome ? onOffer(claims) : [];
  const [next] = offered;
  const mayTake = next !== undefined && refusalOfAct('begin', actor, next) === undefined;

  /** Two may press at once: who comes second gets the next claim, not a refusal. */
  async function takeNext(): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { annotations } = memory.store.getView().visible;
      const [free] = onOffer(Object.values(annotations).filter(isChecked).sort(inTextOrder));
      if (free === undefined) break;
      const { id: annotationId, check } = free;
      const { commandId, answer } = memory.act({ type: 'check.begin', annotationId, version: check.version });
      const settled = await answer;
      if (settled.ok) return onOpenCard(annotationId);
      memory.store.dismissRefusal(commandId);
      if (settled.error.code !== 'STALE')
        return void toast.show({ message: words.failed(settled.error.message), tone: 'danger' });
    }
    toast.show({ message: words.allTaken });
  }

  return (
    <>
      <section
        aria-label={words.bar}
        className={classNames(
          'flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1 text-sm',
          isFrozen ? 'bg-pencil-bg' : session.frozenAt === null ? 'bg-wash' : 'bg-warn-bg',
        )}
      >
        <SessionStateChip session={session} />
        <span dir="auto" className="min-w-0 truncate font-medium max-phone:sr-only">
          {session.goal}
        </span>
        {session.deadlineAt === null ? null : (
          <span className="text-ink-2">
            <Countdown until={session.deadlineAt} />
          </span>
        )}
        <output aria-live="polite" className="min-w-0 text-ink">
          {isFrozen ? (
            words.frozenBanner
          ) : session.frozenAt === null ? null : (
            <Countdown until={session.frozenAt} say={words.lastCallBanner} />
          )}
        </output>
        <span className="flex-1" />
        {firstAsked === undefined ? null : (
          <Button size="sm" variant="primary" onClick={() => setVoting(firstAsked.annotationId)}>
            {words.myVotes(asked.length)}
          </Button>
        )}
        {mayTake ? (
          <Button size="sm" onClick={() => void takeNext()}>
            {words.takeNext}
            <span className="font-normal text-ink-2 max-phone:sr-only">{words.onOffer(offered.length)}</span>
          </Button>
        ) : null}
        <span className="text-ink-2 max-md:hidden">{words.mine(mine.length)}</span>
        <WarmLink
          href={sessionAddress(session.id)}
          className="inline-flex min-h-6 items-center font-medium text-pencil underline underline-offset-3"
        >
          {words.toBoard}
        </WarmLink>
      </section>
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
