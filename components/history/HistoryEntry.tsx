import Link from 'next/link';
import { useId } from 'react';
import type { HistoryLine } from '@/lib/domain/history';
import { messages } from '../messages';
import { history } from '../messages/history';
import type { HistoryDetail } from '../messages/history-changes';
import { historyWords } from '../messages/history-words';
import { Avatar } from '../ui/Avatar';
import { classNames } from '../ui/class-names';
import { WordDiff } from '../wording/WordDiff';
import { Clamped } from '../workbench/Clamped';
import { markText } from '../workbench/mark-look';
import { cardAddress, pastAddress } from './history-address';

const words = history;

type HistoryEntryProps = {
  readonly line: HistoryLine;
  readonly nameOf: (id: string) => string;
  /** It came in with a Galley file: that is what the file says. */
  readonly isFromFile: boolean;
  /** When it was, as the reader's clock has it. */
  readonly time: string;
};

/** One happening: who did what, on which passage, and the words of it. */
export function HistoryEntry({ line, nameOf, isFromFile, time }: HistoryEntryProps) {
  const { event } = line;
  const { does, details } = historyWords(line, nameOf);
  const id = useId();
  return (
    <li
      aria-labelledby={id}
      className="grid grid-cols-[3.25rem_1.75rem_minmax(0,1fr)_auto] gap-x-2.5 border-b py-3 max-phone:grid-cols-[1.75rem_minmax(0,1fr)_auto]"
    >
      <time
        dateTime={event.at}
        suppressHydrationWarning
        className="pt-0.5 text-sm text-ink-3 tabular-nums max-phone:col-span-3 max-phone:pb-1"
      >
        {time}
      </time>
      <Avatar person={event.actor} size="sm" decorative />
      <div className="min-w-0 pt-0.5">
        <p id={id} className="text-pretty break-words" dir="auto">
          <b className="font-semibold">{event.actor.name}</b> {does}
        </p>
        {isFromFile ? <p className="text-xs text-ink-3">{words.fromFile}</p> : null}
        <Subject line={line} />
        {details.map((detail) => (
          <Detail key={`${detail.kind} ${'label' in detail ? detail.label : detail.text}`} detail={detail} />
        ))}
      </div>
      <Link
        href={pastAddress(event.articleId, event.seq)}
        prefetch={false}
        aria-label={words.thenLink(event.seq)}
        title={words.thenLink(event.seq)}
        className="inline-flex h-6 min-w-6 items-center justify-end rounded-sm px-1 text-xs text-ink-3 tabular-nums underline decoration-line-2 underline-offset-3 hover:text-ink hover:decoration-ink"
      >
        {words.seq(event.seq)}
      </Link>
    </li>
  );
}

/** The passage that it is about, as a way to its card. */
function Subject({ line: { event, about } }: Pick<HistoryEntryProps, 'line'>) {
  if (about === null) return null;
  const mark = (
    <span
      aria-hidden
      className={classNames('me-1.5 font-sans text-2xs font-bold not-italic', markText[about.mark])}
    >
      {messages.words.markLetters[about.mark]}
    </span>
  );
  const look = 'block max-w-full truncate py-0.5 font-serif text-md text-ink-2 italic';
  if (about.isDeleted)
    return (
      <p className={look} dir="auto">
        {mark}
        {words.quoted(about.exact)} <span className="font-sans text-xs not-italic">· {words.deleted}</span>
      </p>
    );
  return (
    <Link
      href={cardAddress(event.articleId, about.id)}
      prefetch={false}
      dir="auto"
      className={classNames(look, 'hover:text-ink hover:underline underline-offset-3')}
    >
      <span className="sr-only">{words.openCard(messages.words.marks[about.mark])} </span>
      {mark}
      {words.quoted(about.exact)}
    </Link>
  );
}

function Detail({ detail }: { readonly detail: HistoryDetail }) {
  switch (detail.kind) {
    case 'said':
      return (
        <Clamped lines={3} className="mt-1 border-s-2 border-line-2 ps-2.5 text-ink-2">
          <span dir="auto" className="whitespace-pre-wrap">
            {detail.text}
          </span>
        </Clamped>
      );
    case 'effect':
      return <p className="mt-1 text-sm font-medium text-warn">{detail.text}</p>;
    case 'diff':
      return (
        <div className="mt-1 text-sm">
          <span className="me-1.5 text-xs text-ink-3">{detail.label}</span>
          <WordDiff before={detail.before} after={detail.after} />
        </div>
      );
  }
}
