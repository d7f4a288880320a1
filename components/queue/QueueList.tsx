'use client';

import type { QueueSplit } from '@/lib/domain/queue';
import { queue as queueWords } from '../messages/queue';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { QueueLine } from './QueueLine';
import type { QueuePlace } from './use-queue-place';
import type { Selection } from './use-selection';

type QueueListProps = {
  readonly place: QueuePlace;
  readonly split: QueueSplit;
  readonly selection: Selection;
  /** Why the next page did not come. */
  readonly failure: string | undefined;
  /** Absent at the end of the list. */
  readonly onMore?: () => Promise<void>;
  readonly isLoading: boolean;
  readonly className: string | undefined;
};

/** The lines of one look at the queue. */
export function QueueList(props: QueueListProps) {
  const { place, split, selection, failure, onMore, isLoading, className } = props;
  const { shown, current, listRef } = place;
  return (
    <div className={classNames('min-w-0', className)}>
      <ul ref={listRef} aria-label={queueWords.list} className="border-t">
        {shown.map((item, index) => (
          <QueueLine
            key={item.key}
            item={item}
            split={split}
            isCurrent={item === current}
            isSelected={selection.keys.has(item.key)}
            onSelect={(reaches) =>
              reaches && current !== undefined
                ? selection.reachTo(current.key, item.key)
                : selection.toggle(item.key)
            }
            onOpen={() => {
              place.setInDetail(true);
              place.show(index, 'detail');
            }}
          />
        ))}
      </ul>
      {failure === undefined ? null : (
        <p role="alert" className="mt-3 text-sm text-danger">
          {failure}
        </p>
      )}
      {onMore === undefined ? null : (
        <Button onClick={onMore} busy={isLoading} className="mt-4">
          {queueWords.showMore}
        </Button>
      )}
    </div>
  );
}
