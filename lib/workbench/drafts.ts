import type { ClaimFields, FlagFields } from '@/lib/domain/annotation';
import type { WaitingReason } from '@/lib/domain/check';
import type { EvidenceFields } from '@/lib/domain/evidence';
import type { RichText } from '@/lib/domain/rich-text';
import type { DecisionDraft, ProposalDraft, SecondCheckDraft } from './check-drafts';
import type { ReplyDraft, ThreadDraft } from './thread-drafts';

/** What can be written on a card, by kind. */
export type DraftValues = {
  readonly note: RichText;
  readonly evidence: EvidenceFields;
  readonly flag: FlagFields;
  readonly look: { readonly note: string };
  readonly claim: ClaimFields;
  readonly thread: ThreadDraft;
  readonly reply: ReplyDraft;
  readonly proposal: ProposalDraft;
  readonly second_check: SecondCheckDraft;
  readonly decision: DecisionDraft;
  readonly waiting: ReasonDraft & { readonly on: WaitingReason };
  readonly dispute: ReasonDraft;
  readonly withdrawal: ReasonDraft;
  readonly reopening: ReasonDraft;
  readonly due: { readonly dueAt: string };
};
/** `seen` tells whether the check has moved on since; absent in what an older page has left. */
type ReasonDraft = { readonly reason: string; readonly seen?: string };
export type DraftKind = keyof DraftValues;
/** Steps of a check: always begun from a check that was seen, one of each kind on an annotation. */
export type CheckDraftKind =
  | 'proposal'
  | 'second_check'
  | 'decision'
  | 'waiting'
  | 'dispute'
  | 'withdrawal'
  | 'reopening'
  | 'due';

/**
 * Something typed that the server has not confirmed. `itemId` names the thing it makes or changes, so that sending
 * it again cannot make it twice. `sent` waits for its answer; `refused` came back with `message`.
 */
export type DraftOf<Kind extends DraftKind> = {
  readonly kind: Kind;
  readonly annotationId: string;
  readonly itemId: string;
  /** The version and values that the change began from; null for a new thing. */
  readonly base: { readonly version: number; readonly values: DraftValues[Kind] } | null;
  readonly values: DraftValues[Kind];
  readonly state: 'writing' | 'sent' | 'refused';
  readonly message: string | null;
  /** The command that is on its way with it. */
  readonly commandId?: string | undefined;
  /** An earlier page left it on this device. */
  readonly isRecovered?: boolean | undefined;
};
export type Draft = { [Kind in DraftKind]: DraftOf<Kind> }[DraftKind];

export type DraftKey = Pick<Draft, 'kind' | 'annotationId' | 'itemId'>;

/** The drafts of one person in one page. */
export type Drafts = {
  /** The drafts on an annotation in the order they were begun; the same array until one changes. */
  readonly of: (annotationId: string) => readonly Draft[];
  readonly all: () => readonly PlacedDraft[];
  readonly write: (draft: Draft, articleId: string) => void;
  readonly remove: (draft: DraftKey) => void;
  /** Removes what a command has carried out; what was begun of the same thing since then stays. */
  readonly removeSent: (draft: DraftKey, commandId: string) => void;
  /** Calls back after each change; returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which draft has changed; it is absent from `of` when it is gone. */
  readonly watch: (listener: (draft: DraftKey) => void) => () => void;
};

/** A draft and the article that it is for. */
export type PlacedDraft = { readonly draft: Draft; readonly articleId: string };

/** Drafts in memory. `keepDrafts` keeps them on the device besides. */
export function createDrafts(): Drafts {
  const byAnnotation = new Map<string, readonly Draft[]>();
  const articleOf = new Map<string, string>();
  const listeners = new Set<() => void>();
  const watchers = new Set<(draft: DraftKey) => void>();

  function change(key: DraftKey, to: (list: readonly Draft[]) => readonly Draft[]): void {
    const list = to(byAnnotation.get(key.annotationId) ?? none);
    if (list.length === 0) byAnnotation.delete(key.annotationId);
    else byAnnotation.set(key.annotationId, list);
    for (const watcher of watchers) watcher(key);
    for (const listener of listeners) listener();
  }

  return {
    of: (annotationId) => byAnnotation.get(annotationId) ?? none,
    all: () =>
      [...byAnnotation].flatMap(([annotationId, list]) =>
        list.map((draft) => ({ draft, articleId: articleOf.get(annotationId) ?? '' })),
      ),
    write(draft, articleId) {
      articleOf.set(draft.annotationId, articleId);
      change(draft, (list) =>
        list.some((item) => isSameDraft(item, draft))
          ? list.map((item) => (isSameDraft(item, draft) ? draft : item))
          : [...list, draft],
      );
    },
    remove: (draft) => change(draft, (list) => list.filter((item) => !isSameDraft(item, draft))),
    removeSent: (draft, commandId) =>
      change(draft, (list) =>
        list.filter((item) => !isSameDraft(item, draft) || item.commandId !== commandId),
      ),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
}

/** One per person and page: the cards of every article share it, and it outlives them. Never made on the server. */
const made = new Map<string, Drafts>();

/** The drafts of a person in this page; in the browser only. */
export function draftsOf(userId: string): Drafts {
  const found = made.get(userId) ?? createDrafts();
  made.set(userId, found);
  return found;
}

/** No drafts, always the same array. */
export const none: readonly Draft[] = [];

/** Whether two drafts are of the same thing. */
export const isSameDraft = (one: DraftKey, other: DraftKey): boolean =>
  one.kind === other.kind && one.itemId === other.itemId && one.annotationId === other.annotationId;
