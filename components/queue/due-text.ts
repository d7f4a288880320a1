import { queue as queueWords } from '../messages/queue';
import { spanText } from '../ui/relative-time';

const day = 86_400_000;
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** A due time as people say it: "Overdue by 3 h", "Due in 2 d", beyond a week the day. */
export function dueText(due: Date, now: Date): { readonly text: string; readonly isOverdue: boolean } {
  const words = queueWords;
  const distance = due.getTime() - now.getTime();
  const isOverdue = distance < 0;
  const span = spanText(Math.abs(distance) / 1_000, Math.round);
  if (Math.abs(distance) < 45_000) return { text: words.dueNow, isOverdue };
  if (Math.abs(distance) < 7 * day)
    return { text: isOverdue ? words.overdue(span) : words.dueIn(span), isOverdue };
  const date = dayMonth.format(due);
  return { text: isOverdue ? words.overdueSince(date) : words.dueOn(date), isOverdue };
}
