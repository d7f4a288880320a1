import type { Annotation } from '@/lib/domain/annotation';
import { newId } from '@/lib/domain/new-id';
import { blankProposal, blankSecondCheck, seenIn } from '@/lib/workbench/check-drafts';
import type { CheckDraftKind, Draft, DraftOf } from '@/lib/workbench/drafts';

/** A draft of a step in a check. */
export type CheckDraft = Extract<Draft, { readonly kind: CheckDraftKind }>;

/** A step of a check about to be written, from the check as it is seen now. */
export function beginStep(kind: CheckDraftKind, annotation: Annotation): CheckDraft {
  const { check } = annotation;
  switch (kind) {
    case 'proposal':
      return begun(kind, annotation, blankProposal(check));
    case 'second_check':
      return begun(kind, annotation, blankSecondCheck(check, newId()));
    case 'decision':
      return begun(kind, annotation, { upholds: null, note: '', seen: seenIn(check) });
    case 'waiting':
      return begun(kind, annotation, { on: 'source', reason: '', seen: seenIn(check) });
    case 'due':
      return begun(kind, annotation, { dueAt: '' });
    case 'dispute':
    case 'withdrawal':
    case 'reopening':
      return begun(kind, annotation, { reason: '', seen: seenIn(check) });
  }
}

function begun<Kind extends CheckDraftKind>(
  kind: Kind,
  { id, check }: Annotation,
  values: DraftOf<Kind>['values'],
): DraftOf<Kind> {
  const base = { version: check.version, values };
  return { kind, annotationId: id, itemId: id, base, values, state: 'writing', message: null };
}

const kinds: ReadonlySet<string> = new Set<CheckDraftKind>([
  'proposal',
  'second_check',
  'decision',
  'waiting',
  'dispute',
  'withdrawal',
  'reopening',
  'due',
]);

export const isCheckDraft = (draft: Draft): draft is CheckDraft => kinds.has(draft.kind);
