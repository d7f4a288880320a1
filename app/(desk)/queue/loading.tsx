import { DeskSkeleton } from '@/components/articles/DeskSkeleton';
import { queue as queueWords } from '@/components/messages/queue';

/** The review queue on its way. */
export default function QueueLoading() {
  return <DeskSkeleton title={queueWords.title} />;
}
