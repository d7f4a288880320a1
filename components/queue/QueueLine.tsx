import type { QueueItem, QueueSplit } from '@/lib/domain/queue';
import { messages } from '../messages';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { classNames } from '../ui/class-names';
import { RelativeTime } from '../ui/RelativeTime';
import { markEdge, markText } from '../workbench/mark-look';
import { AgeBadge, DueBadge, PersonBadge, PriorityChip, StatusBadge } from './QueueBadges';

type QueueLineProps = {
  readonly item: QueueItem;
  readonly split: QueueSplit;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
  readonly onSelect: (reaches: boolean) => void;
};

/** One claim in the list, with a box to select it. */
export function QueueLine({ item, split, isCurrent, isSelected, onOpen, onSelect }: QueueLineProps) {
  const finishedAt = split === 'done' ? item.signedOffAt : item.flag?.looked?.at;
  return (
    <li
      className={classNames(
        'flex border-s-3 border-b border-b-line transition-colors',
        markEdge[item.mark],
        isCurrent ? 'bg-pencil-bg' : isSelected ? 'bg-wash' : 'hover:bg-wash',
      )}
    >
      <label className="grid w-8 shrink-0 cursor-default place-items-start justify-items-end pt-3">
        <input
          type="checkbox"
          aria-label={queueActsWords.select(item.exact.slice(0, 80))}
          checked={isSelected}
          onClick={(event) => onSelect(event.shiftKey)}
          // The click says whether Shift was held; this only keeps React's box and ours the same.
          onChange={() => {}}
          className="size-4"
        />
      </label>
      <button
        type="button"
        data-item={item.key}
        aria-current={isCurrent ? 'true' : undefined}
        // The claim of the current line is open already: Enter there goes on into the article.
        data-page-enter={isCurrent ? '' : undefined}
        onClick={onOpen}
        className="block min-w-0 flex-1 scroll-mt-32 py-2.5 ps-2.5 pe-3 text-start focus-visible:-outline-offset-2 forced-colors:aria-[current]:outline-2"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          <PriorityChip item={item} />
          <DueBadge item={item} />
          <span className={classNames('font-semibold', markText[item.mark])}>
            {messages.words.marks[item.mark]}
          </span>
          <StatusBadge item={item} />
          <span className="flex-1" />
          {finishedAt === undefined || finishedAt === null ? (
            <AgeBadge item={item} />
          ) : (
            <RelativeTime at={finishedAt} />
          )}
        </span>
        <span dir="auto" className="mt-1 line-clamp-2 font-serif text-md text-ink">
          “{item.exact}”
        </span>
        <span className="mt-0.5 flex items-center gap-2 text-xs text-ink-2">
          <span className="min-w-0 flex-1 truncate">
            <bdi>{item.articleTitle}</bdi>
          </span>
          <PersonBadge item={item} />
        </span>
      </button>
    </li>
  );
}
