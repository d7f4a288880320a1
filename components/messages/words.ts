import type { FlagPriority, Mark } from '@/lib/domain/annotation';
import type { CheckPriority, CheckStatus, Outcome } from '@/lib/domain/check';
import type { WritingDirection } from '@/lib/domain/direction';
import type { InternalVerdict } from '@/lib/domain/verdict';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The glossary in the words of the interface: what the values of the domain are called wherever they are shown. */
export const words = {
  marks: {
    claim: 'Claim',
    opinion: 'Opinion',
    sourced_fact: 'Sourced fact',
    no_fact: 'Nothing to check',
  } satisfies Words<Mark>,
  markLetters: { claim: 'C', opinion: 'O', sourced_fact: 'S', no_fact: 'N' } satisfies Words<Mark>,
  checkStatuses: {
    unchecked: 'Unchecked',
    assigned: 'Assigned',
    in_progress: 'In progress',
    awaiting_source: 'Awaiting source',
    awaiting_author: 'Awaiting author',
    awaiting_reply: 'Awaiting reply',
    proposed: 'Proposed',
    second_check: 'Second check',
    signed_off: 'Signed off',
    disputed: 'Disputed',
    stale: 'Stale',
    orphaned: 'Orphaned',
    reopened: 'Reopened',
  } satisfies Words<CheckStatus>,
  outcomes: {
    confirmed: 'Confirmed',
    confirmed_with_change: 'Confirmed with a change',
    incorrect: 'Incorrect',
    on_author: 'On author',
    unverifiable: 'Unverifiable',
    cut: 'Cut',
    not_checkable: 'Not checkable',
  } satisfies Words<Outcome>,
  /** Galley’s own scale, to which every other one maps. */
  verdicts: {
    true: 'True',
    mostly_true: 'Mostly true',
    mixed: 'Mixed',
    misleading_or_missing_context: 'Misleading or missing context',
    mostly_false: 'Mostly false',
    false: 'False',
    unproven: 'Unproven',
    not_applicable: 'Not applicable',
  } satisfies Words<InternalVerdict>,
  checkPriorities: {
    low: 'Low',
    normal: 'Normal',
    high: 'High',
    urgent: 'Urgent',
  } satisfies Words<CheckPriority>,
  directions: { ltr: 'Left to right', rtl: 'Right to left' } satisfies Words<WritingDirection>,
  flagPriorities: {
    low: 'Low',
    normal: 'Normal',
    high: 'High',
    urgent: 'Urgent',
  } satisfies Words<FlagPriority>,
};
