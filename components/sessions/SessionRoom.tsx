'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { stateOfSession } from '@/lib/domain/session';
import { sessions as words } from '../messages/sessions';
import { PageBody } from '../shell/PageBody';
import { Notice } from '../ui/Notice';
import { useLive, useMemory, useView } from '../workbench/use-memory';
import { Board } from './Board';
import { Countdown } from './Countdown';
import { SessionHead } from './SessionHead';
import { useSessionActs } from './use-session-acts';
import { useSessionTime } from './use-session-time';

type SessionRoomProps = { readonly state: ArticleState; readonly actor: Actor };

/** A session that is under way: its head and the board of its claims, kept up by the article's own stream. */
export function SessionRoom({ state: initial, actor }: SessionRoomProps) {
  const memory = useMemory(initial, actor);
  const { visible } = useView(memory);
  const live = useLive(memory);
  const router = useRouter();
  const acts = useSessionActs(visible.article.id, memory.sync.catchUp);
  const { session } = visible;
  const at = useSessionTime(session);
  const isOver = session === null || session.closing !== null;
  useEffect(() => {
    // The page then is the summary, which the server makes.
    if (isOver) router.refresh();
  }, [isOver, router]);
  const frozen = session !== null && stateOfSession(session, at) === 'frozen';
  const hands = useMemo(() => (frozen ? { ...actor, isKeptOut: true } : actor), [actor, frozen]);
  if (session === null) return null;
  return (
    <>
      <SessionHead state={visible} session={session} actor={actor} at={at} acts={acts} />
      <PageBody className="max-w-none! pt-4!">
        {live === 'lost' ? (
          <Notice tone="warn" role="status" className="mb-3">
            {words.live.lost}
          </Notice>
        ) : null}
        {frozen ? (
          <Notice role="status" className="mb-3">
            {words.frozenBanner}
          </Notice>
        ) : session.frozenAt === null ? null : (
          <Notice tone="warn" role="status" className="mb-3">
            <Countdown until={session.frozenAt} say={words.lastCallBanner} />
          </Notice>
        )}
        <Board state={visible} session={session} actor={hands} at={at} acts={acts} act={memory.act} />
      </PageBody>
    </>
  );
}
