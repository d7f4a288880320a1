import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';

/** How a request ended that brought no answer of the door itself. */
export type Setback =
  /** No answer (`network`), or a server that cannot now (`busy`: 429, 5xx): try again. */
  | {
      readonly kind: 'unreachable';
      readonly cause: 'network' | 'busy';
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly kind: 'signed-out' }
  /** The door said no to the whole request. */
  | { readonly kind: 'refused'; readonly error: ErrorAnswer };

/** The way to the server for one article. Never rejects. */
export type Transport = {
  readonly send: (
    commands: readonly Command[],
  ) => Promise<Setback | { readonly kind: 'answers'; readonly answers: readonly CommandAnswer[] }>;
  /** Events after a `seq`, oldest first; `isWhole` when there are no more. */
  readonly findEvents: (
    after: number,
  ) => Promise<
    Setback | { readonly kind: 'events'; readonly events: readonly ArticleEvent[]; readonly isWhole: boolean }
  >;
  /**
   * Ends requests that hang, as on a network that was away without a word: their answers are "not known, ask again".
   * Answers whether there were any.
   */
  readonly giveUp: () => boolean;
};
