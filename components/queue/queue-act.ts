import type { CheckPlan, CheckPriority } from '@/lib/domain/check';
import type { Instant } from '@/lib/domain/ids';
import type { QueueItem } from '@/lib/domain/queue';
import type { CommandWithoutId } from '../workbench/workbench-context';

/** What can be done to claims from the queue, to one or to many. */
export type QueueAct =
  | { readonly kind: 'look'; readonly note: string }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'assign'; readonly assigneeId: string | null }
  | { readonly kind: 'priority'; readonly priority: CheckPriority }
  | { readonly kind: 'due'; readonly dueAt: Instant | null }
  | { readonly kind: 'snooze'; readonly until: Instant | null };

/** The versions that own acts have given an item since it was read. */
export type SeenVersions = { readonly check?: number | undefined; readonly flag?: number | undefined };

/** The commands that do it to one claim; none when there is nothing to change. Snoozing is no command. */
export function commandsOf(
  act: QueueAct,
  item: QueueItem,
  seen: SeenVersions = {},
): readonly CommandWithoutId[] {
  switch (act.kind) {
    case 'look':
      return flagCommand(item, seen, (flag) => ({ type: 'flag.look', ...flag, note: act.note }));
    case 'reopen':
      return flagCommand(item, seen, (flag) => ({ type: 'flag.reopen', ...flag }));
    case 'assign':
      return planCommand(item, seen, { assigneeId: act.assigneeId });
    case 'due':
      return planCommand(item, seen, { dueAt: act.dueAt });
    case 'priority':
      return priorityCommands(item, seen, act.priority, act.priority);
    case 'snooze':
      return [];
  }
}

/** The commands that take an act back: each thing as it was when the item was read. */
export function undoCommandsOf(
  act: QueueAct,
  item: QueueItem,
  seen: SeenVersions,
): readonly CommandWithoutId[] {
  switch (act.kind) {
    case 'look':
      return commandsOf({ kind: 'reopen' }, item, seen);
    case 'reopen':
      return commandsOf({ kind: 'look', note: item.flag?.looked?.note ?? '' }, item, seen);
    case 'assign':
      return commandsOf({ kind: 'assign', assigneeId: item.assignee?.id ?? null }, item, seen);
    case 'due':
      return commandsOf({ kind: 'due', dueAt: item.dueAt }, item, seen);
    case 'priority':
      return priorityCommands(item, seen, item.planPriority, item.flag?.priority ?? item.planPriority);
    case 'snooze':
      return [];
  }
}

/** Whether an act can mean anything for a claim: a flag that is not there cannot be looked at. */
export function fits(act: QueueAct, { flag }: QueueItem): boolean {
  if (act.kind === 'look') return flag !== null && flag.looked === null;
  return act.kind !== 'reopen' || (flag !== null && flag.looked !== null);
}

/** A flagged claim has two priorities; whoever sets it from the queue means both. */
function priorityCommands(
  item: QueueItem,
  seen: SeenVersions,
  plan: CheckPriority,
  flagged: CheckPriority,
): readonly CommandWithoutId[] {
  const ofFlag = flagCommand(item, seen, (flag) => ({
    type: 'flag.change',
    ...flag,
    changes: { priority: flagged },
  }));
  const isChecked = item.mark === 'claim' || item.mark === 'sourced_fact';
  return isChecked || ofFlag.length === 0
    ? [...planCommand(item, seen, { priority: plan }), ...ofFlag]
    : ofFlag;
}

function planCommand(
  { annotationId, checkVersion }: QueueItem,
  { check = checkVersion }: SeenVersions,
  changes: Partial<Pick<CheckPlan, 'assigneeId' | 'dueAt' | 'priority'>>,
): readonly CommandWithoutId[] {
  return [{ type: 'check.plan', annotationId, version: check, changes }];
}

type FlagNamed = { readonly annotationId: string; readonly flagId: string; readonly version: number };

function flagCommand(
  { annotationId, flag }: QueueItem,
  seen: SeenVersions,
  make: (named: FlagNamed) => CommandWithoutId,
): readonly CommandWithoutId[] {
  if (flag === null) return [];
  return [make({ annotationId, flagId: flag.id, version: seen.flag ?? flag.version })];
}
