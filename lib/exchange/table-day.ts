import { claimFieldsSchema } from '@/lib/domain/annotation-schema';

/** A day as ISO 8601 or as spreadsheets write it, null for none, undefined where it is none or could be two. */
export function readDay(cell: string): string | null | undefined {
  if (cell === '') return null;
  const days = possibleDays(cell);
  return days.length === 1 ? days[0] : undefined;
}

/** The days that a cell can mean: two where nothing tells the month from the day. */
export function possibleDays(cell: string): readonly string[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z]*)?$/.exec(cell);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const [, first = '', mark = '', second = '', year = ''] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T][\d:]*)?$/.exec(cell) ?? [];
  if (mark === '.') return dayOf(year, second, first);
  return [...new Set([...dayOf(year, first, second), ...dayOf(year, second, first)])];
}

function dayOf(year = '', month = '', day = ''): readonly string[] {
  const words = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = claimFieldsSchema.shape.claimedOn.safeParse(words).data;
  return typeof read === 'string' ? [read] : [];
}
