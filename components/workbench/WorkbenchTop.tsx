'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Mark } from '@/lib/domain/annotation';
import type { Coverage } from '@/lib/domain/coverage';
import { can } from '@/lib/domain/policy';
import type { Memory } from '@/lib/workbench/memory';
import type { SaveState } from '@/lib/workbench/save-state';
import type { View } from '@/lib/workbench/store';
import { CoverageGauge } from './coverage/CoverageGauge';
import { sessionBarId } from './header-height';
import { RepliesButton } from './replies/RepliesButton';
import { SaveLine } from './SaveLine';
import { SessionButton } from './SessionButton';
import { useLive } from './use-memory';
import type { AskedDialog } from './WorkbenchDialogs';
import { WorkbenchHeader } from './WorkbenchHeader';

const SessionBar = lazy(async () => ({ default: (await import('../sessions/SessionBar')).SessionBar }));

type WorkbenchTopProps = {
  readonly view: View;
  readonly actor: Actor;
  readonly memory: Memory;
  readonly saveState: SaveState;
  readonly coverage: Coverage;
  readonly byMark: Readonly<Record<Mark, number>>;
  readonly isCoverageOpen: boolean;
  readonly onCoverage: () => void;
  readonly signOffButton: ReactNode;
  readonly onAsk: (dialog: AskedDialog) => void;
  readonly onOpenCard: (annotationId: string) => void;
};

/** What stays in sight above the text: the header with its buttons, and the session while one is under way. */
export function WorkbenchTop(props: WorkbenchTopProps) {
  const { view, actor, memory, saveState, coverage, byMark, onAsk } = props;
  const { article, revision, session, replyRequests } = view.visible;
  const live = useLive(memory);
  return (
    <>
      <WorkbenchHeader
        articleId={article.id}
        title={article.title}
        revisionNumber={revision.number}
        gauge={
          <CoverageGauge
            decided={coverage.decided}
            total={coverage.total}
            byMark={byMark}
            isOpen={props.isCoverageOpen}
            onPress={props.onCoverage}
          />
        }
        signOff={
          can(actor, 'article.sign_off').allowed || article.signOff !== null ? props.signOffButton : null
        }
        replies={<RepliesButton requests={replyRequests} onOpen={() => onAsk('replies')} />}
        session={
          <SessionButton
            session={session}
            mayOpen={can(actor, 'session.open').allowed}
            onOpen={() => onAsk('session')}
          />
        }
        mayHandOut={can(actor, 'claims.hand_out').allowed}
        saveLine={
          <SaveLine
            state={saveState}
            live={live}
            refused={view.refusals.length}
            onRetry={memory.sync.resume}
            onSignIn={() => onAsk('sign-in')}
            onShowRefused={() => onAsk('refusals')}
          />
        }
      />
      {session?.closing === null ? (
        <div id={sessionBarId} className="sticky top-14 z-10 min-h-9 border-b bg-paper print:hidden">
          <Suspense fallback={<p className="truncate px-4 py-1.5 text-sm">{session.goal}</p>}>
            <SessionBar
              state={view.visible}
              session={session}
              actor={actor}
              memory={memory}
              onOpenCard={props.onOpenCard}
            />
          </Suspense>
        </div>
      ) : null}
    </>
  );
}
