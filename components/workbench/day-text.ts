const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar day (`YYYY-MM-DD`) as people read it. */
export function dayText(day: string): string {
  return dayMonthYear.format(new Date(`${day}T00:00:00Z`));
}

/** The calendar day of a moment in the reader's own zone, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
