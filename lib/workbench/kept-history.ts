import type { Check } from '@/lib/domain/check';
import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { nothingRemoved, type Removed } from './removed';

/**
 * One's own act, when it was asked for, and what it did. `before` is the check that a step in a check met; acts of one
 * `stepId` are one step to whoever did them.
 */
export type Act = {
  readonly commandId: string;
  readonly at: Instant;
  readonly body: EventBody;
  readonly before?: Check | undefined;
  readonly stepId?: string | undefined;
};

/** What outlives a reload: acts to take back and to do again, oldest first, and the deleted things they name. */
export type KeptHistory = {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  readonly removed: Removed;
};

/** As many acts as can be taken back after a reload. */
export const mostKeptActs = 50;
/** Room for them, in UTF-16 code units; the oldest go first. */
export const mostKeptLength = 500_000;
const dayMs = 24 * 60 * 60 * 1_000;

export const emptyHistory: KeptHistory = { done: [], undone: [], removed: nothingRemoved };

/** The latest acts that fit. */
export function fittingHistory({ done, undone, removed }: KeptHistory): KeptHistory {
  for (let most = mostKeptActs; most > 0; most = Math.floor(most / 2)) {
    const acts = { done: latest(done, most - undone.length), undone: latest(undone, most) };
    const kept = { ...acts, removed: removedBy([...acts.done, ...acts.undone], removed) };
    if (JSON.stringify(kept).length <= mostKeptLength) return kept;
  }
  return emptyHistory;
}

/** What `fittingHistory` gave, read again at another time: the acts of the last day; anything else counts as nothing. */
export function readHistory(value: unknown, now: Instant): KeptHistory {
  // Written by `fittingHistory` alone; another version's shape fails here and counts as nothing.
  const kept = value as KeptHistory | null;
  if (kept === null || typeof kept !== 'object' || !Array.isArray(kept.done) || !Array.isArray(kept.undone))
    return emptyHistory;
  const from = Date.parse(now) - dayMs;
  const recent = (acts: readonly Act[]) => acts.filter(({ at }) => Date.parse(at) >= from);
  return { ...kept, done: recent(kept.done), undone: recent(kept.undone) };
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
