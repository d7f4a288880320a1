'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { newId } from '@/lib/domain/new-id';
import { createHttpTransport } from '@/lib/workbench/http-transport';
import { createHistoryShelf, type HistoryShelf } from '@/lib/workbench/kept-history';
import { createHttpStream, type LiveState } from '@/lib/workbench/live';
import { createMemory, type Memory } from '@/lib/workbench/memory';
import { createMemoryOutbox } from '@/lib/workbench/outbox';
import type { View } from '@/lib/workbench/store';
import type { SaveState } from '@/lib/workbench/sync';
import { messages } from '../messages';
import { guardSignOut } from '../shell/sign-out';

/** The memory of the article on this page, kept in step with the network and the window. */
export function useMemory(state: ArticleState, actor: Actor): Memory {
  const [memory] = useState(() =>
    createMemory({
      state,
      actor,
      transport: createHttpTransport(state.article.id, (...request) => fetch(...request)),
      stream: createHttpStream(state.article.id, (address) => new EventSource(address)),
      outbox: createMemoryOutbox(),
      shelf: shelfOf(state.article.id, actor.userId),
      now,
      newId,
      schedule: (callback, afterMs) => {
        const timer = setTimeout(callback, afterMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => followWindow(memory), [memory]);
  return memory;
}

const now = (): string => new Date().toISOString();

/** The tab's own; none on the server and where the browser forbids storage. */
function shelfOf(articleId: string, userId: string): HistoryShelf | undefined {
  if (typeof window === 'undefined') return undefined;
  try {
    return createHistoryShelf(window.sessionStorage, `galley.history.${userId}.${articleId}`, now);
  } catch {
    return undefined;
  }
}

export function useView({ store }: Memory): View {
  return useSyncExternalStore(store.subscribe, store.getView, store.getView);
}

export function useSaveState({ sync }: Memory): SaveState {
  return useSyncExternalStore(sync.subscribe, sync.getState, sync.getState);
}

export function useLive({ live }: Memory): LiveState {
  return useSyncExternalStore(live.subscribe, live.getState, live.getState);
}

/** Tries again when the network or the reader is back, and warns before unsent work would be left behind. */
function followWindow({ store, sync, live, keepHistory }: Memory): () => void {
  let stopFollowing: (() => void) | undefined;
  const resume = (): void => sync.resume();
  const comeBack = (): void => {
    if (document.hidden) return;
    sync.resume();
    // Whoever was away is not reading: nothing needs to be held back from them.
    void sync.catchUp().then(() => store.settleHeld());
  };
  // Browsers allow about six streams to one site over all tabs: only a tab that is looked at has one.
  const look = (): void => {
    if (document.hidden) {
      stopFollowing?.();
      stopFollowing = undefined;
    } else {
      stopFollowing ??= live.follow();
      comeBack();
    }
  };
  stopFollowing = document.hidden ? undefined : live.follow();
  const warn = (event: BeforeUnloadEvent): void => {
    if (sync.getState().waiting > 0) event.preventDefault();
  };
  const stopGuarding = guardSignOut(() => {
    const { waiting } = sync.getState();
    return waiting > 0 ? messages.workbench.save.unsent(waiting) : undefined;
  });
  window.addEventListener('online', resume);
  window.addEventListener('focus', comeBack);
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', keepHistory);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.removeEventListener('online', resume);
    window.removeEventListener('focus', comeBack);
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('pagehide', keepHistory);
    keepHistory();
    document.removeEventListener('visibilitychange', look);
    stopFollowing?.();
    stopGuarding();
    sync.stop();
  };
}
