import type { QueueAct } from '../queue/queue-act';

const claims = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

function doneTo(act: QueueAct): string {
  switch (act.kind) {
    case 'look':
      return 'Looked at';
    case 'reopen':
      return 'Open again';
    case 'assign':
      return act.assigneeId === null ? 'Assigned to nobody' : 'Assigned';
    case 'priority':
      return 'Priority set';
    case 'due':
      return act.dueAt === null ? 'Due time removed' : 'Due time set';
    case 'snooze':
      return act.until === null ? 'Shown again' : 'Snoozed';
  }
}

/** Words of what can be done to claims from the review queue, to one or to many. */
export const queueActs = {
  selected: (count: number) => `${claims(count)} selected`,
  bulkLabel: 'Selected claims',
  oneLabel: 'This claim',
  select: (quote: string) => `Select “${quote}”`,
  selectAll: (count: number) => (count === 1 ? 'Select the one shown' : `Select all ${count} shown`),
  clear: 'Clear selection',
  assign: 'Assign',
  nobody: 'Nobody',
  me: (name: string) => `${name} (you)`,
  priority: 'Priority',
  due: 'Due',
  dueToday: 'Today, 6 pm',
  dueTomorrow: 'Tomorrow, 6 pm',
  dueNextWeek: 'Monday, 6 pm',
  chooseDay: 'Choose a day …',
  dueNone: 'No due time',
  past: 'This hour is past.',
  snooze: 'Snooze',
  snoozeTomorrow: 'Until tomorrow, 9 am',
  snoozeNextWeek: 'Until Monday, 9 am',
  wake: 'Show again now',
  look: 'Looked at',
  dayTitle: { due: 'Due on which day?', snooze: 'Snooze until which day?' },
  day: 'Day',
  dayHint: {
    due: 'At 6 pm of that day.',
    snooze: 'It comes back at 9 am of that day. Only your queue changes.',
  },
  dayMissing: 'Choose a day.',
  set: 'Set',
  cancel: 'Cancel',
  done: (act: QueueAct, count: number, failed: number) =>
    failed > 0
      ? `${doneTo(act)}: ${count} of ${claims(count + failed)}.`
      : count === 1
        ? `${doneTo(act)}.`
        : `${doneTo(act)}: ${claims(count)}.`,
  unfit: (kind: QueueAct['kind']) =>
    kind === 'reopen' ? 'No flag of this claim was looked at.' : 'This claim has no open flag.',
  failures: (count: number) =>
    count === 1 ? 'It could not be done to 1 claim:' : `It could not be done to ${count} claims:`,
  dismissFailures: 'Close this list',
};
