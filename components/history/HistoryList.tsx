'use client';

import type { History, HistoryLine } from '@/lib/domain/history';
import { history } from '../messages/history';
import { useAlive } from '../ui/use-now';
import { HistoryEntry } from './HistoryEntry';

type HistoryListProps = Pick<History, 'items' | 'names' | 'fromFileUpTo'>;

/** What happened, latest first, under the days of the reader's own calendar. */
export function HistoryList({ items, names, fromFileUpTo }: HistoryListProps) {
  // The server knows no zone: its days are those of UTC until the page has come alive.
  const clock = useAlive() ? local : universal;
  const nameOf = (id: string): string => names[id]?.name ?? history.past.formerly;
  return (
    <>
      {byDay(items, clock.day).map(({ day, lines }) => (
        <section key={`${day} ${lines[0]?.event.seq}`} aria-label={day}>
          <h2 className="sticky top-14 z-10 border-b bg-paper pt-5 pb-1.5 text-sm font-semibold text-ink-2">
            {day}
          </h2>
          <ol>
            {lines.map((line) => (
              <HistoryEntry
                key={line.event.seq}
                line={line}
                isFromFile={line.event.seq <= fromFileUpTo}
                nameOf={nameOf}
                time={clock.time.format(new Date(line.event.at))}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function byDay(lines: readonly HistoryLine[], format: Intl.DateTimeFormat) {
  const days: { readonly day: string; readonly lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const day = format.format(new Date(line.event.at));
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

const clockIn = (timeZone?: string) => ({
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }),
  time: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }),
});
const universal = clockIn('UTC');
const local = clockIn();
