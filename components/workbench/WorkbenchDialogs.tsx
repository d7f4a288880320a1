'use client';

import { lazy } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { CommandAnswer } from '@/lib/domain/commands';

import type { Memory } from '@/lib/workbench/memory';
import type { Proposal } from '@/lib/workbench/proposal';
import type { SaveState } from '@/lib/workbench/save-state';
import type { View } from '@/lib/workbench/store';

const SignOffDialog = lazy(async () => ({
  default: (await import('./sign-off/SignOffDialog')).SignOffDialog,
}));
const RepliesSheet = lazy(async () => ({ default: (await import('./replies/RepliesSheet')).RepliesSheet }));
const SignInAgain = lazy(async () => ({ default: (await import('./SignInAgain')).SignInAgain }));
const DeviceNotice = lazy(async () => ({ default: (await import('./DeviceNotice')).DeviceNotice }));
const OpenSession = lazy(async () => ({ default: (await import('../sessions/OpenSession')).OpenSession }));
const RefusalsDialog = lazy(async () => ({ default: (await import('./RefusalsDialog')).RefusalsDialog }));

/** A dialog of the workbench that a person has asked for. */
export type AskedDialog = 'refusals' | 'replies' | 'session' | 'sign-in' | 'sign-off';

type WorkbenchDialogsProps = {
  readonly asked: AskedDialog | null;
  readonly onAsk: (dialog: AskedDialog | null) => void;
  readonly actor: Actor;
  readonly view: View;
  readonly memory: Memory;
  readonly saveState: SaveState;
  readonly annotations: readonly Annotation[];
  readonly propose: (proposal: Proposal) => Promise<CommandAnswer>;
  readonly onGo: (passage: Passage) => void;
  readonly onOpenCard: (id: string) => void;
};

/** What comes over the workbench: the dialog that was asked for, and the notices that come unasked. */
export function WorkbenchDialogs(props: WorkbenchDialogsProps) {
  const { asked, onAsk, actor, view, memory, saveState, annotations, propose, onGo, onOpenCard } = props;
  const state = view.visible;
  const close = (): void => onAsk(null);
  return (
    <>
      {asked === 'sign-off' ? (
        <SignOffDialog
          state={state}
          actor={actor}
          annotations={annotations}
          propose={propose}
          onGo={onGo}
          onOpenAnnotation={onOpenCard}
          onClose={close}
        />
      ) : null}
      {asked === 'replies' ? (
        <RepliesSheet open onOpenChange={close} actor={actor} state={state} propose={propose} />
      ) : null}
      {asked === 'session' ? (
        <OpenSession state={state} actor={actor} catchUp={memory.sync.catchUp} onClose={close} />
      ) : null}
      {asked === 'refusals' ? (
        <RefusalsDialog
          open
          onOpenChange={close}
          refusals={view.refusals}
          state={state}
          propose={propose}
          whoChanged={memory.whoChanged}
          onDismiss={memory.store.dismissRefusal}
        />
      ) : null}
      {saveState.kind === 'signed-out' ? (
        <SignInAgain actor={actor} isAsked={asked === 'sign-in'} onIn={memory.sync.resume} onClose={close} />
      ) : null}
      {saveState.recovered === undefined && saveState.trouble === undefined ? null : (
        <DeviceNotice
          recovered={saveState.recovered}
          trouble={saveState.trouble}
          annotations={state.annotations}
          onShow={onOpenCard}
          onClose={memory.sync.dismissRecovered}
        />
      )}
    </>
  );
}
