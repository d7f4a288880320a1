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
  readonly waiting: { readonly on: WaitingReason; readonly reason: string };
  readonly dispute: { readonly reason: string };
  readonly withdrawal: { readonly reason: string };
  readonly reopening: { readonly reason: string };
  readonly due: { readonly dueAt: string };
};
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
};
export type Draft = { [Kind in DraftKind]: DraftOf<Kind> }[DraftKind];

/** The drafts of one person in one tab. */
export type Drafts = {
  /** The drafts on an annotation in the order they were begun; the same array until one changes. */
  readonly of: (annotationId: string) => readonly Draft[];
  readonly write: (draft: Draft) => void;
  readonly remove: (draft: DraftKey) => void;
  /** Calls back after each change; returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
};
export type DraftKey = Pick<Draft, 'kind' | 'annotationId' | 'itemId'>;

/**
 * Drafts kept in a storage (the tab's sessionStorage), so that they outlive a reload. What was on its way when the
 * page went is a draft again. A storage that is full or forbidden loses only the surviving of a reload.
 */
export function createDrafts(storage: Storage, userId: string): Drafts {
  const prefix = `galley.draft.${userId}.`;
  const byAnnotation = load(storage, prefix);
  const listeners = new Set<() => void>();

  function change(draft: DraftKey, to: (list: readonly Draft[]) => readonly Draft[]): void {
    const list = to(byAnnotation.get(draft.annotationId) ?? none);
    if (list.length === 0) byAnnotation.delete(draft.annotationId);
    else byAnnotation.set(draft.annotationId, list);
    keep(storage, `${prefix}${draft.annotationId}`, list);
    for (const listener of listeners) listener();
  }

  return {
    of: (annotationId) => byAnnotation.get(annotationId) ?? none,
    write: (draft) =>
      change(draft, (list) =>
        list.some((item) => isSame(item, draft))
          ? list.map((item) => (isSame(item, draft) ? draft : item))
          : [...list, draft],
      ),
    remove: (draft) => change(draft, (list) => list.filter((item) => !isSame(item, draft))),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** No drafts, always the same array. */
export const none: readonly Draft[] = [];

const isSame = (one: DraftKey, other: DraftKey): boolean =>
  one.kind === other.kind && one.itemId === other.itemId && one.annotationId === other.annotationId;

function load(storage: Storage, prefix: string): Map<string, readonly Draft[]> {
  const found = new Map<string, readonly Draft[]>();
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key === null || !key.startsWith(prefix)) continue;
    const list = parse(storage.getItem(key) ?? '');
    if (list.length > 0) found.set(key.slice(prefix.length), list);
  }
  return found;
}

/** Only this module writes these entries; what another hand put there is left out. */
function parse(stored: string): readonly Draft[] {
  try {
    const list: unknown = JSON.parse(stored);
    if (!Array.isArray(list)) return none;
    return list
      .filter(isDraft)
      .map((draft) => (draft.state === 'sent' ? { ...draft, state: 'writing' } : draft));
  } catch {
    return none;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['kind', 'annotationId', 'itemId', 'base', 'values', 'state', 'message'];
  return fields.every((field) => field in value);
}

function keep(storage: Storage, key: string, list: readonly Draft[]): void {
  try {
    if (list.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(list));
  } catch {
    // A full storage refuses; the draft stays in memory for as long as the page lives.
    return;
  }
}
