import { messages } from '../messages';

/** A moment as people say it, seen from `now`: "just now", "12 min", "3 h", "2 d", then the date. `relative` is false for dates. */
export function relativeTime(at: Date, now: Date): { readonly text: string; readonly relative: boolean } {
  const words = messages.ui.time;
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 45) return { text: words.now, relative: false };
  // Ahead, all that rounds to seven days belongs to the week.
  if (distance >= (seconds > 0 ? 7 : 7.5) * day) return { text: shortDate(at, now), relative: false };
  const span = spanText(distance, seconds > 0 ? Math.floor : Math.round);
  return seconds > 0 ? { text: span, relative: true } : { text: words.ahead(span), relative: false };
}

/** The moment in full, in the reader's own time zone. */
export function exactTime(at: Date): string {
  return exact.format(at);
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Seconds as people say them: "12 min", "3 h", "2 d". A day counts as past when it is over; what lies ahead is said as
 * people do: a week from now is seven days away a minute later, too.
 */
export function spanText(distance: number, wholeDays: (days: number) => number): string {
  const words = messages.ui.time;
  const minutes = Math.max(1, Math.round(distance / minute));
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.round(distance / hour);
  if (hours < 24) return words.hours(hours);
  return words.days(wholeDays(Math.max(distance, day) / day));
}

function shortDate(at: Date, now: Date): string {
  return (at.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear).format(at);
}

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
