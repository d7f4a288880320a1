import type { Instant } from '@/lib/domain/ids';

/** The times that are offered for "due" and "snooze", counted from now in the reader's own zone. */
export type TimeChoice = 'today' | 'tomorrow' | 'next_week';

/** The end of today, tomorrow or the next Monday at an hour of the day; absent when that is past. */
export function timeOf(choice: TimeChoice, now: Date, hour: number): Instant | undefined {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead(choice, now), hour);
  return day <= now ? undefined : day.toISOString();
}

/** An hour of a calendar day (`YYYY-MM-DD`) in the reader's own zone; absent when it is no day. */
export function timeOnDay(day: string, hour: number): Instant | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const time = new Date(year, month - 1, date, hour);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function daysAhead(choice: TimeChoice, now: Date): number {
  switch (choice) {
    case 'today':
      return 0;
    case 'tomorrow':
      return 1;
    case 'next_week':
      return (8 - now.getDay()) % 7 || 7;
  }
}
