'use client';

import type { LiveState } from '@/lib/workbench/live';
import type { SaveState } from '@/lib/workbench/save-state';
import { messages } from '../messages';

type SaveLineProps = {
  readonly state: SaveState;
  /** Whether colleagues' changes arrive as they happen. */
  readonly live: LiveState;
  readonly refused: number;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  readonly onShowRefused: () => void;
};

const words = { ...messages.workbench.save, live: messages.workbench.live };

/** Whether one's work is safe, in words that are never ahead of the truth. */
export function SaveLine({ state, live, refused, onRetry, onSignIn, onShowRefused }: SaveLineProps) {
  const { kind, trouble } = state;
  const isFine = kind === 'saved' || kind === 'saving' || kind === 'slow';
  return (
    <>
      <output aria-live="polite" className={isFine ? '' : 'text-danger'}>
        {textOf(state)}
      </output>
      {trouble === undefined ? null : <span className="text-warn">· {words.notKept}</span>}
      {live === 'lost' && isFine ? (
        <output className="text-warn">
          · {words.live.lost}
          <span className="max-phone:sr-only">{words.live.lostMeans}</span>
        </output>
      ) : null}
      {kind === 'offline' || kind === 'busy' ? <Act onAct={onRetry}>{words.retry}</Act> : null}
      {kind === 'signed-out' ? <Act onAct={onSignIn}>{words.signIn}</Act> : null}
      {refused > 0 ? <Act onAct={onShowRefused}>{words.refused(refused)}</Act> : null}
    </>
  );
}

function textOf({ kind, waiting, kept, savedAt }: SaveState): string {
  const where = words.where(waiting, kept);
  switch (kind) {
    case 'saved':
      return savedAt === null ? words.unchanged : words.saved(clock(savedAt));
    case 'saving':
      return words.saving;
    case 'slow':
      return words.slow(where);
    case 'offline':
      return words.offline(where);
    case 'busy':
      return words.busy(where);
    case 'signed-out':
      return words.signedOut(where);
    case 'lost':
      return words.lost;
  }
}

function Act({ onAct, children }: { readonly onAct: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onAct}
      className="min-h-6 rounded-sm px-1 font-medium text-danger underline underline-offset-2 max-phone:-my-1.5"
    >
      {children}
    </button>
  );
}

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
