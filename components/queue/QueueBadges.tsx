'use client';

import { Clock, Flag, Hourglass, UserRound } from 'lucide-react';
import type { QueueItem } from '@/lib/domain/queue';
import { messages } from '../messages';
import { queue as queueWords } from '../messages/queue';
import { RelativeTime } from '../ui/RelativeTime';
import { exactTime } from '../ui/relative-time';
import { StatusChip } from '../ui/StatusChip';
import { useAlive, useNow } from '../ui/use-now';
import { priorityTone, statusTone } from '../workbench/mark-look';
import { dueText } from './due-text';

type BadgeProps = { readonly item: QueueItem };

/** How urgent a claim is, in a word and a sign; nothing for what nobody has called urgent or not. */
export function PriorityChip({ item }: BadgeProps) {
  if (item.flag === null && item.priority === 'normal') return null;
  const name = messages.words.checkPriorities[item.priority];
  return (
    <StatusChip tone={priorityTone[item.priority]} icon={item.flag === null ? null : <Flag aria-hidden />}>
      <span className="sr-only">{queueWords.priority(name)}</span>
      <span aria-hidden>{name}</span>
    </StatusChip>
  );
}

/** Where its check stands; nothing while nobody has begun. */
export function StatusBadge({ item }: BadgeProps) {
  if (item.status === 'unchecked') return null;
  return <StatusChip tone={statusTone[item.status]}>{messages.words.checkStatuses[item.status]}</StatusChip>;
}

/** When it is due, or by how much it is late; nothing without a due time or when it is signed off. */
export function DueBadge({ item }: BadgeProps) {
  const alive = useAlive();
  const now = useNow();
  if (item.dueAt === null || item.status === 'signed_off') return null;
  const due = new Date(item.dueAt);
  const { text, isOverdue } = dueText(due, now);
  return (
    <StatusChip tone={isOverdue ? 'red' : 'plain'} icon={<Clock aria-hidden />}>
      {/* Server and reader differ in clock and zone: see RelativeTime. */}
      <time
        key={alive ? 'alive' : 'first'}
        suppressHydrationWarning
        dateTime={item.dueAt}
        title={alive ? exactTime(due) : undefined}
      >
        {text}
      </time>
    </StatusChip>
  );
}

const day = 86_400_000;

/** How long it has been in the queue: the time, and from the second day on the days. */
export function AgeBadge({ item }: BadgeProps) {
  const alive = useAlive();
  const days = Math.floor((useNow().getTime() - Date.parse(item.since)) / day);
  if (!alive || days < 1) return <RelativeTime at={item.since} />;
  return (
    <StatusChip tone={days >= 7 ? 'amber' : 'plain'} icon={<Hourglass aria-hidden />}>
      <time dateTime={item.since} title={exactTime(new Date(item.since))}>
        {queueWords.daysOld(days)}
      </time>
    </StatusChip>
  );
}

/** Who is to check it, or who is on it. */
export function PersonBadge({ item }: BadgeProps) {
  const words = queueWords;
  if (item.holder !== null)
    return (
      <StatusChip tone="blue" icon={<UserRound aria-hidden />}>
        <span className="truncate">{words.heldBy(item.holder.name)}</span>
      </StatusChip>
    );
  if (item.assignee === null) return null;
  return (
    <StatusChip icon={<UserRound aria-hidden />}>
      <span className="sr-only">{words.assignedTo('')}</span>
      <span className="truncate">{item.assignee.name}</span>
    </StatusChip>
  );
}
