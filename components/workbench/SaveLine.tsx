'use client';

import type { LiveState } from '@/lib/workbench/live';
import type { SaveState } from '@/lib/workbench/sync';
import { messages } from '../messages';

type SaveLineProps = {
  readonly state: SaveState;
  /** Whether colleagues' changes arrive as they happen. */
  readonly live: LiveState;
  readonly refused: number;
  readonly onRetry: () => void;
  readonly onShowRefused: () => void;
};

const words = messages.workbench.save;

/** Whether one's work is safe, in words that are never ahead of the truth. */
export function SaveLine({ state, live, refused, onRetry, onShowRefused }: SaveLineProps) {
  const isFine = state.kind === 'saved' || state.kind === 'saving';
  return (
    <>
      <output aria-live="polite" className={isFine ? '' : 'text-danger'}>
        {textOf(state)}
      </output>
      {live === 'lost' && isFine ? <span className="text-warn">· {messages.workbench.live.lost}</span> : null}
      {state.kind === 'retrying' ? <Act onAct={onRetry}>{words.retry}</Act> : null}
      {state.kind === 'signed-out' ? <SignInLink /> : null}
      {refused > 0 ? <Act onAct={onShowRefused}>{words.refused(refused)}</Act> : null}
    </>
  );
}

function textOf({ kind, waiting, savedAt }: SaveState): string {
  switch (kind) {
    case 'saved':
      return savedAt === null ? words.unchanged : words.saved(clock(savedAt));
    case 'saving':
      return words.saving;
    case 'retrying':
      return words.retrying(waiting);
    case 'signed-out':
      return words.signedOut(waiting);
    case 'lost':
      return words.lost;
  }
}

function Act({ onAct, children }: { readonly onAct: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onAct}
      className="min-h-6 rounded-sm px-1 font-medium text-danger underline underline-offset-2"
    >
      {children}
    </button>
  );
}

/** Opens beside this page, so that nothing here is lost; coming back to this page sends what waits. */
function SignInLink() {
  return (
    <a
      href="/sign-in"
      target="_blank"
      rel="noopener opener"
      className="min-h-6 rounded-sm px-1 font-medium text-danger underline underline-offset-2"
    >
      {words.signIn}
    </a>
  );
}

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
