'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { newId } from '@/lib/domain/new-id';
import { draftsOf } from '@/lib/workbench/drafts';
import { formsOf } from '@/lib/workbench/forms';
import { createHttpTransport } from '@/lib/workbench/http-transport';
import type { LiveState, Stream } from '@/lib/workbench/live';
import { createMemory, type Memory } from '@/lib/workbench/memory';
import type { SaveState } from '@/lib/workbench/save-state';
import type { View } from '@/lib/workbench/store';
import { messages } from '../messages';
import { guardSignOut } from '../shell/sign-out';
import { unreadShelf } from './unread-shelf';

/** The memory of the article on this page, kept in step with the network and the window. */
export function useMemory(state: ArticleState, actor: Actor): Memory {
  const [memory] = useState(() =>
    createMemory({
      state,
      actor,
      transport: (articleId) => createHttpTransport(articleId, ask, actor.userId),
      stream: streamLater(state.article.id, actor),
      drafts: draftsOf(actor.userId),
      forms: formsOf(actor.userId),
      openDevice: async () => {
        const { openOwnDevice } = await import('@/lib/workbench/open-own-device');
        return openOwnDevice(actor.userId, ask);
      },
      unreadShelf: unreadShelf(actor.userId, state.article.id),
      now: () => new Date().toISOString(),
      newId,
      random: Math.random,
      schedule: (callback, afterMs) => {
        const timer = setTimeout(callback, afterMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => followWindow(memory), [memory]);
  useEffect(() => memory.become(actor), [memory, actor]);
  return memory;
}

const ask: typeof fetch = (...request) => fetch(...request);

export function useView({ store }: Memory): View {
  return useSyncExternalStore(store.subscribe, store.getView, store.getView);
}

export function useSaveState({ sync }: Memory): SaveState {
  return useSyncExternalStore(sync.subscribe, sync.getState, sync.getState);
}

/**
 * What this person has not looked at, of what the margin shows. A card is read once it is left, so that it stays in a
 * list of what is unread.
 */
export function useUnread(
  { sync, unread, markRead }: Memory,
  held: View['held'],
  activeId: string | null,
): ReadonlySet<string> {
  useEffect(() => (activeId === null ? undefined : () => markRead([activeId])), [activeId, markRead]);
  const ids = useSyncExternalStore(sync.subscribe, unread, unread);
  return useMemo(
    () => (held.size === 0 ? ids : new Set([...ids].filter((id) => !held.has(id)))),
    [ids, held],
  );
}

export function useLive({ live }: Memory): LiveState {
  return useSyncExternalStore(live.subscribe, live.getState, live.getState);
}

/** The stream that all tabs share: its script comes once the page is there. */
function streamLater(articleId: string, actor: Actor): Stream {
  return (known, listener) => {
    let stop: (() => void) | undefined;
    let isStopped = false;
    // The line is a script of its own, so that all that speak over it fetch it once.
    Promise.all([import('@/lib/workbench/browser-line'), import('@/lib/workbench/article-stream')]).then(
      ([{ browserLine }, { followArticle }]) => {
        if (!isStopped) stop = followArticle(browserLine(actor), actor, articleId, known, listener);
      },
      () => listener.onEnd(),
    );
    return () => {
      isStopped = true;
      stop?.();
    };
  };
}

/** Signs that somebody is there and about to do something. */
const signsOfLife = ['pointerdown', 'keydown', 'pointermove', 'scroll'] as const;
/** Whoever only looks gets what earlier pages have left after this long. */
const wakeAfterMs = 2_000;

/** Tries again when the network or the reader is back, and warns before unkept work would be left behind. */
function followWindow(memory: Memory): () => void {
  const { store, sync, live, wake } = memory;
  const ending = new AbortController();
  const { signal } = ending;
  const comeBack = (): void => {
    if (document.hidden) return;
    // Looking at the page again brings no network.
    if (navigator.onLine) sync.resume();
    // Whoever was away is not reading: nothing needs to be held back from them.
    if (live.getState() === 'on') store.settleHeld();
    else void sync.catchUp().then(() => store.settleHeld());
  };
  const stopFollowing = live.follow();
  const warn = (event: BeforeUnloadEvent): void => {
    if (memory.hasUnkept()) event.preventDefault();
  };
  const stopGuarding = guardSignOut(() => {
    const { waiting, kept } = sync.getState();
    if (waiting > 0) return messages.workbench.save.unsent(waiting, kept === waiting);
    return memory.hasUnkept() ? messages.workbench.save.unkept : undefined;
  });
  window.addEventListener('online', sync.resume, { signal });
  window.addEventListener('offline', sync.goOffline, { signal });
  window.addEventListener('focus', comeBack, { signal });
  window.addEventListener('beforeunload', warn, { signal });
  document.addEventListener('visibilitychange', comeBack, { signal });
  for (const sign of signsOfLife)
    window.addEventListener(sign, wake, { signal, once: true, capture: true, passive: true });
  const waking = setTimeout(wake, wakeAfterMs);
  return () => {
    ending.abort();
    clearTimeout(waking);
    stopFollowing();
    stopGuarding();
  };
}
