import type { FlagPriority, Mark } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import type { StatusTone } from '../ui/StatusChip';

/** The classes of each mark's colour: on the edge of a card, on words, on a dot. */
export const markEdge: Readonly<Record<Mark, string>> = {
  claim: 'border-s-claim',
  opinion: 'border-s-opinion',
  sourced_fact: 'border-s-sourced',
  no_fact: 'border-s-nofact',
};
export const markText: Readonly<Record<Mark, string>> = {
  claim: 'text-claim',
  opinion: 'text-opinion',
  sourced_fact: 'text-sourced',
  no_fact: 'text-nofact',
};

/** How loud a flag is. */
export const priorityTone: Readonly<Record<FlagPriority, StatusTone>> = {
  low: 'plain',
  normal: 'amber',
  high: 'red',
  urgent: 'red',
};

/** How far a check is, or what is wrong with it. */
export const statusTone: Readonly<Record<CheckStatus, StatusTone>> = {
  unchecked: 'plain',
  assigned: 'plain',
  in_progress: 'plain',
  awaiting_source: 'plain',
  awaiting_author: 'plain',
  awaiting_reply: 'plain',
  proposed: 'blue',
  second_check: 'blue',
  signed_off: 'green',
  disputed: 'red',
  stale: 'amber',
  orphaned: 'amber',
  reopened: 'plain',
};
