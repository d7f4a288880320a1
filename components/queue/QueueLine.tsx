import { Flag } from 'lucide-react';
import type { QueueItem } from '@/lib/domain/lists';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { RelativeTime } from '../ui/RelativeTime';
import { StatusChip } from '../ui/StatusChip';
import { markEdge, markText, priorityTone } from '../workbench/mark-look';

type QueueLineProps = {
  readonly item: QueueItem;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
};

/** One flagged claim in the list. */
export function QueueLine({ item, isCurrent, onOpen }: QueueLineProps) {
  return (
    <li>
      <button
        type="button"
        data-flag={item.flagId}
        aria-current={isCurrent ? 'true' : undefined}
        // The claim of the current line is open already: Enter there goes on into the article.
        data-page-enter={isCurrent ? '' : undefined}
        onClick={onOpen}
        className={classNames(
          'block w-full scroll-mt-32 border-s-3 border-b border-b-line px-3.5 py-2.5 text-start transition-colors focus-visible:-outline-offset-2 forced-colors:aria-[current]:outline-2',
          markEdge[item.mark],
          isCurrent ? 'bg-pencil-bg' : 'hover:bg-wash',
        )}
      >
        <span className="flex items-center gap-2 text-xs text-ink-2">
          <PriorityChip item={item} />
          <span className={classNames('font-semibold', markText[item.mark])}>
            {messages.words.marks[item.mark]}
          </span>
          <span className="flex-1" />
          <RelativeTime at={item.looked?.at ?? item.raisedAt} />
        </span>
        <span dir="auto" className="mt-1 line-clamp-2 font-serif text-md text-ink">
          “{item.exact}”
        </span>
        <span className="mt-0.5 line-clamp-1 text-xs text-ink-2">
          <bdi>{item.articleTitle}</bdi>
        </span>
      </button>
    </li>
  );
}

/** How urgent a flag is, in a word and a sign. */
export function PriorityChip({ item }: { readonly item: QueueItem }) {
  const name = messages.words.flagPriorities[item.priority];
  return (
    <StatusChip tone={priorityTone[item.priority]} icon={<Flag aria-hidden />}>
      <span className="sr-only">{messages.queue.flag(name)}</span>
      <span aria-hidden>{name}</span>
    </StatusChip>
  );
}
