import { DeskSkeleton } from '@/components/articles/DeskSkeleton';
import { messages } from '@/components/messages';

/** The list of articles on its way. */
export default function ArticlesLoading() {
  return <DeskSkeleton title={messages.articles.title} />;
}
