import { DeskSkeleton } from '@/components/articles/DeskSkeleton';
import { messages } from '@/components/messages';

/** The review queue on its way. */
export default function QueueLoading() {
  return <DeskSkeleton title={messages.queue.title} />;
}
