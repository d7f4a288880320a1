import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/new-id';
import { createLine, type Line } from './line';
import type { Source } from './line-leader';
import type { LineMessage } from './line-messages';

type Whose = Pick<Actor, 'userId' | 'teamId'>;

let current: { readonly whose: string; readonly line: Line } | undefined;

/** The one line of this tab to the stream that all tabs of a person's browser share. */
export function browserLine({ userId, teamId }: Whose): Line {
  const whose = `galley.${userId}.${teamId}`;
  if (current?.whose !== whose) {
    current?.line.stop();
    current = { whose, line: openLine(whose, userId) };
  }
  return current.line;
}

/** `whose` keeps people apart who use the same browser one after the other. */
function openLine(whose: string, userId: string): Line {
  // Both are missing where a page came without https from another machine: there each tab that is looked at has a stream of its own.
  const { locks } = navigator as { locks?: LockManager };
  const channel = locks && new BroadcastChannel(whose);
  const line = createLine({
    newId,
    open: (address) => openSource(`${address}&person=${userId}`),
    isRefused: async () => {
      const answer = await fetch(`/api/me/events?person=${userId}`, {
        headers: { accept: 'application/json' },
      }).catch(() => null);
      return answer?.status === 401 || answer?.status === 403;
    },
    post: (message) => channel?.postMessage(message),
    onMessage: (hear) => {
      channel?.addEventListener('message', ({ data }: MessageEvent<LineMessage>) => hear(data));
    },
    schedule: (callback, afterMs) => {
      const timer = setTimeout(callback, afterMs);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
    live: (tab, onAlive) => {
      if (locks === undefined) onAlive();
      else
        void locks.request(`${whose} ${tab}`, () => {
          onAlive();
          // For as long as the tab lives.
          return new Promise(() => undefined);
        });
    },
    lead: locks ? leadByLock(locks, whose) : leadAlone,
    onDeath: locks ? untilFree(locks, whose) : () => () => undefined,
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) line.wake();
  });
  window.addEventListener('online', line.wake);
  // A page that is put aside must not keep the stream; when it is brought back it is loaded anew.
  window.addEventListener('pagehide', () => line.stop());
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  return line;
}

function openSource(address: string): Source {
  const source = new EventSource(address);
  return {
    on: (kind, hear) =>
      source.addEventListener(kind, (event) => hear('data' in event ? String(event.data) : '')),
    isClosed: () => source.readyState === EventSource.CLOSED,
    close: () => source.close(),
  };
}

type Lead = Parameters<typeof createLine>[0]['lead'];

/** Leads for itself alone while it is looked at: browsers allow about six streams over all tabs. */
const leadAlone: Lead = (_tab, onLead, onLose) => {
  let isLeading = false;
  const look = (): void => {
    if (document.hidden === !isLeading) return;
    isLeading = !isLeading;
    if (isLeading) onLead();
    else onLose();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => document.removeEventListener('visibilitychange', look);
};

/** Whoever holds the lock leads; the others wait for it. */
function leadByLock(locks: LockManager, whose: string): Lead {
  return (_tab, onLead, onLose, steal) => {
    const giveUp = new AbortController();
    let letGo = (): void => undefined;
    const held = locks.request(whose, steal ? { steal } : { signal: giveUp.signal }, () => {
      onLead();
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    });
    // Another tab took the lead, or this one did not want it any more.
    held.catch(() => {
      if (!giveUp.signal.aborted) onLose();
    });
    return () => {
      giveUp.abort();
      letGo();
    };
  };
}

function untilFree(locks: LockManager, whose: string): Parameters<typeof createLine>[0]['onDeath'] {
  return (tab, forget) => {
    const stop = new AbortController();
    locks.request(`${whose} ${tab}`, { signal: stop.signal }, forget).catch(() => undefined); // stopped watching
    return () => stop.abort();
  };
}
