import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { nothingRemoved, type Removed } from './removed';

/** One's own act, when it was asked for, and what it did. */
export type Act = { readonly commandId: string; readonly at: Instant; readonly body: EventBody };

/** What outlives a reload: acts to take back and to do again, oldest first, and the deleted things they name. */
export type KeptHistory = {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  readonly removed: Removed;
};

/** Where the history of one person and article is kept. */
export type HistoryShelf = {
  readonly load: () => KeptHistory;
  readonly keep: (history: KeptHistory) => void;
};

/** As many acts as can be taken back after a reload. */
export const mostKeptActs = 50;
/** Room for them, in UTF-16 code units; the oldest go first. */
export const mostKeptLength = 500_000;
const dayMs = 24 * 60 * 60 * 1_000;

export const emptyHistory: KeptHistory = { done: [], undone: [], removed: nothingRemoved };

/**
 * A shelf in a storage (the tab's sessionStorage, which signing out clears). Gives back at most 50 acts of the last
 * day. A storage that is full or forbidden loses only the surviving of a reload.
 */
export function createHistoryShelf(storage: Storage, key: string, now: () => Instant): HistoryShelf {
  return {
    load() {
      const kept = read(storage, key);
      const from = Date.parse(now()) - dayMs;
      const recent = (acts: readonly Act[]) => acts.filter(({ at }) => Date.parse(at) >= from);
      return { ...kept, done: recent(kept.done), undone: recent(kept.undone) };
    },
    keep(history) {
      try {
        storage.setItem(key, fitting(history));
      } catch {
        storage.removeItem(key);
      }
    },
  };
}

/** The latest acts that fit, as text. */
function fitting({ done, undone, removed }: KeptHistory): string {
  for (let most = mostKeptActs; most > 0; most = Math.floor(most / 2)) {
    const acts = { done: latest(done, most - undone.length), undone: latest(undone, most) };
    const text = JSON.stringify({ ...acts, removed: removedBy([...acts.done, ...acts.undone], removed) });
    if (text.length <= mostKeptLength) return text;
  }
  return JSON.stringify(emptyHistory);
}

const latest = (acts: readonly Act[], count: number): readonly Act[] => (count > 0 ? acts.slice(-count) : []);

/** Of all that was deleted, what these acts deleted: a restore after the reload must find it. */
function removedBy(acts: readonly Act[], removed: Removed): Removed {
  const named = new Set(acts.flatMap(({ body }) => deletedId(body) ?? []));
  const pick = <T>(things: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(things).filter(([id]) => named.has(id)));
  return {
    annotations: pick(removed.annotations),
    notes: pick(removed.notes),
    evidence: pick(removed.evidence),
    replies: pick(removed.replies),
  };
}

function deletedId(body: EventBody): string | undefined {
  switch (body.type) {
    case 'annotation.deleted':
      return body.annotationId;
    case 'note.deleted':
      return body.noteId;
    case 'evidence.deleted':
      return body.evidenceId;
    case 'reply.deleted':
      return body.replyId;
    default:
      return undefined;
  }
}

function read(storage: Storage, key: string): KeptHistory {
  try {
    // Written by `keep` alone; anything else under the key fails here or below and counts as nothing.
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as KeptHistory | null;
    return kept !== null && Array.isArray(kept.done) && Array.isArray(kept.undone) ? kept : emptyHistory;
  } catch {
    return emptyHistory;
  }
}
