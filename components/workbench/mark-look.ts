import type { FlagPriority, Mark } from '@/lib/domain/annotation';
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
