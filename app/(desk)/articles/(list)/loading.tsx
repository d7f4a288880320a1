import { DeskSkeleton } from '@/components/articles/DeskSkeleton';
import { articles as articlesWords } from '@/components/messages/articles';

/** The list of articles on its way. */
export default function ArticlesLoading() {
  return <DeskSkeleton title={articlesWords.title} />;
}
