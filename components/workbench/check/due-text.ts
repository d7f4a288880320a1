import { check } from '../../messages/check';
import { relativeTime } from '../../ui/relative-time';

const words = check.plan;

/** A due time as it is shown, seen from `now`; what is done is never overdue. */
export type DueText = { readonly text: string; readonly isOverdue: boolean };

/** "Due in 2 h", "Overdue 3 h", and for far days the date. */
export function dueText(dueAt: string, now: Date, isDone: boolean): DueText {
  const moment = new Date(dueAt);
  const isOverdue = !isDone && moment.getTime() < now.getTime();
  const { text, relative } = relativeTime(moment, now);
  if (!isOverdue) return { text: words.dueIn(text), isOverdue };
  return { text: relative ? words.overdue(text) : words.overdueSince(text), isOverdue };
}

/** Due times that people set most, as instants from `now` in the reader's own zone. */
export function usualDueTimes(now: Date): readonly { readonly label: string; readonly at: string }[] {
  const at = (days: number, hour: number): Date => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day;
  };
  const inTwoHours = new Date(now.getTime() + 2 * 3_600_000);
  const today = at(0, 18);
  return [
    { label: words.inHours(2), at: inTwoHours },
    ...(today > now ? [{ label: words.today, at: today }] : []),
    { label: words.tomorrow, at: at(1, 12) },
    { label: words.nextWeek, at: at(7, 12) },
  ].map(({ label, at: moment }) => ({ label, at: moment.toISOString() }));
}
