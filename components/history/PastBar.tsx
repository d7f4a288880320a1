'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { HistoryLine } from '@/lib/domain/history';
import { history } from '../messages/history';
import { historyWords } from '../messages/history-words';
import { ButtonLink } from '../ui/ButtonLink';
import { useAlive } from '../ui/use-now';
import { pastAddress } from './history-address';

const words = history.past;

type PastBarProps = {
  readonly line: HistoryLine;
  readonly last: number;
  readonly names: Readonly<Record<string, { readonly name: string }>>;
};

/** Which moment this is, what happened in it, and the way to the ones before and after. */
export function PastBar({ line, last, names }: PastBarProps) {
  const { event } = line;
  const format = useAlive() ? local : universal;
  const { does } = historyWords(line, (id) => names[id]?.name ?? words.formerly);
  return (
    <div className="border-b bg-wash px-7 py-2.5 max-phone:px-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-80">
          <b className="font-semibold tabular-nums">{words.place(event.seq, last)}</b>
          {' · '}
          <time dateTime={event.at} suppressHydrationWarning className="text-ink-2">
            {format.format(new Date(event.at))}
          </time>
          <span className="mt-0.5 block text-pretty text-ink-2" dir="auto">
            {event.actor.name} {does}
          </span>
        </p>
        <nav aria-label={words.moments} className="flex gap-2 print:hidden">
          <Step articleId={event.articleId} seq={event.seq - 1} last={last} label={words.previous} />
          <Step articleId={event.articleId} seq={event.seq + 1} last={last} label={words.next} />
        </nav>
      </div>
      <p className="mt-1 text-sm text-ink-2">{words.notice}</p>
    </div>
  );
}

type StepProps = {
  readonly articleId: string;
  readonly seq: number;
  readonly last: number;
  readonly label: string;
};

function Step({ articleId, seq, last, label }: StepProps) {
  if (seq < 1 || seq > last) return null;
  return (
    <ButtonLink href={pastAddress(articleId, seq)} prefetch={false} size="sm">
      {label === words.previous ? <ChevronLeft aria-hidden className="size-3.5" /> : null}
      {label}
      {label === words.next ? <ChevronRight aria-hidden className="size-3.5" /> : null}
    </ButtonLink>
  );
}

const universal = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
