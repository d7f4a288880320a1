import { Flag } from 'lucide-react';
import type { QueueSplit } from '@/lib/domain/lists';
import { messages } from '../messages';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';

/** What stands where a part of the queue is empty. */
export function QueueEmpty({ split }: { readonly split: QueueSplit }) {
  const words = messages.queue;
  return (
    <EmptyState
      icon={<Flag />}
      title={words.empty[split].title}
      actions={<ButtonLink href="/articles">{words.toArticles}</ButtonLink>}
    >
      {words.empty[split].body}
    </EmptyState>
  );
}
