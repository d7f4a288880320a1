// Made once: making one takes longer than writing a whole annotation.
const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A time as a reader takes it: `3 March 2026 at 14:02 UTC`. */
export function instantText(at: string): string {
  return `${format.format(new Date(at))} UTC`;
}
