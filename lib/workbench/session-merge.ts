import type { SessionFields } from '@/lib/domain/session';
import { mergeFields } from './field-merge';

/** What becomes of a session's form: what to send, and the fields that somebody else has changed otherwise meanwhile. */
export type SessionMerge = {
  readonly changes: Partial<Omit<SessionFields, 'participantIds'> & { readonly participantIds: string[] }>;
  readonly clashes: readonly ('goal' | 'deadlineAt' | 'firstCome')[];
};

/**
 * Joins what I changed in the form since `base` with the session as it is now. People are joined one by one: who came or
 * was taken out by somebody else stays so, unless I did the opposite.
 */
export function mergeSession(base: SessionFields, mine: SessionFields, now: SessionFields): SessionMerge {
  const { changes, clashes } = mergeFields(plain(base), plain(mine), plain(now));
  const added = mine.participantIds.filter((id) => !base.participantIds.includes(id));
  const kept = [...new Set([...now.participantIds, ...added])].filter(
    (id) => mine.participantIds.includes(id) || !base.participantIds.includes(id),
  );
  const isSame =
    kept.length === now.participantIds.length && added.every((id) => now.participantIds.includes(id));
  return { changes: { ...changes, ...(isSame ? {} : { participantIds: kept }) }, clashes };
}

const plain = ({ goal, deadlineAt, firstCome }: SessionFields) => ({ goal, deadlineAt, firstCome });
