import type { Instant } from './ids';
import type { RichText } from './rich-text';

/** `author_query`: a question to the writer, which blocks sign-off while open. `discussion`: everything else. */
export const threadKinds = ['discussion', 'author_query'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** One contribution to a thread. `changedAt` differs from `createdAt` once it was edited; mentioned people by id. */
export type Reply = {
  readonly id: string;
  readonly body: RichText;
  readonly mentions: readonly string[];
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
};

/** A conversation on an annotation; its first reply opens it. `resolved` is null while it is open. */
export type Thread = {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly resolved: { readonly byId: string; readonly at: Instant } | null;
  readonly version: number;
  readonly replies: readonly Reply[];
};

/**
 * The author queries that nobody has settled yet. One whose every reply was deleted asks nothing any more; `replies`
 * may be left out where they are known to be there.
 */
export function openQueries<
  T extends Pick<Thread, 'kind' | 'resolved'> & { readonly replies?: readonly unknown[] | undefined },
>(threads: readonly T[]): readonly T[] {
  return threads.filter(
    ({ kind, resolved, replies }) =>
      kind === 'author_query' && resolved === null && (replies === undefined || replies.length > 0),
  );
}
