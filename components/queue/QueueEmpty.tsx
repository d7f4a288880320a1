import { Flag } from 'lucide-react';
import type { QueueLook } from '@/lib/domain/queue';
import { queue as queueWords } from '../messages/queue';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { queueAddress } from './queue-address';

type QueueEmptyProps = { readonly look: QueueLook; readonly isFiltered: boolean };

/** What stands where a part of the queue is empty, or where nothing in it fits the filters. */
export function QueueEmpty({ look, isFiltered }: QueueEmptyProps) {
  const words = queueWords;
  const { title, body } = isFiltered ? words.filteredEmpty : words.empty[look.split];
  return (
    <EmptyState
      icon={<Flag />}
      title={title}
      actions={
        isFiltered ? (
          <ButtonLink href={queueAddress({ split: look.split, sort: look.sort })}>
            {words.clearFilters}
          </ButtonLink>
        ) : (
          <ButtonLink href="/articles">{words.toArticles}</ButtonLink>
        )
      }
    >
      {body}
    </EmptyState>
  );
}
